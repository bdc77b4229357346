# Pictures made of characters: triangles, frames, a plot by integers.
row() { r=; i=0; while [ $i -lt "$1" ]; do r=$r$2; i=$((i + 1)); done; printf %s "$r"; }
n=1
while [ $n -le 7 ]; do
	printf '%s%s\n' "$(row $(((7 - n) / 2)) ' ')" "$(row $n '*')"
	n=$((n + 2))
done
frame() {
	widest=0
	for line do [ ${#line} -gt $widest ] && widest=${#line}; done
	printf '+%s+\n' "$(row $((widest + 2)) -)"
	for line do printf "| %-${widest}s |\n" "$line"; done
	printf '+%s+\n' "$(row $((widest + 2)) -)"
}
frame hello 'a longer line' ''
y=-8
while [ $y -le 8 ]; do
	x=-20 line=
	while [ $x -le 8 ]; do
		cr=$((x * 100 / 8)) ci=$((y * 100 / 8)) zr=0 zi=0 k=0
		while [ $k -lt 12 ] && [ $((zr * zr + zi * zi)) -lt 40000 ]; do
			t=$(((zr * zr - zi * zi) / 100 + cr))
			zi=$((2 * zr * zi / 100 + ci)) zr=$t k=$((k + 1))
		done
		case $k in 12) line=$line# ;; [0-3]) line="$line " ;; *) line=$line. ;; esac
		x=$((x + 2))
	done
	printf '%s\n' "${line%"${line##*[! ]}"}"
	y=$((y + 4))
done
