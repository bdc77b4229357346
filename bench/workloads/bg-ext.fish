set i 0
while test $i -lt $argv[1]
	/bin/true &
	set i (math $i + 1)
end
wait; and echo $i
