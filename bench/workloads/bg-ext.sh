# Background jobs: 1,000 started, then waited for.
#: count 1000
#: expect 1000
#: limit background 1000 /bin/true
i=0
while [ $i -lt 1000 ]; do
	/bin/true &
	i=$((i + 1))
done
wait && echo $i
