set i 0
while test $i -lt $argv[1]
	cmp /dev/null /dev/null; and set i (math $i + 1)
end
echo $i
