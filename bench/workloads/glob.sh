# A pattern in a directory of 10,000 names.
#: count 5
#: setup seq 1 10000 | sed 's/$/.txt/' | xargs touch
#: expect 1000 9997.txt
#: limit names COUNT
for i in 1 2 3 4 5; do
	set -- *7.txt
done
count=$#
shift 999
echo $count $1
