# External commands with job control, each in a foreground group of its own.
#: count 200
#: terminal yes
#: expect 200
#: limit spawn-group COUNT /bin/true
set -m
i=0
while [ $i -lt "$1" ]; do
	/bin/true && i=$((i + 1))
done
echo $i
