# $(<file): the shell itself reads it, where it knows how.
#: count 3000
#: unable dash yash busybox
#: setup echo content >file
#: expect 3000
i=0 good=0
while [ $i -lt "$1" ]; do
	line=$(<file)
	[ "$line" = content ] && good=$((good + 1))
	i=$((i + 1))
done
echo $good
