#!/usr/bin/env bats
#
# job-control.bats - process groups, the terminal, stopping and going on
#
# The shell runs a script with set -m on a terminal of its own, whose output goes
# to a file; the tests of stopped jobs type to an interactive shell. Each step may
# take 60 s (ptyrun's time-out).
#
# POSIX.1-2024 XCU 2.11, 2.9.3.1, XBD 3.181 (job ID).
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

# Run the script on standard input on a terminal, with job control.
monitored() {
	departs zsh '2.11: a script tells nothing of its jobs'
	{
		echo 'exec >out 2>err; set -m'
		cat
	} >"$BATS_TEST_TMPDIR/script"
	ptyrun <<-END
		spawn $JSH $BATS_TEST_TMPDIR/script
		status 0
	END
	status=0
	output=$(<out)
	stderr=$(<err)
	lines=()
	[[ -z $output ]] || mapfile -t lines <<<"$output"
}

# Play steps to an interactive shell whose prompt has come.
typed() {
	unlike mksh 'has a prompt of its own for root'
	{
		echo "spawn $JSH -i"
		echo 'expect "$ "'
		cat
	} | ptyrun
}

@test "m is among the options, and set -o names monitor" {
	monitored <<-'END'
		case $- in *m*) echo m;; esac
		set +m
		case $- in *m*) echo m;; *) echo none;; esac
		set -o monitor
		case $- in *m*) echo m;; esac
	END
	ends 0 'm' 'none' 'm'
}

@test "a background command leads a process group of its own" {
	monitored <<-'END'
		sh -c 'ps -o pgid= -p $$' >ids &
		wait
		read pgid <ids
		[ "$pgid" = $! ] && echo leader
	END
	ends 0 'leader'
}

@test "a foreground command has a group of its own, and the terminal" {
	unlike bash 'does not hand the terminal to and fro at once in a script'
	departs ksh '2.11'
	departs mksh '2.11'
	monitored <<-END
		$PROBE ids >ids
		set +m
		$PROBE ids >ids3
	END
	[[ $(<ids) =~ ^pid\ ([0-9]+)\ .*pgrp\ ([0-9]+)\ .*tpgid\ ([0-9]+)$ ]]
	assert_equal "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
	assert_equal "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}"
	# Without job control the command is in the shell's group, which has the
	# terminal back.
	[[ $(<ids3) =~ ppid\ ([0-9]+)\ .*pgrp\ ([0-9]+)\ .*tpgid\ ([0-9]+)$ ]]
	assert_equal "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
	assert_equal "${BASH_REMATCH[2]}" "${BASH_REMATCH[3]}"
}

@test "a background command does not get the terminal" {
	monitored <<-END
		$PROBE ids >ids & wait
	END
	[[ $(<ids) =~ pgrp\ ([0-9]+)\ .*tpgid\ ([0-9]+)$ ]]
	assert_not_equal "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
}

@test "all of a pipeline is in one group" {
	departs ksh '2.11'
	monitored <<-END
		$PROBE ids | { cat; $PROBE ids; } | { cat; $PROBE ids; } >ids
		$PROBE ids | { cat; $PROBE ids; } >ids2 & wait
	END
	mapfile -t groups < <(sed 's/.*pgrp \([0-9]*\) .*/\1/' ids ids2)
	assert_equal "${#groups[@]}" 5
	assert_equal "${groups[0]}" "${groups[1]}"
	assert_equal "${groups[1]}" "${groups[2]}"
	assert_equal "${groups[3]}" "${groups[4]}"
	assert_not_equal "${groups[0]}" "${groups[3]}"
}

@test "a subshell, a group and a loop are jobs" {
	monitored <<-END
		($PROBE ids; $PROBE ids) >ids
		{ $PROBE ids; $PROBE ids; } >ids2 & wait
		for i in 1 2; do $PROBE ids; done >ids3 & wait
	END
	for file in ids ids2 ids3; do
		run sort -u <(sed 's/.*pgrp \([0-9]*\) .*/\1/' $file)
		assert_equal "${#lines[@]}" 1
	done
}

