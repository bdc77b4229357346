# help
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "help NAME shows usage, summary and text" {
	run_jsh -c 'help pwd'
	assert_success
	assert_line --index 0 'pwd: write the name of the current directory'
	assert_line --index 1 'usage: pwd [-L|-P]'
}

@test "help of what is no builtin is status 1" {
	run_jsh -c 'help nothing; echo $?'
	assert_output 1
	assert_stderr 'jsh: line 1: help: nothing: no such builtin (`help` lists them)'
}

@test "in posix mode there is no help" {
	run_jsh -c 'set -o posix; help; echo $?'
	assert_output 127
}
