# External commands that do nothing at all: what the shell adds is all there is.
#: count 300
#: expect 300
#: limit spawn COUNT NOP
i=0
while [ $i -lt "$1" ]; do
	"$NOP" && i=$((i + 1))
done
echo $i
