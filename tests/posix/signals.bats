#!/usr/bin/env bats
#
# signals.bats - traps, ignored signals, statuses of what a signal ended
#
# POSIX.1-2024 XCU 2.12, 2.15 trap, 2.8.2.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "a trap runs when the signal arrives" {
	script <<-'END'
		trap 'echo usr1' USR1
		trap 'echo term' TERM
		kill -USR1 $$; echo 1
		kill -TERM $$; echo 2
		kill -s USR1 $$
		kill -TERM $$
	END
	prints 'usr1' '1' 'term' '2' 'usr1' 'term'
}

@test "every common signal can be trapped" {
	departs zsh '2.12'
	script <<-'END'
		for s in HUP INT QUIT ALRM TERM USR1 USR2 PIPE CONT TSTP TTIN TTOU WINCH URG; do
			trap "echo $s" $s
			kill -s $s $$
			trap - $s
		done
	END
	prints HUP INT QUIT ALRM TERM USR1 USR2 PIPE CONT TSTP TTIN TTOU WINCH URG
}

@test "the end of a child can be trapped" {
	departs ksh '2.15, trap: SIGCHLD'
	departs zsh '2.15, trap: SIGCHLD'
	script 'trap "echo chld" CHLD; /bin/true; :; trap - CHLD; echo end'
	assert_line --index 0 'chld'
	departs bash '2.15, trap: SIGCHLD'
	script 'trap "echo chld" CHLD; kill -CHLD $$'
	prints 'chld'
}

@test "numbers name signals too" {
	script 'trap "echo hup" 1; kill -HUP $$; trap "echo term" 15; kill -15 $$; trap - 1; trap "" 3; kill -3 $$; trap "echo exit" 0'
	prints 'hup' 'term' 'exit'
}

@test "one trap for several signals" {
	script 'trap "echo got" HUP USR1 USR2; kill -HUP $$; kill -USR1 $$; kill -USR2 $$; trap - HUP USR1; trap "echo other" USR1; kill -USR1 $$; kill -USR2 $$'
	prints 'got' 'got' 'got' 'other' 'got'
}

@test "an empty trap ignores, also in commands" {
	departs ksh '2.15, trap'
	script 'trap "" TERM USR1; kill -TERM $$; echo 1; sh -c "kill -USR1 \$\$; echo 2"; (kill -TERM $$; echo 3); trap - TERM; (sh -c "kill -TERM \$\$"); echo $?'
	unlike yash 'gives 384 and the signal'
	ends 0 '1' '2' '3' '143'
}

@test "a hyphen puts the default back" {
	unlike ksh 'gives 256 and the signal'
	script 'trap "echo bad" TERM; trap - TERM; (sh -c "kill -TERM \$\$"); echo $?'
	unlike yash 'gives 384 and the signal'
	ends 0 '143'
	script 'trap "echo bad" TERM; trap - TERM; kill -TERM $$; echo bad'
	ends 143
}

@test "a first operand that is a number puts the defaults back" {
	script 'trap "echo bad" USR1 USR2; trap 10 12; trap'
	prints
	script 'trap "echo bad" TERM; trap 15; kill -TERM $$; echo bad'
	ends 143
}

@test "a trap's action is read when it runs" {
	script "x=1; trap 'echo \$x' USR1; trap \"echo \$x\" USR2; x=2; kill -USR1 \$\$; kill -USR2 \$\$"
	prints '2' '1'
}

@test "a trap is any list of commands" {
	script <<-'END'
		trap 'if true; then echo if; fi; for i in a b; do echo $i; done' USR1
		kill -USR1 $$
		f() { echo "func $1"; }
		trap 'f x | cat' USR1
		kill -USR1 $$
		trap '(exit 3); echo $?' USR1
		kill -USR1 $$
	END
	prints 'if' 'a' 'b' 'func x' '3'
}

@test "the status is what it was after a trap" {
	script "trap 'false' USR1; kill -USR1 \$\$; echo \$?; (exit 5); x=\$?; trap '(exit 7)' USR1; f() { kill -USR1 \$\$; return 4; }; f; echo \$?"
	prints '0' '4'
}

@test "a trap sees the status of the command before it" {
	script "trap 'echo \$?' EXIT; (exit 7)"
	ends 7 '7'
	script "trap 'echo \$?' EXIT; exit 4"
	ends 4 '4'
}

