set i 0
while test $i -lt $argv[1]
	set line (/bin/echo line | /bin/cat)
	test "$line" = line; and set i (math $i + 1)
end
echo $i
