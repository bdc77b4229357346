# Command substitution of a pipeline of two external commands.
#: count 100
#: expect 100
i=0
while [ $i -lt "$1" ]; do
	line=$(/bin/echo line | /bin/cat)
	[ "$line" = line ] && i=$((i + 1))
done
echo $i
