# 131,072 positional parameters, shifted one by one.
#: count 20000
#: expect 131072 111072
s='1 2 3 4 5 6 7 8'
s="$s $s $s $s $s $s $s $s"
s="$s $s $s $s $s $s $s $s"
s="$s $s $s $s $s $s $s $s"
s="$s $s $s $s $s $s $s $s"
set -- $s $s $s $s
count=$#
while [ $# -gt 111072 ]; do
	shift
done
echo $count $#
