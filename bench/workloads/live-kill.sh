# `kill %n` while many jobs are alive.
#: sizes 100 1000 5000
#: count 100
#: terminal yes
#: marks yes
#: expect done
#: limit live kill SIZE
. "$SOURCE/bench/live.sh"
set -m
start_jobs "$2"
i=0
"$LIMIT" mark
while [ $i -lt 100 ]; do
	i=$((i + 1))
	kill -0 %$i || exit
done
"$LIMIT" mark
exec 2>/dev/null # what some shells say about it
end_jobs
echo done
