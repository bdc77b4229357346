for i in 1 2 3 4 5
	set names *7.txt
end
echo (count $names) $names[1000]
