# 200,000 turns: what the shell's memory grows by.
#: count 200000
#: once yes
#: memory yes
#: expect 200000
f() {
	b=$1
	x=${b#1} y="$x and $b"
	set -- $y
}
i=0
while [ $i -lt "$1" ]; do
	f 1$i
	i=$((i + 1))
	[ $i -eq 1000 ] && cp /proc/$$/status before
done
cp /proc/$$/status after
echo $i
