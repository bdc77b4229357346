# The lines of a file, read by the shell.
#: count 20000
#: setup seq 20000 | sed 's/.*/line & of a file with words in it/' >lines
#: expect 20000 line 20000 of a file with words in it
#: limit lines lines
n=0
while read -r line; do
	n=$((n + 1))
	last=$line
done <lines
echo $n $last
