#!/usr/bin/env bats
#
# signals.bats - signals for the shell itself: which end it, and which do not
#
# Traps: tests/posix/signals.bats. At a terminal: tests/interactive.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# A shell that runs TEXT ends by SIGNAL without a word, in any form.
dies_of() { # SIGNAL STATUS
	printf 'echo one; kill -%s $$; echo two\n' "$1" >script
	run_jsh -c "$(<script)"
	assert_output one
	assert_equal "$status" "$2"
	run_jsh script
	assert_output one
	assert_equal "$status" "$2"
	run_jsh_reading <script
	assert_output one
	assert_equal "$status" "$2"
	assert_stderr ''
}

# Start the shell on TEXT, which writes a line to the FIFO `ready` when it is in
# the state that SIGNAL is sent in; $status is how it ended.
signal_shell() { # SIGNAL TEXT [OPTION...]
	rm -f ready never
	mkfifo ready never
	# bash lets what it starts in the background ignore INT, and nohup HUP.
	env --default-signal=HUP,INT "$JSH" "${@:3}" -c "exec 3<>never; $2" \
		>out 2>err 3>&- &
	local pid=$!
	read -r said <ready
	kill -"$1" "$pid"
	status=0
	wait "$pid" || status=$?
}

@test "HUP, INT, QUIT, TERM and PIPE end a script, without a message" {
	dies_of HUP 129
	dies_of INT 130
	dies_of QUIT 131
	dies_of TERM 143
	dies_of PIPE 141
}

