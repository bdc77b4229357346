# Sorting in the positional parameters, four ways, beside sort(1).
quick() {
	[ $# -le 1 ] && { echo "$*"; return; }
	pivot=$1 low= high=
	shift
	for x do
		if [ "$x" -lt "$pivot" ]; then low="$low $x"; else high="$high $x"; fi
	done
	echo $(quick $low) "$pivot" $(quick $high)
}
insertion() {
	out=
	for x do
		before= placed=
		for y in $out; do
			if [ -z "$placed" ] && [ "$x" -lt "$y" ]; then
				before="$before $x" placed=1
			fi
			before="$before $y"
		done
		[ -n "$placed" ] || before="$before $x"
		out=$before
	done
	echo $out
}
bubble() {
	n=$#
	while [ "$n" -gt 1 ]; do
		i=1 round=
		current=$1
		shift
		while [ $i -lt "$n" ]; do
			if [ "$current" -gt "$1" ]; then round="$round $1"; else round="$round $current" current=$1; fi
			shift
			i=$((i + 1))
		done
		set -- $round "$current" "$@"
		n=$((n - 1))
	done
	echo "$@"
}
counting() { for x do eval "count_$x=\$((\${count_$x-0} + 1))"; done
	i=0; while [ $i -lt 100 ]; do eval "c=\${count_$i-0}"; while [ "$c" -gt 0 ]; do printf '%d ' $i; c=$((c - 1)); done; i=$((i + 1)); done; echo; }
set -- 31 4 15 92 65 35 89 79 3 2 38 46 4 31
quick "$@"; insertion "$@"; bubble "$@"; counting "$@"
printf '%s\n' "$@" | sort -n | tr '\n' ' '; echo
quick; quick 5; bubble 2 1
