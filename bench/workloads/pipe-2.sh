# Pipelines of 2 external commands; the last one's status counts.
#: count 100
#: expect 100
#: limit pipeline 2 COUNT /bin/true /bin/false
i=0 failed=0
while [ $i -lt "$1" ]; do
	/bin/true |
		/bin/false || failed=$((failed + 1))
	i=$((i + 1))
done
echo $failed
