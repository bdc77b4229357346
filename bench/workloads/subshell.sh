# Subshells of builtins; what they set must stay in them.
#: count 500
#: expect 500
#: limit fork COUNT
i=0 good=0 value=kept
while [ $i -lt "$1" ]; do
	(value=changed; exit 3)
	[ $? -eq 3 ] && good=$((good + 1))
	i=$((i + 1))
done
[ $value = kept ] && echo $good
