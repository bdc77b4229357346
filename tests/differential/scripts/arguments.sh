# Option parsing in its two forms, and quoting arguments for later.
usage() { echo "usage: tool [-v] [-o file] [-n number] operand..." ; return 64; }
tool() {
	verbose=0 out=- number=1 OPTIND=1
	while getopts :vo:n: option; do
		case $option in
		v) verbose=$((verbose + 1)) ;;
		o) out=$OPTARG ;;
		n) number=$OPTARG ;;
		:) echo "-$OPTARG needs an argument"; usage; return ;;
		\?) echo "-$OPTARG is unknown"; usage; return ;;
		esac
	done
	shift $((OPTIND - 1))
	printf 'v=%s o=%s n=%s, %d operands:' "$verbose" "$out" "$number" "$#"
	printf ' <%s>' "$@"
	echo
}
tool a b
tool -v -v -o out 'x y'
tool -vvoout -n 3 -- -n
tool -n; echo "status $?"
tool -x a; echo "status $?"
tool -vx; echo "status $?"
tool - -v
save() {
	for argument do
		printf "%s\n" "$argument" | sed "s/'/'\\\\''/g; 1s/^/'/; \$s/\$/' \\\\/"
	done
	echo ' '
}
set -- "it's" 'two
lines' '' '$HOME "x"' \\
saved=$(save "$@")
set -- other
eval "set -- $saved"
echo $#
for argument; do printf '[%s]\n' "$argument"; done