@test "commands of a substitution are not jobs" {
	monitored <<-END
		x=\$($PROBE ids; $PROBE ids); echo "\$x" >ids
	END
	run sort -u <(sed 's/.*pgrp \([0-9]*\) .*/\1/' ids)
	assert_equal "${#lines[@]}" 1
}

@test "a background command with job control may be interrupted" {
	monitored <<-END
		$PROBE signals & wait
	END
	assert_line --index 0 --regexp '^ignored:'
	refute_line --index 0 --regexp 'INT|QUIT|TSTP|TTIN|TTOU'
}

@test "commands get default stop signals" {
	monitored <<-END
		$PROBE signals; $PROBE signals | cat; ($PROBE signals)
	END
	for i in 0 3 6; do
		refute_line --index $i --regexp 'INT|QUIT|TSTP|TTIN|TTOU|CHLD'
	done
	assert_equal "${#lines[@]}" 9
}

@test "job IDs name jobs" {
	departs ksh '2.11'
	departs mksh '2.11'
	mkfifo fifo
	monitored <<-'END'
		names() { jobs -p "$1" >id && [ "$(cat id)" = "$2" ] && echo "$3"; }
		(read x <fifo; exit 3) & a=$!
		sh -c 'read y <fifo; exit 4' & b=$!
		names %1 $a 1
		names %2 $b 2
		names %% $b current
		names %+ $b plus
		names %- $a minus
		names %sh $b string
		names '%?y <f' $b within
		kill %1 %2
		wait
	END
	ends 0 '1' '2' 'current' 'plus' 'minus' 'string' 'within'
}

@test "wait takes job IDs" {
	departs dash 'wait, EXIT STATUS'
	departs ksh 'wait: an unknown process is 127'
	departs busybox 'wait: an unknown process is 127'
	monitored <<-'END'
		(exit 3) & (exit 4) &
		wait %1; echo $?
		wait %2; echo $?
		(exit 5) & wait %%; echo $?
		wait %9 2>/dev/null; echo $?
	END
	ends 0 '3' '4' '5' '127'
}

@test "kill of a job ID reaches the whole group" {
	departs mksh '2.11'
	monitored <<-END
		$PROBE pause | $PROBE pause | $PROBE pause &
		kill %1
		wait %1
		echo \$((\$? > 128))
		{ $PROBE pause; $PROBE pause; } &
		kill -s KILL %%
		wait \$!
		echo \$((\$? > 128))
	END
	ends 0 '1' '1'
}

@test "kill of a negative process group" {
	departs mksh '2.11'
	monitored <<-END
		$PROBE pause | $PROBE pause &
		jobs -p >id; read p <id
		kill -s TERM -- -\$p
		wait
		echo done
	END
	ends 0 'done'
}

@test "a job that stops is still there, and ends when it is told to go on" {
	departs mksh '2.11'
	monitored <<-'END'
		sh -c 'kill -STOP $$; exit 6' &
		until [ "$(ps -o stat= -p $! | cut -c 1)" = T ]; do :; done
		echo stopped
		kill -CONT %1
		wait $!; s=$?
		# In some wait tells of the stop first.
		while [ $s -gt 128 ]; do wait $!; s=$?; done
		echo $s
	END
	ends 0 'stopped' '6'
}

@test "bg lets a stopped job go on in the background" {
	departs ksh 'jobs: the command'
	monitored <<-'END'
		sh -c 'kill -STOP $$; ps -o pgid= -o tpgid= -p $$ >ids; exit 6' &
		until jobs >j && grep -q '[Ss]topped\|SIGSTOP' j; do :; done
		bg %1 >bgout
		wait $!; s=$?
		while [ $s -gt 128 ]; do wait $!; s=$?; done
		echo $s
		read pgid tpgid <ids
		[ "$pgid" != "$tpgid" ] && echo background
		grep -c 'kill -STOP' bgout
	END
	ends 0 '6' 'background' '1'
}

