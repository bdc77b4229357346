# XCU exit
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "exit n has status n" {
	for n in 0 1 42 255; do
		run_jsh -c "exit $n; echo alive"
		assert_failure "$n" || assert_success
		assert_equal "$status" "$n"
		assert_output ''
	done
}

@test "exit without n has the status of the last command" {
	run_jsh -c '(exit 7); exit'
	assert_failure 7
}

@test "exit in a subshell leaves only that" {
	run_jsh -c '(exit 3; echo never); echo $?'
	assert_output 3
}

@test "exit in a function leaves the shell" {
	run_jsh -c 'f() { exit 4; }; f; echo alive'
	assert_failure 4
	assert_output ''
}

@test "exit in eval and in a dot script leaves the shell" {
	echo 'exit 5' >script
	run_jsh -c '. ./script; echo alive'
	assert_failure 5
	run_jsh -c 'eval "exit 6"; echo alive'
	assert_failure 6
	assert_output ''
}

@test "exit runs the EXIT trap" {
	run_jsh -c 'trap "echo bye" EXIT; exit 3'
	assert_failure 3
	assert_output bye
}

@test "exit without n in the EXIT trap keeps the status" {
	departs ksh 'exit'
	departs zsh 'exit'
	run_jsh -c 'trap "false; exit" EXIT; exit 3'
	assert_failure 3
}

@test "exit n in the EXIT trap sets the status" {
	run_jsh -c 'trap "exit 9" EXIT; exit 3'
	assert_failure 9
}

@test "exit without n in a trap has the status from before the trap" {
	bug_of bash 'has that of false'
	departs ksh 'exit'
	departs yash 'exit'
	departs zsh 'exit'
	run_jsh -c 'trap "false; exit" USR1; (exit 8); kill -USR1 $$; echo alive'
	assert_equal "$status" 0 # of kill
	assert_output ''
}

@test "exit with what is no number ends the shell" {
	run_jsh -c 'exit abc; echo alive'
	assert_output '' # the status is unspecified
}

@test "n of exit: 0 to 255, and what is no number" {
	departs zsh 'exit'
	for n in 0 1 127 128 255; do
		script "exit $n; echo no"
		ends $n
	done
	departs mksh 'exit: a number that is too large'
	script 'exit 010'; ends 10
	for n in abc 1x "''" 99999999999; do
		script "exit $n; echo no"
		assert_output '' # the status is unspecified
	done
}

@test "exit without n has the status of the last command, in all places" {
	departs ksh 'exit: in the last command of a pipeline'
	script 'false; exit'; ends 1
	script '(exit 3); exit'; ends 3
	script 'x=$(exit 4); exit'; ends 4
	script 'false || exit'; ends 1
	script 'f() { (exit 6); exit; }; f; echo no'; ends 6
	script '(exit 5) | exit; echo $?; (exit; echo no); echo $?'; ends 0 0 0
	script '{ exit 7; echo no; } | cat; (false; exit) || echo $?'; ends 0 1
}
