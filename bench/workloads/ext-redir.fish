set i 0
while test $i -lt $argv[1]
	/bin/true </dev/null >file 2>&1; and set i (math $i + 1)
end
echo $i
