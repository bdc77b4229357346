# Objects printed as JSON: escapes, nesting by recursion, lists from words.
escape() {
	text=$1 out=
	while [ -n "$text" ]; do
		c=${text%"${text#?}"} text=${text#?}
		case $c in
		'"' | \\) out=$out\\$c ;;
		'
') out=$out'\n' ;;
		'	') out=$out'\t' ;;
		*) out=$out$c ;;
		esac
	done
	printf '"%s"' "$out"
}
value() {
	case $1 in
	true | false | null) printf %s "$1" ;;
	'' | *[!0-9-]* | ?*-*) escape "$1" ;;
	*) printf %s "$1" ;;
	esac
}
object() {
	printf '{'
	separator=
	while [ $# -ge 2 ]; do
		printf '%s%s: ' "$separator" "$(escape "$1")"
		value "$2"
		separator=', '
		shift 2
	done
	printf '}'
}
array() {
	printf '['
	[ $# -gt 0 ] && { value "$1"; shift; }
	for item do printf ', '; value "$item"; done
	printf ']\n'
}
object; echo
object name 'say "hi"' size 42 negative -7 text 4-2 flag true none null; echo
object path 'C:\dir' lines 'one
two' tab '	' '' empty; echo
array
array 1 two '3 4' "it's" false
array $(echo 1 2 3)
set -- "$@" 'last one'
array "$@"
