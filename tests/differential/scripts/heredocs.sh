# Here-documents in every place.
v=value
cat <<A; cat <<B
first $v
A
second
B
cat <<A - <<\B
lost
A
$v kept
B
cat <<-E
	no tabs	inside stays
		$v
	E
if cat <<E; then echo after; fi
in a condition
E
while read -r a b; do echo "$b $a"; done <<E
1 one
2 two
E
f() { cat; cat <<E; }
of f: $1 $#
E
f x y <<E
to f
E
for i in 1 2; do cat <<E
i=$i $(cat <<F
inner $i
F
)
E
done
cat <<"E F"
with a space $v
E F
cat <<E | tr a-z A-Z
piped \$v \\ \
joined
E
x=$(cat <<E
substituted
  indented

E
); echo "[$x]"
cat <<E
${u-default "quoted"} ${v+"$v"} $((1 +
1)) `echo "back"`
E
cat <<''
until an empty line

(cat <<E
in a subshell
E
)
case $(cat <<E
word
E
) in word) echo matched ;; esac
cat 3<<X <<Y /dev/fd/3 -
three
X
zero
Y
