# XCU echo: what is left after the implementation-defined parts
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "echo writes its arguments with single spaces between" {
	run_jsh -c 'echo a "b  c" "" d'
	assert_output 'a b  c  d'
}

@test "echo without arguments writes a newline" {
	run_jsh -c 'echo; echo x'
	assert_output $'\nx'
}

@test "echo takes -- and other dashes as text" {
	run_jsh -c 'echo -- - -x'
	assert_output -- '-- - -x'
}

@test "echo tells of a failed write" {
	departs ksh 'echo: the message'
	run_jsh -c 'echo text >/dev/full; echo $?'
	assert_output 1
	assert [ -n "$stderr" ]
}

@test "echo joins its arguments by spaces, also empty ones, and --" {
	script 'echo; echo a b; echo "a  b" c; echo "" a ""; echo a -- -n; echo -- a; x=; echo $x "$x" end'
	prints '' 'a b' 'a  b c' ' a ' 'a -- -n' '-- a' ' end'
}
