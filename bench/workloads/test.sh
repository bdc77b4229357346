# test and [: numbers and strings.
#: count 30000
#: expect 30000
i=0 word=yes
while [ $i -lt 30000 ]; do
	test -n "$word" && [ "$word" = yes ] && [ ! -z "$word" ] &&
		i=$((i + 1))
done
echo $i
