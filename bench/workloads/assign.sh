# Assignments: constants, a variable's value, two values joined.
#: count 50000
#: expect value valuevalue 50000
i=0
while [ $i -lt "$1" ]; do
	a=value
	b=$a
	c=$a$b
	i=$((i + 1))
done
echo $b $c $i
