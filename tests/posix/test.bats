# XCU test
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

# true EXPRESSION..., false EXPRESSION..., error EXPRESSION...: as arguments
is_true() {
	run_jsh -c 'test "$@"' test "$@"
	[ "$status" = 0 ] || fail "test $* should be true: $status $stderr"
}

is_false() {
	run_jsh -c 'test "$@"' test "$@"
	[ "$status" = 1 ] || fail "test $* should be false: $status $stderr"
}

is_error() {
	run_jsh -c 'test "$@"' test "$@"
	[[ $status -gt 1 && -n $stderr ]] ||
		fail "test $* should be an error: $status $stderr"
}

@test "no argument is false, one is true unless empty" {
	is_false
	is_false ''
	is_true a
	is_true -f
	is_true !
	is_true '('
	is_true '='
	is_true -n
}

@test "two arguments: ! or a unary primary" {
	is_true ! ''
	is_false ! a
	is_false -z a
	is_true -z ''
	is_true -n a
	is_false -n ''
	is_false ! !
	is_true -n =
	is_true -n !
}

@test "two arguments without an operator are an error" {
	is_error a b
}

@test "three arguments: a binary primary comes first" {
	is_true a = a
	is_false a = b
	is_true a != b
	is_false a != a
	is_true ! = !
	is_true -f = -f
	is_false '(' = ')'
	is_true '=' '=' '='
	is_true -n = -n
}

@test "three arguments: ! negates two" {
	is_true ! -n ''
	is_false ! -z ''
	is_true ! ! a
}

@test "three arguments without an operator are an error" {
	is_error a b c
}

@test "four arguments: ! negates three" {
	is_false ! a = a
	is_true ! a = b
	is_true ! ! a = a || true
	is_false ! = = =
}

@test "integers are compared as numbers" {
	is_true 1 -eq 01
	is_true -1 -lt 0
	is_true 2 -gt 1
	is_true 2 -ge 2
	is_true 2 -le 2
	is_true 2 -ne 3
	is_false 2 -lt 2
	is_false 10 -lt 9
	is_true +1 -eq 1
}

@test "what is no integer is an error" {
	unlike ksh 'knows fractions'
	departs mksh 'test'
	is_error a -eq 1
	is_error 1 -eq 1x
	is_error 1.5 -gt 1
}

@test "files of each type are told apart" {
	echo text >file
	: >empty
	mkdir dir
	mkfifo fifo
	ln -s file link
	ln -s nowhere dangling
	is_true -e file
	is_true -f file
	is_true -s file
	is_false -s empty
	is_false -f dir
	is_true -d dir
	is_false -d file
	is_true -p fifo
	is_false -p file
	is_true -h link
	is_true -L link
	is_false -L file
	is_true -f link
	is_true -h dangling
	is_false -e dangling
	is_true -c /dev/null
	is_false -c file
	is_false -b file
	is_false -S file
	is_false -e nowhere
	is_false -f ''
}

@test "permissions and mode bits" {
	: >file
	chmod 644 file
	is_true -r file
	is_true -w file
	is_false -x file
	chmod 6755 file
	is_true -x file
	is_true -u file
	is_true -g file
	chmod 755 file
	is_false -u file
	is_false -g file
}

@test "-t is false for what is no terminal" {
	is_false -t 0
	is_false -t 9
}

@test "ages and identities of files" {
	touch -d '2020-01-01' old
	touch -d '2021-01-01' new
	ln old same
	is_true new -nt old
	is_false old -nt new
	is_false old -nt old
	is_true old -ot new
	is_true old -ef same
	is_false old -ef new
	is_false nowhere -nt old
	is_false nowhere -ef nowhere
}

@test "bracket needs its partner" {
	run_jsh -c '[ a = a ]; echo $?; [ a = b ]; echo $?; [ ]; echo $?'
	assert_output $'0\n1\n1'
	run_jsh -c '[ a = a'
	assert [ "$status" -gt 1 ]
	assert [ -n "$stderr" ]
}

@test "with -ef, -nt and -ot a file that is there beats one that is not" {
	departs dash 'test: -nt and -ot with a file that is not there'
	departs zsh 'test: -nt and -ot with a file that is not there'
	departs busybox 'test'
	script <<'EOF'
touch -t 202001010000 old; touch -t 202101010000 new; ln new same
t() { test "$@"; printf '%s' $?; }
t new -nt old; t old -nt new; t old -nt old; echo
t old -ot new; t new -ot old; t new -ot new; echo
t new -nt none; t none -nt new; t none -nt none; echo
t none -ot new; t new -ot none; t none -ot none; echo
t new -ef same; t new -ef old; t new -ef none; t none -ef none; echo
EOF
	prints 011 011 011 011 0111
}

