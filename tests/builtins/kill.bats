# kill: jsh's own words
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "an ambiguous job is an error that lists the candidates" {
	run_jsh -c 'sleep 60 & sleep 61 & sh -c "exec sleep 62" & kill %sle; s=$?
		kill %1 %2 %3; exit $s'
	assert_failure 1
	assert_stderr \
		'jsh: line 1: kill: %sle: ambiguous: %1 (sleep 60), %2 (sleep 61)'
}

@test "each target that cannot be signalled is told" {
	run_jsh -c 'kill %7 no 999999'
	assert_failure 1
	assert_stderr 'jsh: line 1: kill: %7: no such job
jsh: line 1: kill: no: neither a pid nor a job (%1)
jsh: line 1: kill: 999999: No such process'
}

@test "a job's signal reaches all of its processes" {
	run_jsh -c 'sleep 60 | sleep 60 & kill -KILL %1; wait %1; echo $?
		jobs'
	assert_output 137
}

@test "a stopped job is let go on to act on TERM" {
	run_jsh -c 'set -m; mkfifo f
		sh -c '\''trap "echo tidied >f; exit" TERM; kill -STOP $$
			while :; do :; done'\'' &
		until grep -q "^State:.T" /proc/$!/status; do :; done
		kill %1; read x <f; echo $x; wait'
	assert_output tidied
}

@test "a pid that was reaped is not signalled" {
	run_jsh -c 'set -m; true & p=$!
		until ! kill -0 $p 2>err; do jobs -p >pid; done; cat err'
	assert_output --regexp \
		'^jsh: line [0-9]: kill: [0-9]+: No such process$'
}

@test "kill -l translates names too" {
	run_jsh -c 'kill -l KILL sigterm 2'
	assert_output $'9\n15\nINT'
}

@test "kill -l says what is no signal" {
	run_jsh -c 'kill -l 9 NOSUCH'
	assert_failure 1
	assert_output KILL
	assert_stderr 'jsh: line 1: kill: NOSUCH: no such signal'
}

@test "kill knows names in small letters, with SIG, and real-time ones" {
	for name in kill sigkill SIGKILL RTMIN+1 RTMAX; do
		run_jsh -c 'sleep 60 & kill -'"$name"' $!; wait $!; kill -l $?'
		name=${name^^}
		assert_output "${name#SIG}"
	done
}

@test "an unknown signal is a usage error" {
	run_jsh -c 'kill -NOSUCH 1'
	assert_failure 2
	assert_stderr --partial 'kill: NOSUCH: no such signal'
	assert_stderr --partial 'usage: kill'
}
