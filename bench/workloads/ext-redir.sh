# External commands with three redirections.
#: count 200
#: expect 200
#: limit spawn-redirected COUNT /bin/true
i=0
while [ $i -lt "$1" ]; do
	/bin/true </dev/null >file 2>&1 && i=$((i + 1))
done
echo $i
