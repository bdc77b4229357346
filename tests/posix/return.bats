# XCU return
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "return leaves a function with its status" {
	run_jsh -c 'f() { return 3; echo never; }; f; echo $?'
	assert_output 3
}

@test "return without n has the status of the last command" {
	run_jsh -c 'f() { false; return; }; f; echo $?'
	assert_output 1
}

@test "return leaves all loops of the function" {
	run_jsh -c 'f() { while :; do for i in 1 2; do return 4; done; done; }
		f; echo $?'
	assert_output 4
}

@test "return leaves only the innermost function" {
	run_jsh -c 'g() { return 1; }; f() { g; echo in f; }; f'
	assert_output 'in f'
}

@test "return leaves a dot script" {
	printf '%s\n' 'echo one' 'return 5' 'echo never' >script
	run_jsh -c '. ./script; echo $?'
	assert_output $'one\n5'
}

@test "return in a dot script inside a function leaves the script only" {
	echo 'return 6' >script
	run_jsh -c 'f() { . ./script; echo $?; }; f'
	assert_output 6
}
