# A calculator: reads tokens, keeps a stack in the positional parameters.
rpn() {
	stack=
	for token in $1; do
		case $token in
		[0-9]* | -[0-9]*) stack="$token $stack" ;;
		[-+/%] | x)
			set -- $stack
			if [ $# -lt 2 ]; then echo "too few"; return 1; fi
			b=$1 a=$2
			shift 2
			case $token in
			+) r=$((a + b)) ;;
			-) r=$((a - b)) ;;
			x) r=$((a * b)) ;;
			/ | %)
				[ "$b" -eq 0 ] && { echo "by zero"; return 2; }
				if [ "$token" = / ]; then r=$((a / b)); else r=$((a % b)); fi
				;;
			esac
			stack="$r $*"
			;;
		dup) stack="${stack%% *} $stack" ;;
		*) echo "what is $token?"; return 3 ;;
		esac
	done
	set -- $stack
	echo "$@"
}
while IFS= read -r line; do
	printf '%s => ' "$line"
	rpn "$line" || echo "  status $?"
done <<'E'
1 2 +
3 4 x 5 -
10 3 / 10 3 %
2 dup x dup x
1 0 /
+
5 y
-4 -3 x
E
