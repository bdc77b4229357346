# printf with three conversions.
#: count 20000
#: unable mksh
#: expect line 19999: abc def 0x4e1f
i=0
while [ $i -lt "$1" ]; do
	printf 'line %d: %-3s %s 0x%x\n' $i abc def $i
	i=$((i + 1))
done >out
tail -n 1 out
