# Arithmetic in a loop.
#: count 100000
#: expect 100000 5557
i=0 sum=0
while [ $i -lt "$1" ]; do
	sum=$(((sum * 3 + i) % 100003))
	i=$((i + 1))
done
echo $i $sum
