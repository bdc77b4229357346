# Foreground commands while many jobs are alive.
#: sizes 100 1000 5000
#: count 100
#: marks yes
#: expect done
#: limit live fg SIZE
. "$SOURCE/bench/live.sh"
start_jobs "$2"
i=0
"$LIMIT" mark
while [ $i -lt 100 ]; do
	/bin/true && i=$((i + 1))
done
"$LIMIT" mark
end_jobs
echo done
