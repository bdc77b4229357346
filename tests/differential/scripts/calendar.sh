# Calendars by arithmetic: leap years, weekdays, pages of months.
is_leap() { [ $(($1 % 4)) -eq 0 ] && [ $(($1 % 100)) -ne 0 ] || [ $(($1 % 400)) -eq 0 ]; }
days_in() {
	case $2 in
	4 | 6 | 9 | 11) echo 30 ;;
	2) if is_leap "$1"; then echo 29; else echo 28; fi ;;
	*) echo 31 ;;
	esac
}
weekday() { # year month day: 0 is Sunday
	y=$1 m=$2
	[ "$m" -lt 3 ] && { m=$((m + 12)) y=$((y - 1)); }
	echo $((($3 + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400 + 6) % 7))
}
page() {
	first=$(weekday "$1" "$2" 1) last=$(days_in "$1" "$2")
	printf '   %04d-%02d\nSu Mo Tu We Th Fr Sa\n' "$1" "$2"
	column=0
	while [ "$column" -lt "$first" ]; do
		printf '   '
		column=$((column + 1))
	done
	day=1
	while [ "$day" -le "$last" ]; do
		printf '%2d' "$day"
		column=$(((column + 1) % 7))
		if [ "$column" -eq 0 ]; then echo; else printf ' '; fi
		day=$((day + 1))
	done
	[ "$column" -eq 0 ] || echo
}
page 2000 2
page 2023 10
for y in 1900 2000 2023 2024; do
	is_leap $y && echo "$y leap" || echo "$y common"
done
