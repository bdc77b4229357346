# A here-document of 80 KB with 1,200 expansions.
#: count 30
#: expect 30 2010530
i=0 total=0
text='a line of a document that is longer than what a pipe takes at once
'
text=$text$text$text$text$text$text$text$text$text$text
text=$text$text$text$text$text$text$text$text$text$text
while [ $i -lt "$1" ]; do
	wc -c >size <<END
$text$i$text$i$text$i$text$i$text$i$text$i$text$i$text$i$text$i$text$i
END
	read -r size <size
	total=$((total + size)) i=$((i + 1))
done
echo $i $total
