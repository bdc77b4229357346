# Command substitution of a builtin that prints nothing.
#: count 500
#: expect 500
#: limit capture COUNT
i=0
while [ $i -lt "$1" ]; do
	line=$(:)
	[ -z "$line" ] && i=$((i + 1))
done
echo $i
