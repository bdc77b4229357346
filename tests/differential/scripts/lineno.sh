# LINENO counts the lines of the script.
echo $LINENO
echo $LINENO \
	$LINENO
f() {
	echo "f $LINENO"
}
: "a
b"
f
if true; then
	echo $LINENO
fi
cat <<E
x
E
echo $((LINENO + 0))
