# Background jobs: 900 started, then waited for.
#: count 900
#: expect 900
#: limit background COUNT /bin/true
i=0
while [ $i -lt "$1" ]; do
	/bin/true &
	i=$((i + 1))
done
wait && echo $i
