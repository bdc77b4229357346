# A string built by appending two characters at a time.
#: count 10000
#: expect 20000
s= i=0
while [ $i -lt 10000 ]; do
	s=$s.a
	i=$((i + 1))
done
echo ${#s}
