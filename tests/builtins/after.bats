# after in scripts; on a terminal: tests/interactive/acts.bats
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "after runs the command when the job has ended, with its status in \$?" {
	run_jsh -c 'mkfifo f; (read x <f; exit 3) & after %1 "echo it ended: \$?"
		echo before; echo >f; wait; echo $?'
	assert_output $'before\nit ended: 3\n0'
}

@test "after runs the command at once if the job has ended" {
	run_jsh -c '(exit 3) & while kill -0 $! 2>err; do :; done
		after %1 "echo \$?"; echo next'
	assert_output $'3\nnext'
}

@test "several words are a command with its arguments, and never code" {
	run_jsh -c '(exit 3) & x="a  b;\$(echo c)"
		after %1 printf "%s\n" "$x" "*"; wait'
	assert_output 'a  b;$(echo c)
*'
}

@test "the status before the command is kept after it" {
	run_jsh -c 'mkfifo f; (read x <f; exit 3) & after %1 "false; : >g"
		(exit 5); echo >f; until test -e g; do :; done; (exit 6); echo $?'
	assert_output 6
}

@test "several commands run in the order in which they were given" {
	run_jsh -c 'mkfifo f; (read x <f; exit 3) & after %1 echo one
		after %1 "echo two; (exit 9)"; after %1 "echo \$?"
		echo >f; wait'
	assert_output $'one\ntwo\n3'
}

@test "the command runs between two commands of a script that does not wait" {
	run_jsh -c 'mkfifo f; (read x <f) & after %1 ": >ended"; echo >f
		until test -e ended; do :; done; echo seen'
	assert_output seen
}

@test "the status is that of the whole pipeline under pipefail" {
	run_jsh -c 'set -o pipefail; false | true & after %1 "echo \$?"; wait'
	assert_output 1
}

@test "a command may leave the shell" {
	run_jsh -c '(exit 3) & after %1 "exit 7"; wait; echo not reached'
	assert_failure 7
	assert_output ''
}

@test "a subshell does not run its parent's commands" {
	run_jsh -c 'mkfifo f; (read x <f) & after %1 echo ended
		(echo >f; :; :); wait'
	assert_output ended
}

@test "after needs a job that is there, and a command" {
	run_jsh -c 'after %7 echo'
	assert_failure 1
	assert_stderr 'jsh: line 1: after: %7: no such job'
	run_jsh -c 'sleep 60 & after %1; s=$?; kill %1; exit $s'
	assert_failure 2
	assert_stderr --partial 'usage: after job command'
}

@test "in posix mode there is no after" {
	run_jsh -o posix -c 'after; echo $?'
	assert_output 127
}