@test "a trap may trap anew" {
	script "trap 'trap \"echo second\" USR1; echo first' USR1; kill -USR1 \$\$; kill -USR1 \$\$"
	prints 'first' 'second'
}

@test "a trap runs after the foreground command" {
	script "trap 'echo trapped' USR1; sh -c 'kill -USR1 '\$\$'; echo command'; echo after"
	prints 'command' 'trapped' 'after'
}

@test "a trap ends wait, whose status is above 128" {
	departs ksh '2.12'
	script <<-'END'
		trap 'trapped=yes' USR1
		{ until [ -e waited ]; do kill -USR1 $$ || exit; done; } &
		wait $!
		echo $(($? > 128)) $trapped
		: >waited
		until wait $!; do :; done
	END
	prints '1 yes'
}

@test "the EXIT trap runs once, however the shell ends" {
	script 'trap "echo bye" EXIT; echo last'
	prints 'last' 'bye'
	script 'trap "echo bye" EXIT; exit 3'
	ends 3 'bye'
	script 'trap "echo bye" EXIT; f() { exit 4; }; f'
	ends 4 'bye'
	script 'trap "echo bye" 0; set -e; false; echo bad'
	ends 1 'bye'
	script 'trap "echo bye" EXIT; : ${u?}; echo bad'
	assert_failure
	assert_output 'bye'
	run_jsh -c 'trap "echo bye" EXIT; echo c'
	assert_output $'c\nbye'
	run_jsh -c 'trap "echo bye" EXIT; /bin/echo c'
	assert_output $'c\nbye'
}

@test "exit in the EXIT trap decides the status" {
	script 'trap "exit 5" EXIT; exit 3'
	ends 5
	script 'trap "exit" EXIT; exit 3'
	ends 3
	script 'trap "echo one; exit 6; echo bad" EXIT; false'
	ends 6 'one'
	script 'trap "(exit 9)" EXIT; exit 2'
	ends 2
}

@test "the EXIT trap in a subshell" {
	script 'trap "echo outer" EXIT; (echo in); x=$(echo sub); echo $x; (trap "echo inner" EXIT; echo in2)'
	prints 'in' 'sub' 'in2' 'inner' 'outer'
}

@test "the EXIT trap after a signal that is trapped" {
	departs mksh '2.12'
	script "trap 'echo bye' EXIT; trap 'echo term; exit 3' TERM; kill -TERM \$\$; echo bad"
	ends 3 'term' 'bye'
}

@test "caught signals are default in a subshell, ignored ones ignored" {
	departs ksh '2.12'
	script <<-'END'
		trap 'echo bad' TERM
		trap '' USR1
		(sh -c 'kill -TERM $PPID'; echo bad); echo $?
		(sh -c 'kill -USR1 $PPID'; echo ignored)
	END
	unlike yash 'gives 384 and the signal'
	assert_output $'143\nignored'
}

@test "a subshell may have traps of its own" {
	script "(trap 'echo sub' USR1; sh -c 'kill -USR1 \$PPID'; :; echo end); trap 'echo shell' USR1; kill -USR1 \$\$"
	prints 'sub' 'end' 'shell'
}

@test "commands get default dispositions for what is caught" {
	script "trap 'echo bad' USR1; trap '' USR2; $PROBE signals"
	assert_success
	refute_line --regexp '^ignored:.* USR1'
	refute_line --regexp '^caught:.* USR1'
	assert_line --regexp '^ignored:.* USR2'
	assert_line 'blocked:'
}

@test "commands of a plain script get the signals that the shell got" {
	script "$PROBE signals; ($PROBE signals); x=\$($PROBE signals); echo \"\$x\"; $PROBE signals | cat"
	for i in 0 3 6 9; do
		refute_line --index $i --regexp 'INT|QUIT|TERM|CHLD|TSTP|TTOU|PIPE'
	done
	assert_equal "${#lines[@]}" 12
}

@test "a background command ignores interrupt and quit" {
	departs bash '2.9.3.1: not in a group'
	script "$PROBE signals & wait; { $PROBE signals; } & wait; $PROBE signals | cat & wait"
	for i in 0 3 6; do
		assert_line --index $i --regexp '^ignored:.* INT.* QUIT'
	done
}

