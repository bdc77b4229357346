# Command substitution of an external command.
#: count 200
#: expect 200
#: limit spawn-capture COUNT /bin/echo line
i=0
while [ $i -lt "$1" ]; do
	line=$(/bin/echo line)
	[ "$line" = line ] && i=$((i + 1))
done
echo $i
