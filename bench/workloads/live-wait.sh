# The end of many jobs at once, waited for.
#: sizes 100 1000 5000
#: count SIZE
#: marks yes
#: expect done
#: limit live wait SIZE
. "$SOURCE/bench/live.sh"
start_jobs "$2"
"$LIMIT" mark
end_jobs
"$LIMIT" mark
echo done
