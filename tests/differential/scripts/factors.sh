# Factors, greatest common divisors, perfect numbers.
factors() {
	n=$1 d=2
	while [ $((d * d)) -le "$n" ]; do
		while [ $((n % d)) -eq 0 ]; do
			printf ' %d' "$d"
			n=$((n / d))
		done
		d=$((d + 1))
	done
	[ "$n" -gt 1 ] && printf ' %d' "$n"
	echo
}
gcd() { if [ "$2" -eq 0 ]; then echo "$1"; else gcd "$2" $(($1 % $2)); fi; }
for n in 1 2 12 97 1001 65536; do printf '%d:' "$n"; factors "$n"; done
for pair in '12 18' '17 5' '0 9' '1071 462'; do
	set -- $pair
	echo "gcd $1 $2 = $(gcd "$1" "$2")"
done
n=2
while [ $n -lt 500 ]; do
	sum=1 d=2
	while [ $((d * d)) -le $n ]; do
		[ $((n % d)) -eq 0 ] && sum=$((sum + d + (d * d == n ? 0 : n / d)))
		d=$((d + 1))
	done
	[ $sum -eq $n ] && echo "$n is perfect"
	n=$((n + 1))
done
fact() { if [ "$1" -le 1 ]; then echo 1; else echo $(($1 * $(fact $(($1 - 1))))); fi; }
fact 20
fib() { a=0 b=1 i=0; while [ $i -lt "$1" ]; do t=$((a + b)) a=$b b=$t i=$((i + 1)); done; echo "$a"; }
fib 90
