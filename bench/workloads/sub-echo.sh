# Command substitution of a builtin.
#: count 500
#: expect 500
#: limit capture COUNT
i=0 good=0
while [ $i -lt "$1" ]; do
	line=$(echo "$i")
	[ "$line" = "$i" ] && good=$((good + 1))
	i=$((i + 1))
done
echo $good