@test "an interactive shell lives through INT, QUIT, TERM and PIPE" {
	for signal in QUIT TERM PIPE INT; do
		run_jsh_reading +m -i <<-EOF
			kill -$signal \$\$; echo one
			echo two
		EOF
		assert_line --index $((${#lines[@]} - 1)) two
		assert_success
	done
	run_jsh +m -ic 'kill -TERM $$; kill -QUIT $$; kill -PIPE $$; echo on'
	assert_output on
}

@test "HUP ends an interactive shell, which tells its jobs" {
	run_jsh_reading +m -i <<-'EOF'
		$PROBE catch HUP say ready wait 1 >told & 
		until [ -s told ]; do :; done
		kill -HUP $$
		echo no
	EOF
	assert_output ''
	assert_equal "$status" 129
	until grep -q caught told; do :; done
	assert_equal "$(<told)" $'ready\ncaught HUP'
}

@test "HUP ends a script and leaves its jobs alone" {
	mkfifo f
	run_jsh -c 'exec 3<>f; $PROBE catch HUP say ready read say alive >told <&3 3<&- &
		until [ -s told ]; do :; done; kill -HUP $$'
	assert_equal "$status" 129
	echo go >f
	until grep -q alive told; do :; done
	assert_equal "$(<told)" $'ready\nread: go\nalive'
}

@test "a signal ends a script in whatever it waits" {
	for signal in HUP INT TERM; do
		signal_shell $signal 'echo >ready; read x <&3; echo no'
		assert_equal "$status" "$((128 + $(kill -l $signal)))"
		signal_shell $signal 'read x <&3 & echo $! >ready; wait; echo no'
		kill "$said"
		assert_equal "$status" "$((128 + $(kill -l $signal)))"
		signal_shell $signal 'sh -c "echo \$\$ >ready; exec sleep 1h"; echo no'
		kill "$said"
		assert_equal "$status" "$((128 + $(kill -l $signal)))"
		signal_shell $signal 'x=$(sh -c "echo \$\$ >ready; exec sleep 1h"); echo no'
		kill "$said"
		assert_equal "$status" "$((128 + $(kill -l $signal)))"
		signal_shell $signal 'echo >ready; while :; do :; done'
		assert_equal "$status" "$((128 + $(kill -l $signal)))"
		signal_shell $signal 'echo >ready; : <ready; echo no'
		assert_equal "$status" "$((128 + $(kill -l $signal)))"
		assert_equal "$(cat out err)" ''
	done
}

@test "a signal ends a script whose text does not come" {
	mkfifo text ready
	"$JSH" <text >out 2>err 3>&- &
	exec 4>text
	echo 'echo >ready' >&4
	read -r <ready
	kill -TERM $!
	status=0
	wait $! || status=$?
	exec 4>&-
	assert_equal "$status" 143
	assert_equal "$(cat out err)" ''
}

@test "a shell that was stopped and continued goes on, its children right" {
	mkfifo go
	for text in 'sh -c "echo >ready; read x <go; exit 7"; echo $?' \
		'sh -c "echo >ready; read x <go; exit 7" & wait $!; echo $?' \
		'sh -c "echo >ready; read x <go" | (exit 7); echo $?' \
		'x=$(sh -c "echo >ready; read x <go; echo 7"); echo $x' \
		'set -m; sh -c "echo >ready; read x <go; exit 7"; echo $?'; do
		rm -f ready
		mkfifo ready
		"$JSH" -c "$text" >out 2>err 3>&- &
		read -r <ready
		kill -STOP $!
		until grep -q '^State:.T' /proc/$!/status; do :; done
		echo >go
		kill -CONT $!
		wait $!
		assert_equal "$(cat out err)" 7
	done
}

@test "a builtin that writes to a pipe nobody reads ends a script by SIGPIPE" {
	run_jsh -c 'mkfifo f; exec 3<>f 4>f 3<&-; echo x >&4; echo no'
	assert_equal "$status" 141
	assert_output ''
	assert_stderr ''
	rm f
	run_jsh -c 'while echo x; do :; done | head -n 1; echo $?'
	assert_output $'x\n0'
	assert_stderr ''
	run_jsh -c 'mkfifo f; exec 3<>f 4>f 3<&-; (printf x >&4); echo $?; pwd >&4 | :; echo on'
	rm f
	assert_output $'141\non'
	assert_stderr ''
}

@test "with PIPE ignored or trapped the write is an error" {
	run_jsh -c 'trap "" PIPE; mkfifo f; exec 3<>f 4>f 3<&-; echo x >&4; echo $?'
	assert_output 1
	assert_stderr 'jsh: line 1: echo: write error: Broken pipe'
	rm f
	run_jsh -c 'trap "echo caught" PIPE; mkfifo f; exec 3<>f 4>f 3<&-; echo x >&4; echo $?'
	assert_output $'caught\n1'
	assert_stderr 'jsh: line 1: echo: write error: Broken pipe'
}

@test "a pipe that nobody reads does not end an interactive shell" {
	run_jsh_reading +m -i <<-'EOF'
		mkfifo f; exec 3<>f 4>f 3<&-
		echo x >&4; echo $?
		$PROBE signals | head -n 1
		(echo x >&4); echo $?
	EOF
	assert_output $'1\nignored:\n141'
	assert_stderr --partial 'jsh: echo: write error: Broken pipe'
}

@test "what was ignored at entry stays so, in the shell and its programs" {
	run --separate-stderr env --ignore-signal=HUP,INT,QUIT,TERM,PIPE,USR1 \
		"$JSH" -c '
		for signal in HUP INT QUIT TERM PIPE USR1; do kill -$signal $$; done
		echo on; $PROBE signals | head -n 1; : | $PROBE signals | head -n 1
		exec $PROBE signals' 3>&- </dev/null
	assert_output 'on
ignored: HUP INT QUIT USR1 PIPE TERM
ignored: HUP INT QUIT USR1 PIPE TERM
ignored: HUP INT QUIT USR1 PIPE TERM
blocked:
caught:'
	run --separate-stderr \
		env --default-signal=INT --ignore-signal=HUP,QUIT,TERM,PIPE,TTOU \
		"$JSH" +m -ic '
		for signal in HUP QUIT TERM PIPE; do kill -$signal $$; done
		echo on; $PROBE signals | head -n 1' 3>&- </dev/null
	assert_output 'on
ignored: HUP QUIT PIPE TERM TTOU'
}

@test "signals blocked at entry are blocked in programs, and the shell works" {
	run --separate-stderr env --block-signal=TERM,CHLD,INT,USR1 "$JSH" -c '
		/bin/true; /bin/true & wait $!; echo $?; x=$(echo x | cat); echo $x
		trap "echo caught" USR1; kill -USR1 $$
		$PROBE signals | sed -n 2p' 3>&- </dev/null
	assert_output '0
x
caught
blocked: INT USR1 TERM CHLD'
}

@test "a signal that comes while its own trap runs is run after that" {
	run_jsh -c 'n=0
		trap "n=\$((n + 1)); echo in \$n; [ \$n -ge 3 ] || kill -USR1 \$\$; echo out" USR1
		kill -USR1 $$; echo end'
	assert_output 'in 1
out
in 2
out
in 3
out
end'
	run_jsh -c 'trap "echo usr1; kill -USR2 \$\$; echo usr1 goes on; kill -USR1 \$\$; trap : USR1; echo usr1 ends" USR1
		trap "echo usr2; kill -USR1 \$\$; echo usr2 ends" USR2
		kill -USR1 $$; echo end'
	assert_output 'usr1
usr2
usr2 ends
usr1 goes on
usr1 ends
end'
}

@test "wait in a trap is not ended by the signal of that trap" {
	run_jsh -c 'mkfifo f; (read x <f; exit 5) & pid=$!
		trap "trap : USR1; kill -USR1 \$\$; echo >f; wait \$pid; echo \$?" USR1
		kill -USR1 $$; echo end'
	assert_output $'5\nend'
}

@test "a trap on CHLD that runs programs itself ends" {
	run_jsh -c 'n=0; trap "n=\$((n + 1)); x=\$(echo a); /bin/true; (:); : | :" CHLD
		/bin/true; /bin/true; trap - CHLD; echo $n'
	assert_output 2
	run_jsh -c 'mkfifo f; (read x <f; exit 3) & pid=$!
		trap "[ \$n = 2 ] || { n=2; echo trap; echo >f; wait \$pid; echo \$?; }" CHLD
		/bin/true; trap - CHLD; echo end'
	assert_output $'trap\n3\nend'
}

@test "10,000 signals do not nest the trap to the limit" {
	run_jsh -c 'trap "n=\$((n + 1)); /bin/true" USR1; n=0
		(i=0; while [ $i -lt 10000 ]; do kill -USR1 $$; i=$((i + 1)); done) & pid=$!
		until wait $pid; [ $? -lt 128 ]; do :; done
		[ $n -ge 1 ] && echo $?'
	assert_output 0
	assert_stderr ''
}
