set i 0
while test $i -lt 1000
	/bin/true &
	set i (math $i + 1)
end
wait; and echo $i
