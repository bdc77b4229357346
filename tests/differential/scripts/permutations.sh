# All orders of some words by recursion; subsets by counting in binary.
permute() {
	chosen=$1
	shift
	if [ $# -eq 0 ]; then
		echo "$chosen"
		return
	fi
	n=$#
	while [ "$n" -gt 0 ]; do
		first=$1
		shift
		(permute "$chosen$first" "$@")
		set -- "$@" "$first"
		n=$((n - 1))
	done
}
permute '' a b c
permute '' 1 2 3 4 | wc -l | tr -d ' '
set -- red green blue
mask=0
while [ $mask -lt $((1 << $#)) ]; do
	bit=0 subset=
	for word do
		[ $((mask >> bit & 1)) -eq 1 ] && subset="$subset $word"
		bit=$((bit + 1))
	done
	echo "$mask:${subset:- nothing}"
	mask=$((mask + 1))
done
reverse() {
	r=
	for w do r="$w${r:+ $r}"; done
	echo "$r"
}
reverse "$@"
reverse
rotate() { [ $# -gt 0 ] || return; f=$1; shift; echo "$@" "$f"; }
rotate $(rotate "$@")
