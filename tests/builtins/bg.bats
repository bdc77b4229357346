# bg in scripts (set -m); on a terminal: tests/interactive
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# Stop the job that was just started.
stop='stop() { kill -STOP $!
	until grep -q "^State:.T" /proc/$!/status; do :; done; }; set -m; '

@test "bg shows the job and lets it go on" {
	run_jsh -c "$stop"'sleep 60 & stop; bg; jobs; kill %1'
	assert_output '[1]+ sleep 60 &
[1]+  Running                 sleep 60 &'
}

@test "bg takes several jobs" {
	run_jsh -c "$stop"'sleep 60 & stop; sleep 61 & stop; bg %1 %2; jobs; kill %1 %2'
	assert_output '[1]- sleep 60 &
[2]+ sleep 61 &
[1]-  Running                 sleep 60 &
[2]+  Running                 sleep 61 &'
}

@test "\$! is the job that bg let go on" {
	run_jsh -c "$stop"'sleep 60 & stop; p=$!; sleep 61 & bg %1 >shown
		[ $! = $p ] && echo same; kill %1 %2'
	assert_output same
}

@test "set -o posix has the standard's line" {
	run_jsh -c "$stop"'set -o posix; sleep 60 & stop; bg; kill %1'
	assert_output '[1] sleep 60'
}

@test "bg of a job that runs says so, and is no failure" {
	run_jsh -c 'set -m; sleep 60 & bg; s=$?; kill %1; exit $s'
	assert_success
	assert_stderr 'jsh: line 1: bg: %1: is running in the background already'
}

@test "bg goes on after an unknown job" {
	run_jsh -c "$stop"'sleep 60 & stop; bg %7 %1; echo $?; kill %1'
	assert_output $'[1]+ sleep 60 &\n1'
	assert_stderr 'jsh: line 2: bg: %7: no such job'
}

@test "bg needs job control" {
	run_jsh -c 'true & bg'
	assert_failure 1
	assert_stderr 'jsh: line 1: bg: no job control in this shell'
}

@test "bg takes a number and a name without %, and a pid" {
	run_jsh -c "$stop"'sleep 60 & stop; a=$!; sleep 61 & stop; tail -f /dev/null &
		stop; bg $a 2 tail; kill %1 %2 %3'
	assert_output '[1]  sleep 60 &
[2]- sleep 61 &
[3]+ tail -f /dev/null &'
}

@test "a job with & is a command: it goes on in the background" {
	run_jsh -c "$stop"'sleep 60 & stop; sleep 61 & stop; %1 & %sleep\ 61 & jobs
		kill %1 %2'
	assert_output '[1]- sleep 60 &
[2]+ sleep 61 &
[1]-  Running                 sleep 60 &
[2]+  Running                 sleep 61 &'
}

@test "a job with & that is not there is an error of bg" {
	run_jsh -c 'set -m; %7 & echo $?'
	assert_output 1
	assert_stderr 'jsh: line 1: bg: %7: no such job'
}

@test "bg of a job that has ended says so, with its status" {
	run_jsh -c 'set -m; (exit 3) &
		while kill -0 $! 2>err; do jobs -p >pids; done; bg %1'
	assert_failure 1
	assert_stderr 'jsh: line 2: bg: %1: already ended (Exit 3)'
}

@test "bg lets all of a job go on when only a part of it is stopped" {
	run_jsh -c "$stop"'sleep 60 | sleep 61 & kill -STOP $!
		until grep -q "^State:.T" /proc/$!/status; do :; done
		bg; while grep -q "^State:.T" /proc/$!/status; do :; done; kill %1'
	assert_output '[1]+ sleep 60 | sleep 61 &'
}
