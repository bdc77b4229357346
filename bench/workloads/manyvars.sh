# 10,000 variables set and read by eval.
#: count 10000
#: expect 49995000
i=0
while [ $i -lt "$1" ]; do
	eval "name_$i=$i"
	i=$((i + 1))
done
i=0 sum=0
while [ $i -lt "$1" ]; do
	eval "sum=\$((sum + name_$i))"
	i=$((i + 1))
done
echo $sum
