# Background jobs of a builtin: 900 started, then waited for.
#: count 900
#: expect 900
#: limit copies COUNT
i=0
while [ $i -lt "$1" ]; do
	true &
	i=$((i + 1))
done
wait && echo $i
