# The game of life on a small torus.
width=6 height=5
set -- 1,0 2,1 0,2 1,2 2,2
for cell do eval "now_${cell%,*}_${cell#*,}=1"; done
show() {
	y=0
	while [ $y -lt $height ]; do
		x=0 line=
		while [ $x -lt $width ]; do
			eval "[ -n \"\${now_${x}_$y-}\" ]" && line=$line# || line=$line.
			x=$((x + 1))
		done
		echo "$line"
		y=$((y + 1))
	done
	echo
}
step() {
	y=0
	while [ $y -lt $height ]; do
		x=0
		while [ $x -lt $width ]; do
			n=0
			for dx in -1 0 1; do
				for dy in -1 0 1; do
					[ $dx$dy = 00 ] && continue
					nx=$(((x + dx + width) % width))
					ny=$(((y + dy + height) % height))
					eval "n=\$((n + \${now_${nx}_$ny:-0}))"
				done
			done
			eval "alive=\${now_${x}_$y-}"
			case $alive$n in
			3 | 12 | 13) eval "next_${x}_$y=1" ;;
			*) eval "next_${x}_$y=" ;;
			esac
			x=$((x + 1))
		done
		y=$((y + 1))
	done
	y=0
	while [ $y -lt $height ]; do
		x=0
		while [ $x -lt $width ]; do
			eval "now_${x}_$y=\$next_${x}_$y"
			x=$((x + 1))
		done
		y=$((y + 1))
	done
}
show; step; show; step; step; show
