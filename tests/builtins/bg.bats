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
