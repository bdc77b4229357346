# echo of three words to a file.
#: count 30000
#: expect line 29999 here
i=0
while [ $i -lt "$1" ]; do
	echo line $i here
	i=$((i + 1))
done >out
tail -n 1 out
