# Comma separated values with quotes, split by hand.
split() {
	rest=$1, fields=0
	while [ -n "$rest" ]; do
		case $rest in
		'"'*)
			rest=${rest#?} value=
			while :; do
				value=$value${rest%%'"'*} rest=${rest#*'"'}
				case $rest in
				'"'*) value=$value'"' rest=${rest#?} ;;
				*) break ;;
				esac
			done
			rest=${rest#,}
			;;
		*) value=${rest%%,*} rest=${rest#*,} ;;
		esac
		fields=$((fields + 1))
		eval "field_$fields=\$value"
	done
}
while IFS= read -r line; do
	split "$line"
	printf '%d:' "$fields"
	i=0
	while [ $((i += 1)) -le "$fields" ]; do
		eval "printf ' [%s]' \"\$field_$i\""
	done
	echo
done <<'E'
a,b,c
one two,"three, four",five
"say ""hi""",,last
,
"",x
single
'quote,$a,`b`,\c
E
