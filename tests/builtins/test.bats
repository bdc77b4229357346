# test and [ of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

is() {
	run_jsh -c 'test "$@"' test "${@:2}"
	[ "$status" = "$1" ] || fail "test ${*:2}: $status, not $1"
}

@test "-a, -o and parentheses in long expressions" {
	is 0 a -a b
	is 1 a -a ''
	is 0 '' -o b
	is 1 '' -o ''
	is 0 a = b -o c = c
	is 0 a = a -o b = b -a c = d
	is 1 '(' a = a -o b = b ')' -a c = d
	is 0 ! '(' a = b ')'
	is 1 ! a = a -a b
	is 0 ! a = b -a b = b
	is 0 '(' '(' a ')' ')'
	is 0 -n a -a -f /dev/null -o -c /dev/null
}

@test "parentheses around one, two and three arguments" {
	is 0 '(' a ')'
	is 1 '(' '' ')'
	is 0 '(' -n a ')'
	is 0 '(' a = a ')'
}

@test "strings are ordered by < and >" {
	is 0 a '<' b
	is 1 b '<' a
	is 0 b '>' a
	is 1 a '>' a
}

@test "blanks around an integer are allowed" {
	is 0 ' 3 ' -eq 3
	is 2 '3 4' -eq 3
	is 2 '' -eq 0
}

@test "messages say what was expected" {
	run_jsh -c '[ 1 -eq x ]'
	assert_failure 2
	assert_stderr 'jsh: line 1: [: "x": expected an integer'
	run_jsh -c '[ 99999999999999999999 -gt 1 ]'
	assert_stderr --partial '[: 99999999999999999999: out of range'
	run_jsh -c 'test -q file'
	assert_stderr --partial 'test: -q: expected an operator such as -f'
	run_jsh -c 'test a is b'
	assert_stderr --partial 'test: is: expected an operator such as ='
	run_jsh -c 'test "(" a = a -a b'
	assert_stderr --partial 'test: expected ")"'
	run_jsh -c 'test a = a b c'
	assert_stderr --partial 'test: b: unexpected'
	run_jsh -c '[ a'
	assert_failure 2
	assert_stderr --partial '[: expected "]" as the last argument'
}

@test "a thousand negations and nested parentheses do no harm" {
	run_jsh -c 'set --; i=0; while [ $i -lt 1000 ]; do set -- "$@" !; i=$((i+1))
		done; test "$@" a -a b; echo $?'
	assert_output 0
	run_jsh -c 'set --; i=0; while [ $i -lt 2000 ]; do set -- "$@" "("; i=$((i+1))
		done; test "$@"; echo $?'
	assert_output 2
	assert_stderr --partial 'nested too deeply'
}

@test "-k, -O and -G" {
	: >file
	chmod 1644 file
	is 0 -k file
	is 0 -O file
	is 0 -G file
	is 1 -O nowhere
}
