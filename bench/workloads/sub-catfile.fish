set i 0
while test $i -lt $argv[1]
	set line (cat file)
	test "$line" = content; and set i (math $i + 1)
end
echo $i
