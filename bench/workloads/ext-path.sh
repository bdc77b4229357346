# External commands found in PATH.
#: count 200
#: expect 200
#: limit spawn COUNT /usr/bin/cmp /dev/null /dev/null
i=0
while [ $i -lt "$1" ]; do
	cmp /dev/null /dev/null && i=$((i + 1))
done
echo $i
