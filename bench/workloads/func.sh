# Calls of a function with three arguments.
#: count 50000
#: expect 50000
add() {
	total=$((total + $2 - $1 - $3))
}
i=0 total=0
while [ $i -lt "$1" ]; do
	add 1 3 1
	i=$((i + 1))
done
echo $total
