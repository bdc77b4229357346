# A table laid out: widths measured, text left, numbers right.
cat >table <<'E'
name:size:owner
kernel:102400:root
notes.txt:7:someone
a:1234567890:x
E
w1=0 w2=0 w3=0
while IFS=: read -r c1 c2 c3; do
	for n in 1 2 3; do
		eval "len=\${#c$n}"
		eval "[ \$len -gt \$w$n ] && w$n=\$len"
	done
done <table
echo "$w1 $w2 $w3"
rule() {
	while [ "$1" -gt 0 ]; do printf -- -; set -- $(($1 - 1)); done
}
line=0
while IFS=: read -r c1 c2 c3; do
	printf "| %-${w1}s | %${w2}s | %-${w3}s |\n" "$c1" "$c2" "$c3"
	[ $((line += 1)) -eq 1 ] && printf '|%s|%s|%s|\n' "$(rule $((w1 + 2)))" \
		"$(rule $((w2 + 2)))" "$(rule $((w3 + 2)))"
done <table
echo "$line lines"
printf '%5.2s|%-5s|%05d|%+d|%x|%c%c\n' abcdef ab 42 7 255 xyz abc
printf '%s %d\n' a 1 b 2 c
printf '%b\n' 'tab\there' 'octal\0101' 'stop\c' 'never'
echo
printf '%%|%5s|%-5s|%s\n' ''
