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
	assert_stderr 'jsh: line 2: fg: %1: already ended (Done)'
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

@test "fg names the job that has ended as it was given, with its status" {
	run_jsh -c 'set -m; (exit 3) &
		while kill -0 $! 2>err; do jobs -p >pids; done; fg 1'
	assert_failure 1
	assert_stderr 'jsh: line 2: fg: 1: already ended (Exit 3)'
}

# Three jobs that stop at once and, let go on, exit with 3, 4 and 5.
stopped='stop() { sh -c "kill -STOP \$\$; exit $1"; }; set -m
	stop 3 & stop 4 & sleep 60 | stop 5 &
	for p in $(jobs -p %1) $(jobs -p %2) $!; do
		until grep -q "^State:.T" /proc/$p/status; do :; done
	done; '

@test "fg takes a job's number without %" {
	run_jsh -c "$stopped"'fg 1 >out; echo $?; kill %2 %3'
	assert_output 3
}

@test "fg takes the beginning of a command without %" {
	run_jsh -c "$stopped"'fg "stop 4" >out; echo $?; kill %1 %3'
	assert_output 4
}

@test "fg takes the pid of any process of a job" {
	run_jsh -c "$stopped"'p=$(jobs -p %3); kill $p; fg $! >out; echo $?
		kill %1 %2'
	assert_output 5
}

@test "fg of a number that is neither a job nor a process of one says so" {
	run_jsh -c 'set -m; sleep 60 & fg 999999; s=$?; kill %1; exit $s'
	assert_failure 1
	assert_stderr 'jsh: line 1: fg: 999999: no such job'
}

@test "fg of an ambiguous name lists the candidates" {
	run_jsh -c 'set -m; sleep 60 & sleep 61 & fg sl; s=$?; kill %1 %2; exit $s'
	assert_failure 1
	assert_stderr \
		'jsh: line 1: fg: sl: ambiguous: %1 (sleep 60), %2 (sleep 61)'
}

@test "a job alone is a command: it comes to the foreground" {
	run_jsh -c "$stopped"'%1 >out; echo $?; "%stop 4" >out; echo $?; kill %3'
	assert_output $'3\n4'
}

@test "in posix mode too a job alone comes to the foreground" {
	run_jsh -o posix -c "$stopped"'%1 >out; echo $?; kill %2 %3'
	assert_output 3
}

@test "a job alone that is not there is an error of fg" {
	run_jsh -c 'set -m; %7'
	assert_failure 1
	assert_stderr 'jsh: line 1: fg: %7: no such job'
}

@test "without job control %1 is a command's name as any other" {
	run_jsh -c 'sleep 60 & %1; echo $?; kill %1'
	assert_output 127
	assert_stderr 'jsh: line 1: %1: not found'
}
