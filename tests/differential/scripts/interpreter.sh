# An interpreter of a language of eight characters.
run() {
	program=$1 input=$2 pc=0 cell=0 size=0
	text=$program
	while [ -n "$text" ]; do
		rest=${text#?}
		eval "op_$size=\${text%\"\$rest\"}"
		size=$((size + 1)) text=$rest
	done
	i=0 stack=
	while [ $i -lt $size ]; do
		eval "op=\$op_$i"
		case $op in
		\[) stack="$i $stack" ;;
		\]) j=${stack%% *} stack=${stack#* }
			eval "jump_$i=$j jump_$j=$i" ;;
		esac
		i=$((i + 1))
	done
	for i in 0 1 2 3 4 5; do eval "mem_$i=0"; done
	while [ $pc -lt $size ]; do
		eval "op=\$op_$pc value=\$mem_$cell"
		case $op in
		\>) cell=$((cell + 1)) ;;
		\<) cell=$((cell - 1)) ;;
		+) eval "mem_$cell=$(((value + 1) & 255))" ;;
		-) eval "mem_$cell=$(((value - 1) & 255))" ;;
		.) printf "\\$(printf '%03o' "$value")" ;;
		,) c=${input%"${input#?}"} input=${input#?}
			code=0; [ -n "$c" ] && code=$(printf %d "'$c")
			eval "mem_$cell=$code" ;;
		\[) [ "$value" -eq 0 ] && eval "pc=\$jump_$pc" ;;
		\]) [ "$value" -ne 0 ] && eval "pc=\$jump_$pc" ;;
		esac
		pc=$((pc + 1))
	done
}
run '+++++++[>++++++++++<-]>++.>++++++++++.' ''
run ',+.,+.,+.' abc
echo
run '+++[>++<-]>[<+++++++++++>-]<.' '' | od -An -tu1 | tr -d ' '
