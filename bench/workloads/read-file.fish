set n 0
while read -l line
	set n (math $n + 1)
	set last $line
end <lines
echo $n $last
