# `jobs` while many jobs are alive.
#: sizes 100 1000 5000
#: count SIZE
#: marks yes
#: expect done
. "$SOURCE/bench/live.sh"
start_jobs "$2"
"$LIMIT" mark
jobs >list
"$LIMIT" mark
end_jobs
[ "$(wc -l <list)" -eq "$2" ] && echo done
