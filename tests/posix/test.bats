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
