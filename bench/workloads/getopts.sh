# getopts over five arguments.
#: count 10000
#: expect 10000
i=0
while [ $i -lt "$1" ]; do
	OPTIND=1 seen=
	while getopts abc:d option -a -bc value -d rest; do
		seen=$seen$option
	done
	[ $seen = abcd ] && i=$((i + 1))
done
echo $i
