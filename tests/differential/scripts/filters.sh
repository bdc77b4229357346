# Small text tools written in the shell, against the real ones.
number() { i=0; while IFS= read -r l; do printf '%6d\t%s\n' $((i += 1)) "$l"; done; }
first() { i=0; while [ $((i += 1)) -le "$1" ] && IFS= read -r l; do printf '%s\n' "$l"; done; }
last() {
	set -- "$1"
	keep=$1
	shift
	while IFS= read -r l; do
		set -- "$@" "$l"
		[ $# -gt "$keep" ] && shift
	done
	printf '%s\n' "$@"
}
unique() {
	previous= started=
	while IFS= read -r l; do
		[ -n "$started" ] && [ "$l" = "$previous" ] && continue
		printf '%s\n' "$l"
		previous=$l started=1
	done
}
reverse() { r=; while IFS= read -r l; do r="$l
$r"; done; printf %s "$r"; }
match() { while IFS= read -r l; do case $l in $1) printf '%s\n' "$l" ;; esac; done; }
swap() { while IFS=$1 read -r a b rest; do printf '%s\n' "$b$1$a${rest:+$1$rest}"; done; }
printf '%s\n' apple apple ' pear' '' '' 'a\b' '* star' cherry cherry apple >in
check() { if cmp -s mine real; then echo "same: $1"; else echo "differ: $1"; fi; }
first 3 <in >mine; head -n 3 <in >real; check first
last 2 <in >mine; tail -n 2 <in >real; check last
unique <in >mine; uniq <in >real; check unique
match '*p*' <in >mine; grep p <in >real; check match
match '[!a]*' <in
reverse <in | number
printf 'a:b:c\nx:y\nlone\n' | swap :
