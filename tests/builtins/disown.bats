# disown in scripts; on a terminal: tests/interactive/acts.bats
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "disown takes the job that it names, or the current one" {
	run_jsh -c 'sleep 60 & a=$!; sleep 61 & b=$!; sleep 62 & c=$!
		disown %2; jobs; disown; jobs; kill $a $b $c'
	assert_output '[1]-  Running                 sleep 60 &
[3]+  Running                 sleep 62 &
[1]+  Running                 sleep 60 &'
}

@test "disown -h leaves the job in the list" {
	run_jsh -c 'sleep 60 & disown -h %1; jobs; kill %1'
	assert_output '[1]+  Running                 sleep 60 &'
}

@test "wait without operands does not wait for a disowned job" {
	run_jsh -c 'sleep 60 & disown; wait; echo $?; kill $!'
	assert_output 0
}

@test "a disowned job is still known by its pid" {
	run_jsh -c '(exit 3) & disown; wait $!; echo $?'
	assert_output 3
}

@test "a script's disowned job leaves no zombie" {
	run_jsh -c 'sleep 60 & disown; kill $!; while [ -e /proc/$! ]; do :; done
		echo gone'
	assert_output gone
}

@test "disown of a job that has ended says so, with its status" {
	run_jsh -c '(exit 3) & while kill -0 $! 2>err; do :; done; disown %1'
	assert_failure 1
	assert_stderr 'jsh: line 1: disown: %1: already ended (Exit 3)'
}

@test "disown without a job, and of one that is not there, says so" {
	run_jsh -c 'disown'
	assert_failure 1
	assert_stderr 'jsh: line 1: disown: no current job'
	run_jsh -c 'disown %7'
	assert_failure 1
	assert_stderr 'jsh: line 1: disown: %7: no such job'
}

@test "a subshell cannot disown its parent's job" {
	run_jsh -c 'sleep 60 & (disown %1); echo $?; kill %1'
	assert_output 1
	assert_stderr 'jsh: line 1: disown: %1: is a job of the parent shell'
}

@test "in posix mode there is no disown" {
	run_jsh -o posix -c 'disown; echo $?'
	assert_output 127
}
