# case with four patterns, the last of which matches.
#: count 30000
#: expect 30000
i=0 word=file.tar.gz
while [ $i -lt "$1" ]; do
	case $word in
	*.c | *.h) i=0 ;;
	[0-9]*) i=1 ;;
	"$i") i=2 ;;
	*.tar.?z) i=$((i + 1)) ;;
	esac
done
echo $i
