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
		'^jsh: line [0-9]: kill: [0-9]+: already ended \(Done\)$'
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
	run_jsh -c 'kill -l 999'
	assert_failure 1
	assert_stderr 'jsh: line 1: kill: 999: no such signal'
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

@test "a job that ended before the act is told, with its status" {
	run_jsh -c 'set -m; sleep 60 & (exit 3) &
		while kill -0 %2 2>err; do :; done
		kill %2 %1; echo $?; wait %1; kill -l $?'
	assert_output $'1\nTERM'
	assert_stderr 'jsh: line 3: kill: %2: already ended (Exit 3)'
}

# A command that ignores TERM; it says so by the FIFO f.
tough='echo "trap \"\" TERM; echo >f; exec sleep 60" >tough; mkfifo f; '

@test "kill -t waits until the target has ended" {
	run_jsh -c 'set -m; sleep 60 & kill -t 60 %1
		[ -e /proc/$! ] || echo gone; wait %1; kill -l $?'
	assert_output $'gone\nTERM'
}

@test "kill -t sends KILL when the time is over" {
	run_jsh -c "$tough"'set -m; sh tough & read x <f; kill -t 0.01 %1; echo $?
		wait %1; kill -l $?'
	assert_output $'0\nKILL'
	assert_stderr ''
}

@test "kill -t sends the signal given first" {
	run_jsh -c 'set -m; sleep 60 & kill -USR1 -t 60 %1; wait %1; kill -l $?
		sleep 60 & kill -t60 -s USR2 $!; wait $!; kill -l $?'
	assert_output $'USR1\nUSR2'
}

@test "kill -t ends all of the job's group, also what its processes started" {
	run_jsh -c 'set -m; mkfifo f g; members() {
			for s in /proc/[0-9]*/stat; do
				read -r a b state d group e <$s && [ "$group" = "$p" ] &&
					[ "$state" != Z ] && echo $s
			done 2>/dev/null
		}
		sh -c "sleep 60 & echo >f; wait" | sh -c "
			trap \"\" TERM; sleep 60 & echo >g; wait; sleep 60" &
		set -- $JOBPIDS; p=$1; read x <f; read x <g
		members | wc -l; kill -t 0.01 %1; members | wc -l'
	assert_output $'4\n0'
}

@test "kill -t lets a stopped target go on, so that it can end in time" {
	run_jsh -c 'mkfifo f; sh -c "trap \"echo tidied >f; exit\" TERM
		kill -STOP \$\$; while :; do :; done" & p=$!
		until grep -q "^State:.T" /proc/$p/status; do :; done
		kill -t 60 $p & read x <f; echo $x; wait'
	assert_output tidied
}

@test "kill -t has one deadline for all targets" {
	run_jsh -c "$tough"'sh tough & a=$!; read x <f; sleep 60 & b=$!
		kill -t 0.5 $a $b; wait $a; kill -l $?; wait $b; kill -l $?'
	assert_output $'KILL\nTERM'
}

@test "kill -t tells each target that is not there, and goes on" {
	run_jsh -c 'sleep 60 & kill -t 60 999999 %7 %1; echo $?; wait $!; kill -l $?'
	assert_output $'1\nTERM'
	assert_stderr 'jsh: line 1: kill: 999999: No such process
jsh: line 1: kill: %7: no such job'
}

@test "kill -t needs a number of seconds, and a signal that can end something" {
	run_jsh -c 'kill -t soon %1'
	assert_failure 2
	assert_stderr --partial 'kill: -t: soon: not a number of seconds'
	run_jsh -c 'sleep 60 & kill -0 -t 1 %1; s=$?; kill $!; exit $s'
	assert_failure 2
	assert_stderr 'jsh: line 1: kill: -t: signal 0 ends nothing'
}

