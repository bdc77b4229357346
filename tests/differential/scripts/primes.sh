# A sieve in variables, twin primes, and a test by division beside it.
limit=120
n=2
while [ $n -le $limit ]; do
	eval "sieved=\${composite_$n-no}"
	if [ "$sieved" = no ]; then
		primes="${primes-}${primes:+ }$n"
		m=$((n * n))
		while [ $m -le $limit ]; do
			eval "composite_$m=yes"
			m=$((m + n))
		done
	fi
	n=$((n + 1))
done
echo "$primes"
set -- $primes
echo "$# primes"
previous=0
for p do
	[ $((p - previous)) -eq 2 ] && printf '(%d,%d)' $previous "$p"
	previous=$p
done
echo
is_prime() {
	[ "$1" -ge 2 ] || return 1
	d=2
	while [ $((d * d)) -le "$1" ]; do
		[ $(($1 % d)) -ne 0 ] || return 1
		d=$((d + 1))
	done
}
i=0 agree=0
while [ $i -le $limit ]; do
	is_prime $i; by_division=$?
	case " $primes " in *" $i "*) by_sieve=0 ;; *) by_sieve=1 ;; esac
	[ $by_division = $by_sieve ] && agree=$((agree + 1))
	i=$((i + 1))
done
echo "$agree agree"
