# test and [: numbers and strings.
#: count 30000
#: expect 30000
i=0 word=yes
while [ $i -lt "$1" ]; do
	test -n "$word" && [ "$word" = yes ] && [ ! -z "$word" ] &&
		i=$((i + 1))
done
echo $i
