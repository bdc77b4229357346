# 5 MB of functions read by `.`, the last one called.
#: setup sh "$SOURCE/bench/functions.sh" >functions
#: expect a b c d
. ./functions
echo $(f_23200 5)
