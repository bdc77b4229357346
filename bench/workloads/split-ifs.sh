# A PATH-like text split at colons.
#: count 5000
#: expect 5000 /opt/bin
count=$1 i=0 path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/bin
IFS=:
while [ $i -lt $count ]; do
	set -- $path
	last=$7
	i=$((i + $# - 6))
done
IFS=' '
echo $i $last
