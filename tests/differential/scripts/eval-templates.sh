# Templates filled in: here-documents through eval, and by hand.
name=World count=3 empty=
render() {
	eval "cat <<TEMPLATE
$1
TEMPLATE"
}
render 'Hello, $name! ${count} times; $((count * 2)) twice; ${empty:-nothing}.'
render 'A \$literal, a \\ backslash, `echo command` and $(echo "$name")'
render "quotes ' and \" stay"
fill() {
	while IFS= read -r line; do
		while :; do
			case $line in
			*'{{'*'}}'*)
				before=${line%%'{{'*} rest=${line#*'{{'}
				key=${rest%%'}}'*} after=${rest#*'}}'}
				eval "value=\${$key-?$key?}"
				line=$before$value$after
				;;
			*) break ;;
			esac
		done
		printf '%s\n' "$line"
	done
}
fill <<'E'
Dear {{name}},
{{count}} and {{count}}; {{missing}} too.
no braces { here }
E
for command in 'echo one' 'echo two | tr a-z A-Z' 'x=5; echo $x' 'false' ''; do
	eval "$command"
	echo "status $?"
done
eval eval echo '\$name'
eval 'for i in 1 2; do' 'echo $i' '; done'
set -- 'a b' c
eval echo '"$1"' '$#'
