# Numbers in other bases, both ways, and the edges of arithmetic.
to_base() {
	n=$1 base=$2 digits=0123456789abcdef text=
	[ "$n" -eq 0 ] && text=0
	while [ "$n" -gt 0 ]; do
		d=$((n % base)) n=$((n / base)) rest=$digits
		while [ "$d" -gt 0 ]; do rest=${rest#?} d=$((d - 1)); done
		text=${rest%"${rest#?}"}$text
	done
	printf '%s' "$text"
}
from_base() {
	text=$1 base=$2 n=0
	while [ -n "$text" ]; do
		rest=${text#?} digit=${text%"${text#?}"}
		before=${digits%%"$digit"*}
		n=$((n * base + ${#before})) text=$rest
	done
	printf '%d' "$n"
}
digits=0123456789abcdef
for n in 0 1 7 8 255 4096 123456; do
	for b in 2 3 8 16; do
		text=$(to_base "$n" "$b")
		printf '%s:%s=%s ' "$n" "$b" "$text"
		[ "$(from_base "$text" "$b")" = "$n" ] || echo wrong
	done
	printf '%o %x %X\n' "$n" "$n" "$n"
done
echo $((0x7fffffffffffffff)) $((010 + 0x10 + 10))
echo $((-7 / 2)) $((-7 % 2)) $((7 / -2)) $((7 % -2))
echo $((1 << 4 | 3)) $((~0)) $((!0)) $((!5)) $((5 > 3 > 1))
echo $((1 ? 2 : 3 ? 4 : 5)) $((0 && 1 / 1 || 2))
i=5; echo $((i += 2)) $((i <<= 1)) $((i %= 4)) $((i ^= 7)) $i
x='3'; y=x; echo $((x * x)) $(($x$x + 1))
