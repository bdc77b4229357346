# Here-documents of a few lines, read by a builtin.
#: count 3000
#: expect 3000
i=0
while [ $i -lt "$1" ]; do
	read -r line <<-END
		line $i
		another line with $line
	END
	[ "$line" = "line $i" ] && i=$((i + 1))
done
echo $i
