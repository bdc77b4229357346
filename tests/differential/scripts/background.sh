# Workers in the background: their statuses, their order, a fifo between them.
worker() {
	read -r start <"$1"
	sum=0
	while [ "$start" -gt 0 ]; do
		sum=$((sum + start)) start=$((start - 1))
	done
	echo "$sum" >"result.$2"
	return "$2"
}
mkfifo gate1 gate2 gate3
worker gate1 1 & p1=$!
worker gate2 2 & p2=$!
worker gate3 3 & p3=$!
echo 30 >gate3
echo 10 >gate1
echo 20 >gate2
for p in "$p1" "$p2" "$p3"; do
	wait "$p"
	echo "status $?"
done
cat result.1 result.2 result.3
(exit 9) & wait $!; echo $?
wait; echo $?
true & false & wait; echo $?
{ echo from a group; exit 4; } & wait $!
echo $?
x=outer
x=inner & wait
echo $x
: & first=$!
wait $first $first 2>/dev/null
echo last | { cat; exit 5; } & wait $!; echo $?
kill -0 $$ && echo alive
