set i 0
set failed 0
while test $i -lt $argv[1]
	/bin/true |
		/bin/false; or set failed (math $failed + 1)
	set i (math $i + 1)
end
echo $failed
