# 10 MB split into fields.
#: setup seq 1388888 >numbers
#: expect 1388888 1 1000000
set -- $(cat numbers)
first=$1 count=$#
shift 999999
echo $count $first $1
