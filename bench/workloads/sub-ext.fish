set i 0
while test $i -lt 200
	set line (/bin/echo line)
	test "$line" = line; and set i (math $i + 1)
end
echo $i