# A job that has a child in another session, and the pids of both: a and b. A
# process has the name of its program before it has the arguments.
apart='set -m; mkfifo f
	sh -c "setsid sh -c \"echo \\\$\\\$ >f; exec sleep 60\" & wait" &
	a=$!; read b <f; until grep -q "^sleep" /proc/$b/cmdline; do :; done; '

@test "kill --tree reaches a descendant that has left the session" {
	run_jsh -c "$apart"'kill --tree %1; wait %1; kill -l $?
		while grep -qs "^State:.[^Z]" /proc/$b/status; do :; done
		echo gone'
	assert_output $'TERM\ngone'
}

@test "kill without --tree leaves a descendant in another session alone" {
	run_jsh -c "$apart"'kill %1; wait %1; grep -c "^State:.[RSD]" /proc/$b/status
		kill $b'
	assert_output 1
}

@test "kill --tree of a pid reaches what descends from it, and no sibling" {
	run_jsh -c "$apart"'sleep 60 & c=$!; kill --tree -KILL $a; wait $a
		kill -l $?
		while grep -qs "^State:.[^Z]" /proc/$b/status; do :; done
		kill -0 $c && echo sibling; kill $c'
	assert_output $'KILL\nsibling'
}

@test "kill --tree -t waits for the descendants too" {
	run_jsh -c 'set -m; mkfifo f
		sh -c "setsid sh -c \"trap \\\"\\\" TERM; echo \\\$\\\$ >f
			exec sleep 60\" & wait" & read b <f
		kill --tree -t 0.01 %1
		grep -qs "^State:.[^Z]" /proc/$b/status || echo gone'
	assert_output gone
}

@test "kill -N says who would be hit, and hits nobody" {
	run_jsh -c "$apart"'kill -N %1; echo; kill --dry-run --tree %1
		echo; kill -N $$ $b; echo; kill -0 $a && kill -0 $b
		echo $? $a $b $$; kill --tree %1'
	rest=${output##*$'\n'}
	read -r code a b shell <<<"$rest"
	assert_equal "$code" 0
	dry=$(tr '\n' '|' <<<"$output")
	[[ $dry == "$a %1 sh -c setsid"*"||$a %1 sh -c setsid"*"|$b - sleep 60||"* ]]
	[[ $dry == *"$shell - "*" -c "*"|$b - sleep 60||0 "* ]]
}

@test "kill -n before a job is a dry run; before a signal it is that signal" {
	run_jsh -c 'set -m; sleep 60 &
		until [ "$(cat /proc/$!/comm)" = sleep ]; do :; done
		kill -n %1; kill -0 %1 && echo "$! lives"
		kill -n 9 $!; wait $!; kill -l $?'
	pid=${lines[1]% lives}
	assert_output "$pid %1 sleep 60
$pid lives
KILL"
}

@test "kill -n of what is neither a job nor a signal hits nobody" {
	run_jsh -c 'sleep 60 & kill -n $!; echo $?; kill -n 15 $!; wait; echo end'
	assert_output $'2\nend'
	assert_stderr --partial 'no such signal'
}

@test "the dry run tells a target that is not there" {
	run_jsh -c 'kill -N 999999 %7'
	assert_failure 1
	assert_stderr 'jsh: line 1: kill: 999999: No such process
jsh: line 1: kill: %7: no such job'
}

@test "the dry run shows a command's control characters harmless" {
	run_jsh -c 'sleep 60 & sh -c "sleep 60; :" "$(printf "a\033b")" &
		until [ "$(cat /proc/$!/comm)" = sh ]; do :; done
		kill -N $!; kill --tree $! %1'
	assert_output --partial 'a^[b'
}

@test "kill -L lists the signals with their numbers" {
	run_jsh -c 'kill -L'
	assert_line ' 1 HUP'
	assert_line '15 TERM'
	assert_line '64 RTMAX'
}

@test "an unknown long option is a usage error" {
	run_jsh -c 'kill --trees %1'
	assert_failure 2
	assert_stderr --partial 'kill: --trees: unknown option'
}
