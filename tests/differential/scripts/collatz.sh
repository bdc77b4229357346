# Collatz sequences with memory, and the longest below a limit.
steps() {
	n=$1 count=0
	while [ "$n" -ne 1 ]; do
		eval "known=\${memo_$n-}"
		if [ -n "$known" ]; then
			count=$((count + known))
			break
		fi
		if [ $((n & 1)) -eq 0 ]; then n=$((n >> 1)); else n=$((3 * n + 1)); fi
		count=$((count + 1))
	done
	eval "memo_$1=\$count"
}
best=0 i=1
until [ $i -gt 60 ]; do
	steps $i
	if [ "$count" -gt "$best" ]; then
		best=$count
		echo "$i takes $count"
	fi
	i=$((i + 1))
done
echo "memo of 27: $memo_27"
