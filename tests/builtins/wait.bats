# wait: jsh's own words, and what the standard leaves open
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "what cannot be waited for is told" {
	run_jsh -c 'wait 999999 no %7; echo $?'
	assert_output 127
	assert_stderr 'jsh: line 1: wait: 999999: is not a child of this shell
jsh: line 1: wait: no: neither a pid nor a job (%1)
jsh: line 1: wait: %7: no such job'
}

@test "a status is given once" {
	run_jsh -c '(exit 3) & wait $!; echo $?; wait $! 2>/dev/null; echo $?'
	assert_output $'3\n127'
}

@test "pipefail counts for a job" {
	run_jsh -c 'set -o pipefail; false | true & wait %1; echo $?'
	assert_output 1
}

@test "with job control a job that stops has been waited for" {
	run_jsh -c 'set -m; sleep 60 & kill -STOP $!; wait $!; kill -l $?
		wait %1; kill -l $?; wait; echo all; kill %1'
	assert_output $'STOP\nSTOP\nall'
}

@test "without job control a stop is not noticed" {
	run_jsh -c 'sh -c "(until grep -q \"^State:.T\" /proc/\$\$/status
		do :; done; kill -CONT \$\$) & kill -STOP \$\$; exit 4" &
		wait $!; echo $?'
	assert_output 4
}

@test "the end of a child runs its trap, and the wait goes on" {
	run_jsh -c 'mkfifo f; trap "echo child" CHLD; (read x <f; exit 6) &
		p=$!; true & wait %2; echo >f; wait $p; echo $?'
	assert_line --index -1 6
	assert_line child
}

@test "with set -o posix the end of a child with a trap ends the wait" {
	# A stop counts, and comes again and again: the first may be too early.
	run_jsh -c 'set -o posix; sleep 60 & p=$!
		trap "child=yes" CHLD
		(until test -e waited; do kill -STOP $p; kill -CONT $p; done) &
		child=; wait $p; kill -l $?; echo $child
		trap - CHLD; : >waited; wait $!; kill $p'
	assert_output $'CHLD\nyes'
}

@test "a trap that exits ends the wait and the shell" {
	run_jsh -c 'mkfifo f; trap "echo >f; exit 5" USR1; (read x <f) &
		(kill -USR1 $$) & wait; echo after'
	assert_failure 5
	assert_output ''
}

@test "a trap may wait itself" {
	run_jsh -c 'mkfifo f
		trap "trap \"\" USR1; echo >f; wait \$p; echo trap \$?" USR1
		(read x <f; exit 3) & p=$!; kill -USR1 $$; wait $p
		echo $?' 2>/dev/null
	assert_output $'trap 3\n127'
}

@test "1,000 jobs are waited for one by one" {
	run_jsh -c 'i=0; pids=
		while [ $i -lt 1000 ]; do
			(exit $((i % 251))) & pids="$pids $!"; i=$((i + 1))
		done
		i=0 wrong=0
		for p in $pids; do
			wait $p; [ $? = $((i % 251)) ] || wrong=$((wrong + 1))
			i=$((i + 1))
		done
		echo $i $wrong'
	assert_output '1000 0'
}

# Processes that end when they are told: by a line of their FIFO, with a status.
told='mkfifo f1 f2; begin() { (read x <f$1; exit $2) & }; '

@test "wait -n waits for the first that ends, whatever it is named by" {
	run_jsh -c "$told"'begin 1 3; a=$!; begin 2 4; echo >f2
		wait -n $a %2; echo $?; echo >f1; wait -n $a; echo $?'
	assert_output $'4\n3'
}

@test "wait -n without operands waits for the next job of all" {
	run_jsh -c "$told"'begin 1 3; begin 2 4; echo >f2; wait -n; echo $?
		echo >f1; wait -n; echo $?'
	assert_output $'4\n3'
}

@test "wait -n gives each job once, and 127 when there is none left" {
	run_jsh -c '(exit 3) & (exit 4) & (exit 5) & wait -n; a=$?; wait -n; b=$?
		wait -n; c=$?; echo $((a + b + c)); wait -n; echo $?'
	assert_output $'12\n127'
}

@test "wait -n gives jobs that ended before another one was started" {
	run_jsh -c '(exit 3) & a=$!; while kill -0 $! 2>err; do :; done; (exit 4) &
		wait $!; wait -n -p p; echo $?; [ "$p" = "$a" ] && echo first'
	assert_output $'3\nfirst'
}

