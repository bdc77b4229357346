# XCU wait
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "wait gives the status of the process" {
	run_jsh -c '(exit 3) & wait $!; echo $?'
	assert_output 3
}

@test "wait gives the status of a process that ended long ago" {
	run_jsh -c 'mkfifo f; (exit 7) & p=$!; : <f & : >f; wait $!
		true; true; wait $p; echo $?'
	assert_output 7
}

@test "a signal that ended the process makes the status greater than 128" {
	run_jsh -c 'sh -c "kill -TERM \$\$" & wait $!; kill -l $?'
	assert_output TERM
}

@test "wait without operands waits for all, with status 0" {
	run_jsh -c 'mkfifo f; (read x <f; echo one; exit 4) &
		(exit 5) & (echo go >f) & wait; echo all $?'
	assert_output $'one\nall 0'
}

@test "wait without children returns at once" {
	run_jsh -c 'wait; echo $?'
	assert_output 0
}

@test "the status is that of the last operand" {
	run_jsh -c '(exit 3) & a=$!; (exit 4) & b=$!; wait $b $a; echo $?'
	assert_output 3
}

@test "a process that is no child of the shell has status 127" {
	run_jsh -c 'wait 999999; echo $?'
	assert_output 127
	run_jsh -c '(exit 3) & wait $!; wait 999999; echo $?'
	assert_output 127
}

@test "the statuses of 300 processes are kept" {
	departs mksh 'wait'
	run_jsh -c 'i=0; pids=
		while [ $i -lt 300 ]; do
			(exit $((i % 251))) & pids="$pids $!"; i=$((i + 1))
		done
		i=0
		for p in $pids; do
			wait $p; [ $? -eq $((i % 251)) ] || echo "wrong: $i"
			i=$((i + 1))
		done
		echo $i'
	assert_output 300
}

@test "a trapped signal ends the wait, then its action runs" {
	departs ksh 'wait'
	# It comes again and again: the first one may come before the wait.
	run_jsh -c 'mkfifo f; trap "trapped=yes" USR1; (read x <f) & p=$!
		(until test -e waited; do kill -USR1 $$; done) & q=$!
		trapped=; wait $p; kill -l $?; echo $trapped
		: >waited; trap "" USR1; wait $q; echo >f; wait $p; echo $?'
	assert_output $'USR1\nyes\n0'
}

@test "a subshell knows no process of its parent" {
	run_jsh -c '(exit 3) & p=$!; (wait $p; echo $?); wait $p; echo $?'
	assert_output $'127\n3'
}

@test "wait takes %1" {
	bug_of dash 'wants job control for it in a script'
	departs zsh 'wait'
	departs mksh 'wait'
	run_jsh -c '(exit 6) & wait %1; echo $?'
	assert_output 6
}

@test "a trapped signal ends the wait also if the process ends with it" {
	departs yash 'wait: the status is 384 and more'
	departs ksh 'wait: the status is 1'
	departs dash 'wait: what has ended at the same time comes first'
	departs bash 'wait: the second wait gives -1'
	script <<'EOF'
trap 'echo caught' USR1
(until [ "$(cut -d ' ' -f 3 /proc/$$/stat)" = S ]; do :; done
kill -USR1 $$; exit 3) &
wait $!
[ $? -gt 128 ] && echo above
wait $!; echo $?
EOF
	prints caught above 3
}

@test "a CHLD trap ends the wait as any trap does" {
	departs dash 'wait: ends with the status of the process'
	departs ksh 'wait: ends with the status of the process'
	departs zsh 'wait: ends with the status of the process'
	script <<'EOF'
trap 'echo child' CHLD
(until [ "$(cut -d ' ' -f 3 /proc/$$/stat)" = S ]; do :; done; exit 3) & p=$!
wait $p; [ $? -gt 128 ] && echo above
wait $p; echo $?
EOF
	prints child above 3
}

@test "each way to end has its status" {
	departs yash 'wait: 384 and more for a signal is above 255'
	departs ksh 'wait: 256 and more for a signal is above 255'
	script <<'EOF'
true & wait $!; echo $?
false & wait $!; echo $?
(exit 42) & wait $!; echo $?
(exit 255) & wait $!; echo $?
(exec kill -s KILL "$(exec sh -c 'echo $PPID')") & wait $!; echo $(($? > 128))
nonexistent-command 2>/dev/null & wait $!; echo $?
EOF
	ends 0 0 1 42 255 1 127
}

@test "the order of the operands does not matter, the last one counts" {
	departs zsh 'wait'
	departs busybox 'wait'
	script <<'EOF'
(exit 3) & a=$!
(exit 4) & b=$!
(exit 5) & c=$!
wait $c $a $b; echo $?
(exit 3) & wait $! 99999; echo $?
(exit 3) & wait 99999 $!; echo $?
wait -- 99999; echo $?
EOF
	departs dash 'wait: an unknown process is 127'
	ends 0 4 127 3 127
}

@test "wait without operands has status 0 and waits for all" {
	script <<'EOF'
(exit 3) & (exit 4) &
(until [ -e go ]; do :; done; echo late) &
: >go
wait; echo $?
wait; echo $?
EOF
	prints late 0 0
}

@test "wait for a job, the current one and one by name" {
	unlike ksh 'knows no job without job control'
	unlike mksh 'knows no job without job control'
	departs zsh 'wait'
	departs busybox 'wait'
	script <<'EOF'
(exit 3) & wait %1; echo $?
(exit 4) & wait %%; echo $?
(exit 5) & wait %+; echo $?
wait %7 2>/dev/null; echo $?
EOF
	unlike dash 'has the status 2 for an unknown job'
	ends 0 3 4 5 127
}

@test "wrong options and operands of wait are errors, and the shell goes on" {
	unlike mksh 'has the status 127 for what is no number, which is allowed'
	departs zsh 'wait: no option is known'
	script 'wait -Z; echo $(($? > 0)); wait abc; echo $(($? > 0))'
	complains 0 1 1
}

@test "a process that ended before is waited for with its own status" {
	script <<'EOF'
(exit 9) & p=$!
until ! kill -0 $p 2>/dev/null || [ "$(cut -d ' ' -f 3 /proc/$p/stat)" = Z ]
do :; done
true & wait $!
wait $p; echo $?
EOF
	ends 0 9
}
