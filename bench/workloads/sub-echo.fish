set i 0
set good 0
while test $i -lt $argv[1]
	set line (echo "$i")
	test "$line" = "$i"; and set good (math $good + 1)
	set i (math $i + 1)
end
echo $good
