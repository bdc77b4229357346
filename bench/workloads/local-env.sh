# An assignment that holds for one builtin only.
#: count 30000
#: expect 30000 kept
i=0 value=kept
while [ $i -lt "$1" ]; do
	value=new [ "$value" = kept ] && i=$((i + 1))
done
echo $i $value
