# A stack and a queue of any strings, kept in one variable with quotes.
quote() {
	q=$1 out=
	while :; do
		case $q in
		*\'*) out=$out${q%%\'*}"'\\''" q=${q#*\'} ;;
		*) break ;;
		esac
	done
	printf "'%s%s'" "$out" "$q"
}
stack=
push() { for item do stack="$(quote "$item") $stack"; done; }
pop() {
	eval "set -- $stack"
	[ $# -gt 0 ] || { echo 'nothing to pop'; return 1; }
	top=$1
	shift
	stack=
	for item do queue_add "$item"; done
}
queue_add() { stack="$stack $(quote "$1")"; }
depth() { eval "set -- $stack"; echo $#; }
push plain 'with space' "it's" '' '$HOME `x`' 'two
lines' '\back' '*'
depth
while pop >/dev/null; do printf '<%s>\n' "$top"; done
pop
depth
for i in 1 2 3; do queue_add "job $i"; done
push first
while [ "$(depth)" -gt 0 ]; do
	pop
	echo "$top"
	[ "$top" = 'job 2' ] && [ -z "${again-}" ] && { queue_add again; again=1; }
done
