# Parameter operators: length, prefixes and suffixes, defaults.
#: count 30000
#: expect 30000
path=/usr/local/share/doc/file.tar.gz i=0
while [ $i -lt "$1" ]; do
	name=${path##*/}
	base=${name%%.*}
	dir=${path%/*}
	first=${dir#/} length=${#name} other=${unset:-$base}
	i=$((i + 1))
done
[ "$other $length $first" = 'file 11 usr/local/share/doc' ] && echo $i