@test "fg brings a job to the foreground, tells its command and gives its status" {
	departs ksh 'fg, STDOUT'
	unlike zsh 'tells of background jobs in scripts, too'
	mkfifo fifo
	monitored <<-'END'
		sh -c 'read x <fifo; exit 7' &
		# It ends once fg has told of it.
		sh -c 'until [ -s fgout ]; do :; done; echo x >fifo' &
		fg %1 >fgout
		echo $?
		grep -c 'exit 7' fgout
		wait
	END
	assert_line --index 0 '7'
	assert_line '1'
}

@test "fg and bg without such a job are errors" {
	departs mksh '2.11'
	monitored <<-'END'
		fg; echo $(($? != 0))
		bg; echo $(($? != 0))
		fg %3; echo $(($? != 0))
		bg %nosuch; echo $(($? != 0))
		kill %4; echo $(($? != 0))
		jobs %5; echo $(($? != 0))
	END
	unlike dash 'ends at some'
	complains 0 '1' '1' '1' '1' '1' '1'
}

@test "a background job's standard input is not taken away" {
	monitored <<-'END'
		exec <err
		echo text >in
		cat <in & wait
		{ read x; echo "got $x"; } <in & wait
	END
	ends 0 'text' 'got text'
}

@test "a job that reads the terminal in the background stops" {
	monitored <<-END
		exec </dev/tty
		$PROBE read &
		until [ "\$(ps -o stat= -p \$! | cut -c 1)" = T ]; do :; done
		echo stopped
		kill -KILL %1
		wait
	END
	assert_line 'stopped'
}

@test "^C ends the foreground job and not the shell" {
	typed <<-END
		line "$PROBE pause"
		fact fg probe
		key ^C
		expect "$ "
		fact gone probe
		fact fg shell
		line "echo \$((\$? > 128)) ok"
		expect "1 ok"
		expect "$ "
		eof
	END
}

@test "^Z stops the foreground job, fg brings it back, ^C ends it" {
	typed <<-END
		line "$PROBE pause | $PROBE pause"
		fact fg probe
		fact count probe 2
		key ^Z
		fact fg shell
		fact state probe T
		expect "$ "
		line "jobs"
		expect /probe pause \| /
		expect "$ "
		line "fg"
		fact state probe S
		fact fg probe
		key ^C
		fact gone probe
		expect "$ "
		line "echo still here"
		expect "still here"
		expect "$ "
		eof
	END
}

@test "^\\ quits the foreground job and not the shell" {
	typed <<-END
		line "$PROBE pause"
		fact fg probe
		key ^\\
		fact gone probe
		expect "$ "
		line "echo \$((\$? > 128)) ok"
		expect "1 ok"
		expect "$ "
		eof
	END
}

@test "^Z, bg, and the job goes on behind the prompt" {
	mkfifo fifo
	typed <<-END
		line "$PROBE catch TERM wait 1 say ended"
		fact fg probe
		fact catches probe TERM
		key ^Z
		fact state probe T
		fact fg shell
		expect "$ "
		line "bg"
		fact state probe S
		fact fg shell
		expect "$ "
		line "kill %1"
		expect "ended"
		line "wait; echo all gone"
		fact gone probe
		expect "\nall gone\n"
		expect "$ "
		eof
	END
}

@test "a job is started in the background with its number and process told" {
	departs dash '2.9.3.1'
	departs yash '2.9.3.1'
	departs ksh '2.9.3.1'
	departs busybox '2.9.3.1'
	typed <<-END
		line "$PROBE pause &"
		expect /\[1\] +(?P<pid>\d+)/
		expect "$ "
		fact leader probe
		fact fg shell
		let job probe
		line "kill -KILL %1"
		expect "$ "
		fact gone @pid
		line "wait; jobs"
		expect "$ "
		eof
	END
}
