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
