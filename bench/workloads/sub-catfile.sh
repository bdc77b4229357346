# $(cat file), as scripts read a file.
#: count 200
#: setup echo content >file
#: expect 200
#: limit spawn-capture COUNT /bin/cat file
i=0
while [ $i -lt "$1" ]; do
	line=$(cat file)
	[ "$line" = content ] && i=$((i + 1))
done
echo $i
