set s (string repeat -n 16777216 x)
set a $s
set b $s
set c $s
set d $s
set e $s
set i 0
$LIMIT mark
while test $i -lt $argv[1]
	/bin/true; and set i (math $i + 1)
end
echo $i
