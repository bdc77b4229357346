# Loops in loops; break and continue by number, with redirections and pipes.
for a in 1 2 3; do
	for b in x y z; do
		[ $a$b = 1y ] && continue
		[ $a$b = 2y ] && continue 2
		[ $a$b = 3y ] && break 2
		printf '%s ' $a$b
	done
	echo "end of $a"
done
i=0
while :; do
	i=$((i + 1))
	case $i in
	2) continue ;;
	5) break ;;
	esac
	echo "i=$i"
done
until [ $i -eq 0 ]; do i=$((i - 1)); printf '%d ' $i; done; echo
for f in; do echo never; done; echo "status $?"
while false; do :; done; echo "status $?"
for x in 1 2; do false; done; echo "status $?"
while read -r l; do
	for w in $l; do [ "$w" = stop ] && break 2; printf '<%s>' "$w"; done
	echo
done <<E
a b
c stop d
e
E
echo
for i in 1 2 3; do echo $i; done | while read -r n; do s=$((s + n)); echo "sum $s"; done
echo "outside [${s-unset}]"
while i=$((i + 1)); [ $i -le 2 ]; do echo list $i; done
for i in a b; do for j in "$i"1 "$i"2; do echo $j; done >$i.txt; done
cat a.txt b.txt
for i in "$@" last; do echo "$i"; done
f() { for i; do echo "arg $i"; done; }; f 'x y' z
for in in in; do echo $in; done
