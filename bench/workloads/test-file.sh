# test of files: there, a directory, readable.
#: count 20000
#: setup touch file; mkdir folder
#: expect 20000
i=0
while [ $i -lt "$1" ]; do
	[ -f file ] && [ -d folder ] && [ -r file ] && i=$((i + 1))
done
echo $i
