# jobs: jsh's own lines and forms
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# Until the shell's child $! is stopped (T) or has ended (Z).
until_state='until_state() {
	until grep -q "^State:.$1" /proc/$2/status; do :; done; }; '

@test "jobs shows stopped and running jobs in the words that users know" {
	run_jsh -c "$until_state"'set -m
		sleep 60 & kill -STOP $!; until_state T $!; sleep 61 & jobs
		kill %1 %2; wait'
	assert_output "[1]+  Stopped (signal)        sleep 60
[2]-  Running                 sleep 61 &"
}

@test "jobs shows why a job has ended, once" {
	echo 'until test -e go; do :; done
		test "$1" = die && kill -KILL $$; exit $1' >when-told
	run_jsh -c "$until_state"'sh when-told 3 & a=$!
		sh when-told die & b=$!; sh when-told 0 &
		: >go; until_state Z $a; until_state Z $b; until_state Z $!
		jobs; jobs'
	assert_output "[1]   Exit 3                  sh when-told 3
[2]-  Killed                  sh when-told die
[3]+  Done                    sh when-told 0"
}

@test "jobs -l has a line for each process" {
	run_jsh -c 'sleep 60 | sleep 61 & jobs -l; kill $(jobs -p) $!; wait'
	assert_line --index 0 --regexp \
		'^\[1\]\+  [0-9]+ Running                 sleep 60 \| sleep 61 &$'
	assert_line --index 1 --regexp '^      [0-9]+ Running$'
}

@test "jobs -p lists pids only, and forgets nobody" {
	run_jsh -c "$until_state"'true & until_state Z $!
		[ "$(jobs -p)" = $! ] && jobs -p >pid && jobs'
	assert_output "[1]+  Done                    true"
}

@test "set -o posix has the standard's lines" {
	run_jsh -c "$until_state"'set -o posix; set -m
		sleep 60 & kill -STOP $!; until_state T $!; sleep 61 &
		(exit 3) & while kill -0 $! 2>err; do jobs -p >pids; done
		jobs; kill %1 %2; wait'
	assert_output '[1] + Stopped (SIGSTOP) sleep 60
[2]   Running sleep 61
[3] - Done(3) ( exit 3 )'
}

@test "jobs in a subshell shows the jobs of its parent" {
	run_jsh -c 'sleep 60 & (jobs); echo "$(jobs)"; jobs | cat; kill $!'
	line='[1]+  Running                 sleep 60 &'
	assert_output "$line
$line
$line"
}

@test "a subshell's own job is its first, and the parent's are hidden" {
	run_jsh -c 'sleep 60 & p=$!; (sleep 61 & jobs; kill $!); kill $p'
	assert_output '[1]+  Running                 sleep 61 &'
}

@test "a job is named by number, by beginning, by part, and without %" {
	run_jsh -c 'sleep 60 & sleep 61 | cat & jobs %1; jobs 2; jobs %?cat
		jobs %-; jobs %%; kill $(jobs -p)'
	one='[1]-  Running                 sleep 60 &'
	two='[2]+  Running                 sleep 61 | cat &'
	assert_output "$one
$two
$two
$one
$two"
}

@test "an unknown job is told, and the others are listed" {
	run_jsh -c 'sleep 60 & jobs %7 %1; s=$?; kill $!; exit $s'
	assert_failure 1
	assert_output '[1]+  Running                 sleep 60 &'
	assert_stderr 'jsh: line 1: jobs: %7: no such job'
}

@test "control characters in a command are shown harmless" {
	run_jsh -c $'sh -c "exec sleep 60" \e[2J\x07 & jobs; kill $!'
	assert_output \
		'[1]+  Running                 sh -c "exec sleep 60" ^[[2J^G &'
}

@test "an unknown option is a usage error" {
	run_jsh -c 'jobs -z'
	assert_failure 2
	assert_stderr --partial 'usage: jobs [-l|-p|-j|-F format] [-nrs] [job ...]'
}
