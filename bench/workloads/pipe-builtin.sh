# Pipelines of two builtins.
#: count 300
#: expect 300
#: limit capture COUNT
i=0 good=0
while [ $i -lt "$1" ]; do
	echo line | read -r line && good=$((good + 1))
	i=$((i + 1))
done
echo $good
