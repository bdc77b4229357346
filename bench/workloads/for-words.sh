# A loop over a list of 200 literal words.
#: count 100000
#: expect 100000
n=0 i=0
while [ $i -lt $(($1 / 200)) ]; do
	for word in \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word \
	word word word word word word word word word word; do
		n=$((n + 1))
	done
	i=$((i + 1))
done
echo $n
