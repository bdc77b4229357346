# Matrices in variables: multiply, transpose, power; a determinant.
put() { eval "$1_$2_$3=$4"; }
at() { eval "r=\$$1_$2_$3"; }
load() {
	m=$1; shift
	row=0
	for line do
		column=0
		for v in $line; do put $m $row $column "$v"; column=$((column + 1)); done
		row=$((row + 1))
	done
	size=$row
}
print() {
	i=0
	while [ $i -lt $size ]; do
		j=0
		while [ $j -lt $size ]; do at $1 $i $j; printf '%4d' "$r"; j=$((j + 1)); done
		echo
		i=$((i + 1))
	done
}
multiply() {
	i=0
	while [ $i -lt $size ]; do
		j=0
		while [ $j -lt $size ]; do
			k=0 sum=0
			while [ $k -lt $size ]; do
				at $1 $i $k; x=$r
				at $2 $k $j
				sum=$((sum + x * r)) k=$((k + 1))
			done
			put $3 $i $j $sum
			j=$((j + 1))
		done
		i=$((i + 1))
	done
}
load a '1 2 3' '0 -1 4' '5 0 6'
load b '2 0 0' '0 2 0' '1 0 2'
multiply a b c; print c
multiply c a d; print d
load f '1 1' '1 0'
load p '1 0' '0 1'
n=0
while [ $n -lt 10 ]; do
	multiply p f q
	for i in 0 1; do for j in 0 1; do at q $i $j; put p $i $j "$r"; done; done
	n=$((n + 1))
done
print p
