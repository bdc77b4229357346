# Redirections of a builtin: output, descriptors, input.
#: count 10000
#: expect 10000
i=0
while [ $i -lt "$1" ]; do
	echo $i >file 2>&1
	: <file 3>&1
	i=$((i + 1))
done
read -r last <file
echo $((last + 1))
