# Command substitution of a builtin.
#: count 500
#: expect 500
#: limit capture 500
i=0 good=0
while [ $i -lt 500 ]; do
	line=$(echo "$i")
	[ "$line" = "$i" ] && good=$((good + 1))
	i=$((i + 1))
done
echo $good
