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
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	unlike ksh 'leaves a process of a pipeline'
	bug_of busybox 'set -m needs a terminal'
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
	bug_of yash 'set -m needs a terminal'
	bug_of zsh 'set -m needs a terminal'
	run_jsh -c 'set -m; sleep 60 & kill -KILL %1; wait $!; kill -l $?'
	assert_line KILL
}

@test "signals by name in each form, small letters too, and by number" {
	unlike dash 'knows no -sTERM'
	unlike bash 'knows no -sTERM'
	unlike yash 'has the status 399'
	unlike ksh 'has the status 271'
	unlike mksh 'the wait does not end'
	unlike zsh 'knows no -sTERM'
	departs busybox 'kill'
	script <<'EOF'
for how in '-s TERM' '-s term' -sTERM -TERM -SIGTERM -15 '-15 --' '-s 15 --' '--'; do
	sleep 60 & kill $how $!; wait $!; printf '%s ' $?
done; echo
EOF
	ends 0 '143 143 143 143 143 143 143 143 143 '
}

@test "kill -l lists names, and translates numbers and statuses" {
	departs ksh 'kill: -l of the status of a process that a signal ended'
	departs dash 'kill: -l'
	departs mksh 'kill: -l lists names'
	departs zsh 'kill: -l'
	departs busybox 'kill'
	script <<'EOF'
[ "$(kill -l | tr -s ' \n' '\n\n' | grep -x -e HUP -e INT -e TERM -e KILL | wc -l)" -eq 4 ] && echo names
kill -l | grep SIG
kill -l 1; kill -l 9 15; kill -l -- 2; kill -l 143
sh -c 'kill -KILL $$' & wait $!; kill -l $?
EOF
	ends 0 names HUP KILL TERM INT TERM KILL
}

@test "what kill cannot do has a message and a status that is not 0" {
	departs bash 'kill: 0 only if all were signalled'
	unlike zsh 'has a number for kill -l 999, as POSIX allows'
	departs busybox 'kill'
	script <<'EOF'
try() { kill "$@" 2>err; [ $? -ne 0 ] && [ -s err ] && printf 'x '; }
try; try -s; try -s TERM; try -TERM; try abc; try ''; try -s NOSUCH $$; try -999 $$; try 1x
try -9 99999999; try -- -99999999; try %1; try %%; try --; echo
sleep 60 & p=$!; try -9 99999999 $p; wait $p; echo $(($? > 128))
EOF
	ends 0 'x x x x x x x x x x x x x x ' 'x 1'
}

@test "kill -0 and kill -s 0 send nothing" {
	departs busybox 'kill'
	script 'kill -0 $$ && kill -s 0 $$ && kill -s 0 -- $$ && kill -0 0 && echo alive'
	prints alive
}
