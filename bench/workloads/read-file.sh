# The lines of a file, read by the shell.
#: count 10000
#: setup seq 10000 | sed 's/.*/line & of a file with words in it/' >lines
#: expect 10000 line 10000 of a file with words in it
#: limit lines lines
n=0
while read -r line; do
	n=$((n + 1))
	last=$line
done <lines
echo $n $last
