# Command substitution of a function.
#: count 500
#: expect 500
#: limit capture COUNT
f() {
	echo "$1"
}
i=0 good=0
while [ $i -lt "$1" ]; do
	line=$(f "$i")
	[ "$line" = "$i" ] && good=$((good + 1))
	i=$((i + 1))
done
echo $good
