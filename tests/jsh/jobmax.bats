# JOBMAX: how many jobs run in the background at a time
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "with JOBMAX a further job waits until one has ended" {
	run_jsh -c 'JOBMAX=1; i=0
		while [ $i -lt 20 ]; do
			(mkdir lock || echo together; rmdir lock) & i=$((i + 1))
		done; wait; echo end'
	assert_output end
	assert_stderr ''
}

@test "JOBMAX does not count what has ended, was stopped or was disowned" {
	run_jsh -c 'set -m; JOBMAX=1; true & sleep 60 & a=$!; kill -STOP $a
		until grep -q "^State:.T" /proc/$a/status; do :; done
		sleep 61 & b=$!; disown $b; sleep 62 & c=$!; echo started
		kill $a $b $c; kill -CONT $a'
	assert_output started
}

@test "JOBMAX that is no number, or 0, limits nothing, nor does it in posix mode" {
	for value in '' no 0 -1; do
		run_jsh -c 'JOBMAX=$1; sleep 60 & sleep 60 & kill %1 %2; echo started' \
			jsh "$value"
		assert_output started
	done
	run_jsh -o posix -c 'JOBMAX=1; sleep 60 & sleep 60 & kill %1 %2; echo started'
	assert_output started
}

@test "a trap runs while a job waits for its slot" {
	run_jsh -c 'JOBMAX=1; mkfifo f; trap "echo trapped; echo >f" USR1
		(kill -USR1 $$; read x <f) & true & wait; echo end'
	assert_output $'trapped\nend'
}
