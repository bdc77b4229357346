# A string built by appending two characters at a time.
#: count 5000
#: expect 10000
s= i=0
while [ $i -lt "$1" ]; do
	s=$s.a
	i=$((i + 1))
done
echo ${#s}
