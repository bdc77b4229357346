# nohup in scripts; with a terminal: tests/interactive/nohup.bats
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "nohup runs a program that ignores SIGHUP" {
	run_jsh -c 'nohup sh -c "kill -HUP \$\$; echo lives"'
	assert_success
	assert_output lives
	assert_stderr ''
}

@test "nohup runs functions and builtins" {
	run_jsh -c 'f() { kill -HUP $(exec sh -c "echo \$PPID"); echo f $1; }
		nohup f x; nohup echo y; echo z'
	assert_output $'f x\ny\nz'
}

@test "nohup has the command's status" {
	run_jsh -c 'nohup sh -c "exit 7"; echo $?; f() { return 8; }
		nohup f; echo $?'
	assert_output $'7\n8'
}

@test "nohup changes nothing in the shell" {
	run_jsh -c 'x=1; f() { x=2; cd /; }; nohup f; echo $x; [ "$PWD" != / ]
		echo $?; trap; kill -HUP $$; echo after'
	assert_output $'1\n0'
	assert_equal "$status" 129
}

@test "after nohup command & the pid is the command's" {
	run_jsh -c 'nohup sleep 60 &
		until [ "$(cat /proc/$!/comm)" = sleep ]; do :; done
		kill $!; wait $!; kill -l $?'
	assert_output TERM
}

@test "a redirected command makes no nohup.out" {
	run_jsh -c 'nohup echo x >out; cat out; ls'
	assert_output $'x\nout'
}

@test "a command that there is not has status 127, as nohup's own errors" {
	run_jsh -c 'nohup no-such-command; echo $?'
	assert_output 127
	assert_stderr 'jsh: line 1: no-such-command: not found'
	run_jsh -c 'nohup; echo $?'
	assert_output 127
	assert_stderr --partial 'usage: nohup command'
	run_jsh -c 'nohup -z x; echo $?'
	assert_output 127
}

@test "nohup of an unknown job says so" {
	run_jsh -c 'nohup %7'
	assert_failure 1
	assert_stderr 'jsh: line 1: nohup: %7: no such job'
}
