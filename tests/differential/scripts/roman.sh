# Roman numerals, there and back.
to_roman() {
	n=$1 r=
	for pair in 1000:M 900:CM 500:D 400:CD 100:C 90:XC 50:L 40:XL 10:X 9:IX 5:V 4:IV 1:I; do
		value=${pair%:*} letters=${pair#*:}
		while [ "$n" -ge "$value" ]; do
			r=$r$letters
			n=$((n - value))
		done
	done
	echo "$r"
}
from_roman() {
	text=$1 total=0
	while [ -n "$text" ]; do
		case $text in
		CM*) v=900 l=2 ;; CD*) v=400 l=2 ;; XC*) v=90 l=2 ;;
		XL*) v=40 l=2 ;; IX*) v=9 l=2 ;; IV*) v=4 l=2 ;;
		M*) v=1000 l=1 ;; D*) v=500 l=1 ;; C*) v=100 l=1 ;;
		L*) v=50 l=1 ;; X*) v=10 l=1 ;; V*) v=5 l=1 ;; I*) v=1 l=1 ;;
		*) echo "what is $text?" >&2; return 1 ;;
		esac
		total=$((total + v)) text=${text#?}
		[ $l -eq 2 ] && text=${text#?}
	done
	echo $total
}
for n in 1 4 9 14 40 90 400 1994 2024 3999; do
	r=$(to_roman $n)
	echo "$n $r $(from_roman "$r")"
done
from_roman XIZ 2>&1
echo $?
n=1 wrong=0
while [ $n -le 120 ]; do
	[ "$(from_roman "$(to_roman $n)")" = "$n" ] || wrong=$((wrong + 1))
	n=$((n + 1))
done
echo "$wrong wrong"