@test "wait -p tells the pid of the one that ended" {
	run_jsh -c "$told"'begin 1 3; a=$!; begin 2 4; b=$!; echo >f2
		wait -n -p p $a $b; [ $p = $b ] && echo second; echo >f1
		wait -p p %1; [ $p = $a ] && echo first
		wait -n -p p; echo "$? ${p-unset}"'
	assert_output $'second\nfirst\n127 unset'
}

@test "wait -p needs a variable's name" {
	run_jsh -c 'wait -p 1x'
	assert_failure 2
	assert_stderr 'jsh: line 1: wait: -p: 1x: not a variable name'
	run_jsh -c 'readonly r; wait -p r; echo $?'
	assert_output 1
	assert_stderr 'jsh: line 1: r: readonly variable'
}

@test "wait -t gives up with status 124, and nothing is lost" {
	run_jsh -c "$told"'begin 1 3; wait -t 0.01 $!; echo $?; wait -t 0 %1; echo $?
		wait -t 0.01; echo $?; wait -n -t 0.01; echo $?
		echo >f1; wait -t 60 $!; echo $?'
	assert_output $'124\n124\n124\n124\n3'
}

@test "wait -t has one deadline for all operands" {
	run_jsh -c "$told"'begin 1 3; a=$!; begin 2 4; wait -t 0.01 $a $!; echo $?
		echo >f1; echo >f2; wait'
	assert_output 124
}

@test "wait -t 0 asks whether it has ended" {
	run_jsh -c '(exit 3) & until grep -q "^State:.Z" /proc/$!/status; do :; done
		wait -t 0 $!; echo $?'
	assert_output 3
}

@test "wait -t needs a number of seconds" {
	run_jsh -c 'wait -t soon'
	assert_failure 2
	assert_stderr 'jsh: line 1: wait: -t: soon: not a number of seconds'
}

@test "-t of wait, kill and read takes decimal seconds and no other number" {
	for seconds in 1e3 0x10 inf +5 ' 5' . '' 99999999999; do
		for command in "wait -t '$seconds'" "kill -t '$seconds' %1" \
			"read -t '$seconds' x"; do
			run_jsh -c "$command"
			assert_equal "$status" 2
			assert_stderr --partial ": -t: $seconds: not a number of seconds"
		done
	done
	run_jsh -c 'wait -t .5; wait -t 5.; wait -t 007.250'
	assert_success
}

@test "wait -f is not satisfied by a stop" {
	run_jsh -c "$told"'set -m; begin 1 3; kill -STOP %1
		until grep -q "^State:.T" /proc/$!/status; do :; done
		wait %1; kill -l $?; wait -f -t 0.01 %1; echo $?
		kill -CONT %1; echo >f1; wait -f %1; echo $?'
	assert_output $'STOP\n124\n3'
}

@test "wait -n without operands is not satisfied by a stop" {
	run_jsh -c "$told"'set -m; sleep 60 & kill -STOP %1; begin 1 3
		until grep -q "^State:.T" /proc/$(jobs -p %1)/status; do :; done
		echo >f1; wait -n; echo $?; wait -n; echo $?; kill %1'
	assert_output $'3\n127'
}

# Write to the FIFO $1 when the shell sleeps: who is no child of it may be gone a
# moment later.
soon='soon() { until [ "$(cut -d " " -f 3 /proc/$$/stat)" = S ]; do :; done
	echo >$1; }; '

@test "wait -x waits for a process that is no child, with status 0" {
	run_jsh -c "$soon"'mkfifo f g
		sh -c "sh -c \"echo \\\$\\\$ >g; read x <f; exit 3\" &"
		read p <g; wait -x -t 0.01 $p; echo $?; soon f & wait -x $p; echo $?'
	assert_output $'124\n0'
}

@test "wait -x has status 127 if there is no such process" {
	run_jsh -c 'wait -x 999999; echo $?'
	assert_output 127
	assert_stderr 'jsh: line 1: wait: 999999: no such process'
}

@test "wait -x gives the status of a pid that is a child" {
	run_jsh -c '(exit 3) & wait -x $!; echo $?'
	assert_output 3
}

@test "wait -x -n takes any mix of children, jobs and other processes" {
	run_jsh -c "$told$soon"'mkfifo f g; sh -c "sh -c \"echo \\\$\\\$ >g; read x <f\" &"
		read p <g; begin 1 3; a=$!; begin 2 4
		echo >f2; wait -x -n -p w $p $a %2; echo $?; [ $w = $! ] && echo job
		soon f & wait -x -n -p w $p $a; echo $?; [ $w = $p ] && echo other
		echo >f1; wait -x -n -p w $a; echo $?; [ $w = $a ] && echo child'
	assert_output $'4\njob\n0\nother\n3\nchild'
}