@test "strings are compared in the order of the locale by < and >" {
	departs zsh 'test: < and >'
	script <<'EOF'
t() { test "$@"; printf '%s' $?; }
t a '<' b; t b '<' a; t a '<' a; t a '<' aa; t '' '<' a; echo
t b '>' a; t a '>' b; t a '>' a; t 10 '>' 9; t '<' '<' '>'; echo
EOF
	prints 01100 01110
}

@test "all of three arguments, with operators as operands" {
	departs busybox 'test'
	script <<'EOF'
t() { test "$@" 2>/dev/null; printf '%s ' $?; }
t ! = !; t '(' = '('; t '(' = ')'; t -n = a; t -f = -f; t = = =; t -a = -a
t '(' a ')'; t '(' '' ')'; t '(' ! ')'; t ! -n ''; t ! -n a; t ! ! a; t ! ! ''
echo
EOF
	prints '0 0 1 1 0 0 0 0 1 0 0 1 0 1 '
}

@test "all of four arguments" {
	departs ksh 'test: ! ( a )'
	departs dash 'test: ! ! -n a'
	departs busybox 'test'
	script <<'EOF'
t() { test "$@" 2>/dev/null; printf '%s ' $?; }
t ! a = b; t ! a = a; t '(' -n a ')'; t '(' -z a ')'; t '(' ! a ')'
t ! '(' a ')'; t ! '(' '' ')'; t ! ! -n a; t ! -f = -f
echo
EOF
	prints '0 1 0 1 1 1 0 0 1 '
}

@test "one and two arguments, with operators as operands" {
	script <<'EOF'
t() { test "$@" 2>/dev/null; printf '%s ' $?; }
t; t ''; t a; t !; t -n; t -z; t '('; t ')'; t =; t --; t -f; t 0; t ' '
t ! ''; t ! a; t ! !; t ! -n; t -n ''; t -n -n; t -z ''; t -z -z; t -n '('
echo
EOF
	prints '1 1 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 0 0 1 0 '
}

@test "integers with signs, zeros and blanks; what is none is status 2" {
	departs ksh 'test: what is no integer is an error'
	departs mksh 'test: what is no integer is an error'
	departs zsh 'test: what is no integer is an error'
	script <<'EOF'
t() { test "$@" 2>/dev/null; printf '%s ' $?; }
t 1 -eq 01; t +1 -eq 1; t -0 -eq 0; t -5 -lt -4; t 08 -eq 8; t 10 -gt 9
t 9223372036854775807 -gt 9223372036854775806; t -9223372036854775808 -lt 0
t a -eq 0; t '' -eq 0; t 0x1 -eq 1; t 1.0 -eq 1; t 1 -eq 1a; t 1 -xx 1; echo
EOF
	prints '0 0 0 0 0 0 0 0 2 2 2 2 2 2 '
}

@test "-a, -o and parentheses, which the standard has given up, still work" {
	unlike ksh 'is wrong about some, which POSIX allows'
	script <<'EOF'
t() { test "$@" 2>/dev/null; printf '%s ' $?; }
t a -a b; t a -a ''; t '' -o a; t '' -o ''; t a -o b -a ''; t '' -a '' -o a
t '(' a -o b ')' -a ''; t ! '(' a -o b ')'; t 1 -eq 1 -a a = a; echo
EOF
	prints '0 1 0 1 0 0 1 1 0 '
}

@test "[ is test with ] at the end, and an error without" {
	script <<'EOF'
t() { [ "$@" 2>/dev/null; printf '%s ' $?; }
t ]; t a ]; t '' ]; t ] ]; t a = a ]; t ! a ]; t a; t; t a = a
echo
EOF
	prints '1 0 1 0 0 1 2 2 2 '
}

@test "file primaries follow links but -h and -L, and are false for nothing" {
	script <<'EOF'
t() { test "$@" 2>/dev/null; printf '%s' $?; }
: >empty; echo x >full; mkdir dir; mkfifo pipe; ln -s full link; ln -s no dead
for op in b c d e f h L p s; do
	printf '%s ' "$op"
	for f in empty full dir pipe link dead none '' /dev/null; do
		t -"$op" "$f"
	done
	echo
done
chmod 4000 empty; chmod 2000 full; chmod 1777 dir
t -u empty; t -u full; t -g full; t -g empty; t -u none; t -g ''; echo
EOF
	prints 'b 111111111' 'c 111111110' 'd 110111111' 'e 000001110' \
		'f 001101111' 'h 111100111' 'L 111100111' 'p 111011111' \
		's 100101111' 010111
}
