# XCU jobs, and the job control of scripts (set -m)
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

# The process group of $1.
group_of='group_of() { set -- $(ps -o pgid= -p "$1"); echo $1; }; '

@test "jobs -p gives the pid of a job's process group leader" {
	bug_of dash 'set -m needs a terminal'
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	run_jsh -c 'set -m; sleep 60 & [ "$(jobs -p)" = $! ] && echo same
		kill $!; wait' 2>/dev/null
	assert_line same
}

@test "jobs names the command and its state" {
	bug_of dash 'set -m needs a terminal'
	departs ksh 'jobs: the command'
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	departs busybox 'jobs: the command'
	run_jsh -c 'set -m; sleep 60 & jobs; kill $!; wait'
	assert_line --index 0 --regexp '^\[1\] ?\+ +(.*[0-9] )?Running +.*sleep 60'
}

@test "without jobs there is nothing to list" {
	run_jsh -c 'jobs; echo $?'
	assert_output 0
}

@test "with set -m each job has its own process group" {
	bug_of dash 'set -m needs a terminal'
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	bug_of busybox 'set -m needs a terminal'
	run_jsh -c "$group_of"'set -m; sleep 60 & a=$!; sleep 60 & b=$!
		[ "$(group_of $a)" = $a ] && [ "$(group_of $b)" = $b ] && echo own
		kill $a $b; wait'
	assert_line own
}

@test "without set -m a job is in the shell's process group" {
	run_jsh -c "$group_of"'sleep 60 &
		[ "$(group_of $!)" = "$(group_of $$)" ] && echo shared; kill $!'
	assert_output shared
}

@test "a foreground job of a script with set -m has its own group as well" {
	bug_of dash 'set -m needs a terminal'
	unlike ksh 'needs a terminal for set -m'
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	bug_of busybox 'set -m needs a terminal'
	run_jsh -c "$group_of"'set -m
		sh -c '\''set -- $(ps -o pgid= -p $$); [ $1 = $$ ] && echo own'\''; :'
	assert_line own
}

@test "jobs of an unknown job fails" {
	departs ksh 'jobs'
	departs zsh 'jobs'
	run_jsh -c 'jobs %7'
	assert_failure
	assert [ -n "$stderr" ]
}

@test "bg lets a stopped job go on" {
	unlike mksh 'gives up opening a FIFO when a child changes its state'
	bug_of dash 'set -m needs a terminal'
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	bug_of busybox 'set -m needs a terminal'
	run_jsh -c 'set -m; mkfifo f
		sh -c "kill -STOP \$\$; echo on >f" &
		until jobs | grep -q "Stopped\|Suspended"; do :; done
		bg >/dev/null; read x <f; echo $x; wait'
	assert_line on
}

@test "fg waits for the job and has its status" {
	bug_of dash 'set -m needs a terminal'
	unlike ksh 'needs a terminal for set -m'
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	bug_of busybox 'set -m needs a terminal'
	run_jsh -c 'set -m; sh -c "kill -STOP \$\$; exit 9" &
		until jobs | grep -q "Stopped\|Suspended"; do :; done
		fg >/dev/null; echo $?'
	assert_line 9
}

@test "fg and bg without job control fail" {
	bug_of bash 'bg succeeds'
	run_jsh -c 'true & fg'
	assert_failure
	run_jsh -c 'true & bg'
	assert_failure
}
