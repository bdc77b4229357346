# Subshells of an external command.
#: count 200
#: expect 200
#: limit spawn COUNT /bin/true
i=0
while [ $i -lt "$1" ]; do
	(/bin/true) && i=$((i + 1))
done
echo $i
