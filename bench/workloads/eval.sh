# eval of a short command.
#: count 30000
#: expect 30000
i=0
while [ $i -lt "$1" ]; do
	eval 'value=$i; i=$((value + 1))'
done
echo $i
