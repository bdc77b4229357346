# The shortest way through a maze, breadth first, cells as variables.
maze='#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......E#
#########'
row=0
printf '%s\n' "$maze" >maze
while IFS= read -r line; do
	col=0
	while [ -n "$line" ]; do
		rest=${line#?} c=${line%"${line#?}"}
		eval "cell_${row}_$col=\$c"
		case $c in
		S) start="$row $col" ;;
		E) end="$row $col" ;;
		esac
		line=$rest col=$((col + 1))
	done
	row=$((row + 1))
done <maze
queue=${start% *}:${start#* }:0
while [ -n "$queue" ]; do
	item=${queue%% *}
	case $queue in *' '*) queue=${queue#* } ;; *) queue= ;; esac
	IFS=:
	set -- $item
	unset IFS
	r=$1 c=$2 d=$3
	[ "$r $c" = "$end" ] && { echo "way of $d steps"; break; }
	for step in '1 0' '-1 0' '0 1' '0 -1'; do
		nr=$((r + ${step% *})) nc=$((c + ${step#* }))
		eval "what=\$cell_${nr}_$nc"
		if [ "$what" != '#' ]; then
			eval "cell_${nr}_$nc='#'"
			queue="${queue:+$queue }$nr:$nc:$((d + 1))"
		fi
	done
done
