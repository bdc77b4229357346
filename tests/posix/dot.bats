# XCU dot
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "dot runs a file in this shell" {
	echo 'x=1; f() { echo f; }' >script
	run_jsh -c '. ./script; echo $x; f'
	assert_output $'1\nf'
}

@test "dot looks in PATH, and the file need not be executable" {
	mkdir bin
	echo 'echo found' >bin/script
	run_jsh -c 'PATH=$PWD/bin:$PATH; . script'
	assert_output found
}

@test "dot has the status of the last command, 0 without one" {
	echo '(exit 3)' >script
	: >empty
	run_jsh -c '. ./script; echo $?; false; . ./empty; echo $?'
	assert_output $'3\n0'
}

@test "the script sees the status from before" {
	echo 'echo $?' >script
	run_jsh -c '(exit 5); . ./script'
	assert_output 5
}

@test "a file that is not there ends the shell" {
	run_jsh -c '. ./nowhere; echo alive'
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "dot sees the positional parameters" {
	echo 'echo $# "$1"' >script
	run_jsh -c '. ./script' sh a b
	assert_output '2 a'
}

@test "break in a dot script leaves the loop around it" {
	echo break >script
	run_jsh -c 'for i in 1 2; do . ./script; done; echo $i'
	assert_output 1
}

@test "a syntax error in the file ends the shell" {
	echo 'if' >script
	run_jsh -c '. ./script; echo alive'
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "a file of empty lines and comments has status 0" {
	printf '\n# nothing\n\n' >file
	: >empty
	script 'false; . ./file; echo $?; false; . ./empty; echo $?'
	prints 0 0
}
