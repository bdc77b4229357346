# Pipelines of 20 external commands; the last one's status counts.
#: count 15
#: expect 15
#: limit pipeline 20 COUNT /bin/true /bin/false
i=0 failed=0
while [ $i -lt "$1" ]; do
	/bin/true | /bin/true | /bin/true | /bin/true | /bin/true |
		/bin/true | /bin/true | /bin/true | /bin/true | /bin/true |
		/bin/true | /bin/true | /bin/true | /bin/true | /bin/true |
		/bin/true | /bin/true | /bin/true | /bin/true |
		/bin/false || failed=$((failed + 1))
	i=$((i + 1))
done
echo $failed
