# External commands of a shell with 100 MB of variables; what it takes to make
# these is not counted.
#: count 150
#: net yes
#: expect 150
#: limit spawn-heap 100 COUNT /bin/true
s=0123456789abcdef
for i in 1 2 3 4 5 6 7 8 9 10; do
	s=$s$s$s$s
done
a=$s b=$s c=$s d=$s e=$s
i=0
"$LIMIT" mark
while [ $i -lt "$1" ]; do
	/bin/true && i=$((i + 1))
done
echo $i
