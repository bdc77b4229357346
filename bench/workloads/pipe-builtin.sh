# Pipelines of two builtins.
#: count 300
#: expect 300
#: limit capture 300
i=0 good=0
while [ $i -lt 300 ]; do
	echo line | read -r line && good=$((good + 1))
	i=$((i + 1))
done
echo $good
