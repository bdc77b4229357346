# 5 MB of functions read with -n.
#: setup sh "$SOURCE/bench/functions.sh" >functions
#: expect parsed
"$BENCH_SH" -n ./functions && echo parsed
