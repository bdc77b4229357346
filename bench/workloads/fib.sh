# A recursive function: fib 15, five times.
#: count 9865
#: expect 610
fib() {
	if [ $1 -lt 2 ]; then
		result=$((result + $1))
	else
		fib $(($1 - 1))
		fib $(($1 - 2))
	fi
}
for i in 1 2 3 4 5; do
	result=0
	fib 15
done
echo $result
