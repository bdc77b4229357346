# fg in scripts (set -m); on a terminal: tests/interactive
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "fg shows the command and has its status" {
	run_jsh -c 'set -m; (exec sh -c "kill -STOP \$\$; exit 9") &
		until grep -q "^State:.T" /proc/$!/status; do :; done
		fg; echo $?'
	assert_output '( exec sh -c "kill -STOP \$\$; exit 9" )
9'
}

@test "fg resumes a job that is stopped" {
	run_jsh -c 'set -m; sh -c "kill -STOP \$\$; echo on" &
		until grep -q "^State:.T" /proc/$!/status; do :; done; fg >shown'
	assert_output on
}

@test "fg takes the job that its operand names" {
	run_jsh -c 'set -m; sh -c "kill -STOP \$\$; exit 3" &
		until grep -q "^State:.T" /proc/$!/status; do :; done
		sleep 60 & fg %1 >shown; echo $?; kill %2'
	assert_output 3
}

@test "fg of an unknown job says so" {
	run_jsh -c 'set -m; fg %7'
	assert_failure 1
	assert_stderr 'jsh: line 1: fg: %7: no such job'
}

@test "fg without a job says so" {
	run_jsh -c 'set -m; fg'
	assert_failure 1
	assert_stderr 'jsh: line 1: fg: no current job'
}

@test "fg of a job that has ended says so" {
	run_jsh -c 'set -m; true &
		while kill -0 $! 2>err; do jobs -p >pids; done; fg'
	assert_failure 1
	assert_stderr 'jsh: line 2: fg: %1: has ended'
}

@test "fg needs job control" {
	run_jsh -c 'true & fg'
	assert_failure 1
	assert_stderr 'jsh: line 1: fg: no job control in this shell'
}

@test "fg takes one job" {
	run_jsh -c 'set -m; fg %1 %2'
	assert_failure 2
	assert_stderr --partial 'usage: fg [job]'
}
