function main
	set n 0
	for word in one two three
		set n (math $n + 1)
	end
	switch $word
	case three
		echo "started $n"
	case '*'
		exit 1
	end
end
main
