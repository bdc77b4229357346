# A test harness, and the tests of a string library that it runs.
passed=0 failed=0
it() {
	description=$1 expected=$2
	shift 2
	actual=$("$@" 2>&1; echo "[$?]")
	if [ "$actual" = "$expected" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAILED: %s\n  expected %s\n  actual   %s\n' \
			"$description" "$expected" "$actual"
	fi
}
repeat() { r=; i=0; while [ $i -lt "$2" ]; do r=$r$1; i=$((i + 1)); done; echo "$r"; }
pad() { printf "%${2}s\n" "$1"; }
contains() { case $1 in *"$2"*) ;; *) return 1 ;; esac; }
replace() {
	text=$1 out=
	while contains "$text" "$2"; do
		out=$out${text%%"$2"*}$3
		text=${text#*"$2"}
	done
	printf '%s\n' "$out$text"
}
upper() { printf '%s\n' "$1" | tr '[:lower:]' '[:upper:]'; }
count() { n=0 t=$1; while contains "$t" "$2"; do n=$((n + 1)) t=${t#*"$2"}; done; echo $n; }
palindrome() { t=$1; while [ ${#t} -gt 1 ]; do m=${t#?}; [ "${t%"$m"}" = "${t#"${t%?}"}" ] || return 1; t=${m%?}; done; }
it 'repeats' 'ababab
[0]' repeat ab 3
it 'repeats nothing' '
[0]' repeat ab 0
it 'pads' '    x
[0]' pad x 5
it 'finds a star' '[0]' contains 'a*b' '*'
it 'does not take it for a pattern' '[1]' contains ab '*'
it 'replaces' 'x.y.z
[0]' replace 'x/y/z' / .
it 'replaces nothing' 'abc
[0]' replace abc '?' .
it 'is upper' 'MIXED 1
[0]' upper 'mIxed 1'
it 'counts' '3
[0]' count banana a
it 'counts without overlap' '2
[0]' count aaaa aa
it 'knows palindromes' '[0]' palindrome racecar
it 'and others' '[1]' palindrome racecat
it 'fails on purpose' 'other[0]' echo this
echo "$passed passed, $failed failed"
[ $failed -eq 1 ]
