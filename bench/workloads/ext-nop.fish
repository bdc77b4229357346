set i 0
while test $i -lt $argv[1]
	$NOP; and set i (math $i + 1)
end
echo $i