@test "a background command may trap what is ignored for it" {
	departs dash '2.15, trap: it was not ignored on entry to the shell'
	departs ksh '2.15, trap'
	departs busybox '2.12'
	script "{ trap 'echo int' INT; sh -c 'kill -INT \$PPID'; :; } & wait"
	prints 'int'
}

@test "a signal that was ignored when the shell began stays ignored" {
	departs zsh '2.12'
	printf '%s\n' "trap 'echo bad' TERM" 'kill -TERM $$' 'echo alive' >s
	(
		trap '' TERM
		exec "$JSH" s
	) >out 3>&-
	run cat out
	departs mksh '2.12: it cannot be trapped'
	assert_output 'alive'
}

@test "trap alone writes what can be read again" {
	script <<-'END'
		trap 'echo "it'\''s \$x"' USR1
		trap '' USR2
		trap >saved
		trap - USR1 USR2
		. ./saved
		kill -USR1 $$; kill -USR2 $$
		echo alive
	END
	prints "it's \$x" 'alive'
}

@test "trap in a substitution and a subshell still writes the parent's" {
	departs zsh '2.15, trap'
	departs mksh '2.15, trap'
	script "trap 'echo x' USR1; t=\$(trap); trap - USR1; eval \"\$t\"; kill -USR1 \$\$"
	unlike dash 'writes nothing there'
	prints 'x'
}

@test "trap -p writes as trap does" {
	departs dash '2.15, trap: -p'
	departs yash '2.15, trap: -p'
	departs ksh '2.15, trap: -p'
	departs zsh '2.15, trap: -p'
	departs mksh '2.15, trap: -p'
	departs busybox '2.15, trap: -p'
	script "trap 'echo x' USR1; trap '' USR2; trap -p USR1 >saved; trap - USR1; . ./saved; kill -USR1 \$\$; trap -p USR2 | grep -c USR2"
	prints 'x' '1'
}

@test "a bad signal is an error" {
	script 'trap "echo x" NOSUCH; echo $? | sed "s/[1-9].*/failed/"'
	assert_output 'failed'
	assert [ -n "$stderr" ]
	script 'trap "echo x" 999; echo $? | sed "s/[1-9].*/failed/"'
	assert_output 'failed'
}

@test "the status of a command that a signal ended is above 128" {
	unlike ksh 'gives 256 and the signal'
	departs zsh '2.12'
	script 'sh -c "kill -TERM \$\$"; echo $?; sh -c "kill -KILL \$\$"; echo $?; (sh -c "kill -HUP \$PPID"; :); echo $?; sh -c "kill -USR1 \$\$" | true; echo $?; true | sh -c "kill -USR2 \$\$"; echo $?' 2>/dev/null
	unlike yash 'gives 384 and the signal'
	assert_line --index 0 '143'
	assert_line --index 1 '137'
	assert_line --index 2 '129'
	assert_line --index 3 '0'
	assert_line --index 4 '140'
}

@test "wait tells that a signal ended a process" {
	unlike ksh 'gives 256 and the signal'
	script "$PROBE pause & p=\$!; kill -TERM \$p; wait \$p; echo \$?; $PROBE pause & kill -KILL \$!; wait \$!; echo \$?"
	unlike yash 'gives 384 and the signal'
	assert_output $'143\n137'
}

@test "the shell itself ends by a signal it does not catch" {
	departs zsh '2.12'
	script 'kill -TERM $$; echo bad'
	ends 143
	script 'kill -HUP $$; echo bad'
	ends 129
	script 'kill -KILL $$; echo bad'
	ends 137
}

@test "a signal while the shell reads" {
	mkfifo fifo
	script <<-'END'
		trap 'echo trapped' USR1
		me=$$
		{ exec 3>fifo; kill -USR1 $me; echo line >&3; } &
		read x <fifo
		echo $x
		wait
	END
	assert_line 'trapped'
}

@test "many signals, none lost for good" {
	script <<-'END'
		n=0
		trap 'n=$((n + 1))' USR1
		i=0
		while [ $i -lt 50 ]; do kill -USR1 $$; i=$((i + 1)); done
		echo $n
	END
	prints '50'
}

@test "exit in a trap" {
	script "trap 'exit 4' USR1; while :; do kill -USR1 \$\$; done"
	ends 4
}

@test "set -e in a trap and errors in a trap" {
	script "set -e; trap 'false; echo bad' USR1; kill -USR1 \$\$; echo bad"
	assert_failure
	refute_output --partial 'bad'
}
