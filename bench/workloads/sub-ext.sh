# Command substitution of an external command.
#: count 200
#: expect 200
#: limit spawn-capture 200 /bin/echo line
i=0
while [ $i -lt 200 ]; do
	line=$(/bin/echo line)
	[ "$line" = line ] && i=$((i + 1))
done
echo $i
