# Background jobs started, until so many are alive.
#: sizes 100 1000 5000
#: count SIZE
#: marks yes
#: expect done
#: limit live launch SIZE
. "$SOURCE/bench/live.sh"
"$LIMIT" mark
start_jobs "$2"
"$LIMIT" mark
end_jobs
echo done
