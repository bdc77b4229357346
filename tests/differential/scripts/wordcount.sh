# Words counted in the shell and by tools: the same table.
cat >text <<'E'
the quick brown fox jumps over the lazy dog
The dog sleeps; the fox -- the quick one -- runs.
"Stop!" said the dog's owner: it's late, it's late...
E
tr -cs "A-Za-z'" '\n' <text | tr A-Z a-z | sed "s/^'*//; s/'*\$//" | grep . >words
while read -r w; do
	name=$(printf %s "$w" | sed "s/'/_/g")
	eval "n_$name=\$((\${n_$name-0} + 1))"
	case " $all " in *" $name "*) ;; *) all="$all $name" ;; esac
done <words
for name in $all; do
	eval "printf '%d %s\n' \$n_$name $name"
done | sort -k 1,1nr -k 2 | sed "s/_/'/g" | head -n 8 >mine
sort words | uniq -c | sed 's/^ *//' | sort -k 1,1nr -k 2 | head -n 8 >theirs
cmp mine theirs && cat mine
lines=0 words=0 characters=0
while IFS= read -r line; do
	lines=$((lines + 1)) characters=$((characters + ${#line} + 1))
	set -f
	set -- $line
	set +f
	words=$((words + $#))
done <text
echo $lines $words $characters
wc text | { read -r l w c _; echo "$l $w $c"; }
wrap() {
	out=
	for w in $(cat text); do
		if [ $((${#out} + ${#w} + 1)) -gt "$1" ] && [ -n "$out" ]; then
			echo "$out"
			out=
		fi
		out=$out${out:+ }$w
	done
	echo "$out"
}
wrap 30
