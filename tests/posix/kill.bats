# XCU kill
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

# The signal that ended a process that was sent one by "kill $1 PID".
ended_by() {
	run_jsh -c 'sleep 60 & kill '"$1"' $!; wait $!; kill -l $?'
}

@test "kill sends TERM unless told otherwise" {
	ended_by ''
	assert_output TERM
}

@test "kill takes a signal by name and by number, in each form" {
	bug_of dash 'knows no -- after -9'
	for option in '-s KILL' '-KILL' '-9' '-s KILL --' '-9 --'; do
		ended_by "$option"
		assert_output KILL
	done
}

@test "-- ends the options" {
	ended_by '--'
	assert_output TERM
}

@test "kill -0 asks whether a process is there" {
	run_jsh -c 'kill -0 $$; echo $?; sleep 60 & kill -s 0 $!; echo $?
		kill $!; wait $!; kill -0 999999 2>/dev/null || echo none'
	assert_output $'0\n0\nnone'
}

@test "kill of a process that is not there fails and says so" {
	bug_of dash 'does not say which'
	run_jsh -c 'kill 999999'
	assert_failure
	assert_stderr --partial 999999
}

@test "kill goes on after a target that failed" {
	bug_of bash "has status 0 if one target is left"
	run_jsh -c 'sleep 60 & kill 999999 $! 2>/dev/null; echo $?
		wait $!; kill -l $?'
	assert_output $'1\nTERM'
}

@test "a negative number is a process group" {
	bug_of dash 'set -m needs a terminal'
	run_jsh -c 'set -m; sleep 60 | sleep 60 & set +m
		kill -s KILL -- -$(jobs -p %1); wait $!; kill -l $?' 2>/dev/null
	assert_line KILL
}

@test "kill -l lists the names without SIG" {
	run_jsh -c 'kill -l'
	assert_success
	bug_of bash 'lists numbers too'
	words=" ${output//$'\n'/ } "
	for name in HUP INT QUIT KILL TERM CHLD TSTP USR2; do
		[[ $words == *" $name "* ]] || fail "$name is not in $output"
	done
}

@test "kill -l translates numbers and statuses" {
	run_jsh -c 'kill -l 15; kill -l 137'
	assert_output $'TERM\nKILL'
}

@test "kill -l of what is no signal fails" {
	run_jsh -c 'kill -l 999'
	assert_failure
}

@test "kill without a target is an error" {
	run_jsh -c 'kill'
	assert_failure
	run_jsh -c 'kill -9'
	assert_failure
}

@test "kill of a signal that there is not is an error" {
	run_jsh -c 'kill -s NOSUCH $$'
	assert_failure
	[[ -n $stderr ]]
}

@test "the shell can signal itself" {
	run_jsh -c 'kill -TERM $$; echo after'
	assert_equal "$status" 143
	assert_output ''
}

@test "kill takes %1" {
	bug_of dash 'set -m needs a terminal'
	run_jsh -c 'set -m; sleep 60 & kill -KILL %1; wait $!; kill -l $?'
	assert_line KILL
}
