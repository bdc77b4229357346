# A small database in a file: add, find, change, delete, report.
db=records
: >$db
add() {
	case $1$2$3 in *'|'*) echo "bad character"; return 1 ;; esac
	if find_key "$1" >/dev/null; then echo "$1 exists"; return 1; fi
	printf '%s|%s|%s\n' "$1" "$2" "$3" >>$db
}
find_key() {
	while IFS='|' read -r key name amount; do
		[ "$key" = "$1" ] && { echo "$name owes $amount"; return 0; }
	done <$db
	return 1
}
change() {
	found=1
	while IFS='|' read -r key name amount; do
		if [ "$key" = "$1" ]; then
			amount=$((amount + $2)) found=0
		fi
		echo "$key|$name|$amount"
	done <$db >$db.new
	mv $db.new $db
	return $found
}
remove() { grep -v "^$1|" $db >$db.new; mv $db.new $db; }
add 3 'Cy Young' 30
add 1 'Ann' 100
add 2 'Bob "B" Smith' -5
add 1 'Again' 0
add 4 'a|b' 0
change 2 50 && find_key 2
change 9 1 || echo "9 is not there"
remove 3
find_key 3 || echo "3 is gone"
report() {
	printf '%-3s %-16s %6s\n' id name amount
	total=0
	sort -t '|' -k 1,1n $db | {
		while IFS='|' read -r k n a; do
			printf '%-3s %-16s %6d\n' "$k" "$n" "$a"
			total=$((total + a))
		done
		printf '%27d\n' $total
	}
	echo "outside: $total"
}
report
wc -l <$db | tr -d ' '
