#!/usr/bin/env bats
#
# redirection.bats - < > >| >> <> <& >& and file descriptors
#
# POSIX.1-2024 XCU 2.7, 2.8.1.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "output goes to a file that is made or emptied" {
	script <<-'END'
		echo long first text >f
		echo second >f
		cat f
		>f
		wc -c <f | tr -d ' '
	END
	prints 'second' '0'
}

@test "input comes from a file" {
	script 'echo text >f; cat <f; read x <f; echo "$x"; cat 0<f'
	prints 'text' 'text' 'text'
}

@test "output is appended" {
	script 'echo 1 >>f; echo 2 >>f; cat f; { echo 3; echo 4; } >>f; cat f'
	prints '1' '2' '1' '2' '3' '4'
}

@test "a file that is read and written is not emptied" {
	script 'echo abcdef >f; printf XY 1<>f; cat f; cat <>f; : <>new; [ -f new ] && echo made'
	prints 'XYcdef' 'XYcdef' 'made'
}

@test "redirections may stand anywhere in a simple command" {
	script <<-'END'
		>f echo one two
		cat f
		echo >f three four
		<f cat
		x=5 >f env | cat
		>f x=6
		echo $x
		echo a >f b >f2 c
		cat f f2
	END
	prints 'one two' 'three four' '6' 'a b c'
}

@test "a number before the operator is the descriptor" {
	script <<-'END'
		{ echo out; echo err >&2; } 1>o 2>e
		cat o e
		echo 2>f
		echo 2 >g; cat g
		echo x2>h; cat h
		echo \2>i; cat i
		{ echo three >&3; } 3>t; cat t
		{ cat <&4; } 4<t
		echo nine 9>n >&9; cat n
	END
	prints 'out' 'err' '' '2' 'x2' '2' 'three' 'three' 'nine'
}

@test "descriptors are duplicated" {
	script <<-'END'
		{ echo a; echo b >&2; } >f 2>&1; cat f
		{ echo c; echo d >&2; } 2>&1 >g | cat
		cat g
		echo text >in
		cat 3<in <&3
		{ { echo e >&3; } 3>&1; } | cat
		n=3; { echo f >&$n; } 3>&1
	END
	prints 'a' 'b' 'd' 'c' 'text' 'e' 'f'
}

@test "redirections are made from left to right" {
	script <<-'END'
		echo x >a >b; cat a b
		{ echo out; echo err >&2; } 3>&1 1>&2 2>&3 3>&- 2>e2
		cat e2 2>/dev/null
	END
	assert_line --index 0 'x'
	script '{ echo out; echo err >&2; } 3>&1 1>o 2>&3 3>&-; cat o'
	prints 'err' 'out'
}

@test "descriptors are closed" {
	script <<-'END'
		{ echo x >&3; } 3>&- 2>/dev/null || echo 1
		cat <&- 2>/dev/null || echo 2
		echo x >&- 2>/dev/null || echo 3
		exec 4>f; echo 5 >&4; exec 4>&-; cat f
		{ echo x >&4; } 2>/dev/null || echo 6
		echo y 5>&-
	END
	prints '1' '2' '3' '5' '6' 'y'
}

@test "exec without a command keeps its redirections" {
	script <<-'END'
		exec 3>f
		echo one >&3
		echo two >&3
		exec 3>&-
		cat f
		exec 4<f
		read a <&4; read b <&4
		echo $a $b
		exec 4<&-
		exec 5>&1 >g
		echo in g
		exec >&5 5>&-
		cat g
	END
	prints 'one' 'two' 'one two' 'in g'
}

@test "a redirection lasts for its command only" {
	script <<-'END'
		echo 1 >f
		echo 2
		{ echo 3; } >f
		echo 4
		f() { echo 5; } 
		f >f
		echo 6
		eval 'echo 7' >f
		echo 8
		: >f; cd . >f; echo 9
	END
	prints '2' '4' '6' '8' '9'
}

@test "a command without a name makes its redirections" {
	script <<-'END'
		>made; [ -f made ] && echo 1
		x=5 >made2; [ -f made2 ] && echo $x
		</nonexistent 2>/dev/null || echo 2
		2>&1
		echo $?
	END
	assert_success
	assert_output $'1\n5\n2\n0'
}

@test "set -C keeps output from destroying a file" {
	script <<-'END'
		echo old >f
		set -C
		echo new 2>/dev/null >f || echo refused
		cat f
		echo new >|f; cat f
		echo more >>f; cat f
		echo x >g; cat g
		echo y >/dev/null && echo device
		set +C
		echo newer >f; cat f
	END
	assert_success
	assert_output $'refused\nold\nnew\nnew\nmore\nx\ndevice\nnewer'
}

@test "a file's name is expanded but not split, and globbed in no script" {
	script <<-'END'
		x='a b'
		echo 1 >$x; cat 'a b'
		echo 2 >"$x"; cat "$x"
		echo 3 >$(echo name); cat name
		echo 4 >n$((1 + 1)); cat n2
		HOME=$PWD; echo 5 >~/t; cat t
		: >glob1; echo 6 >glob*; cat 'glob*'
	END
	prints '1' '2' '3' '4' '5' '6'
}

@test "a redirection that fails keeps the command from running" {
	script <<-'END'
		echo bad >/nonexistent/f; echo $?
		cat </nonexistent; echo $?
		{ echo bad; } </nonexistent; echo $?
		(echo bad) >/nonexistent/f; echo $?
		if echo bad; then :; fi </nonexistent; echo $?
		for i in 1; do echo bad; done >/nonexistent/f || echo last
	END
	refute_output --partial 'bad'
	refute_line '0'
	assert_line 'last'
	assert [ -n "$stderr" ]
}

@test "a redirection of a special builtin that fails ends the script" {
	script ': </nonexistent; echo not reached'
	complains any
	script 'eval "echo x" </nonexistent; echo not reached'
	complains any
	script 'exec </nonexistent; echo not reached'
	complains any
	script 'command : </nonexistent; echo reached'
	complains 0 'reached'
}

@test "a bad descriptor is an error" {
	script 'echo bad >&9; echo $?; cat <&9; echo $?'
	refute_output --partial 'bad'
	refute_line '0'
	assert [ -n "$stderr" ]
}

@test "an operator without a word is a syntax error" {
	for text in 'echo >' 'echo > ;' 'echo <' 'cat <<' 'echo >&' '> |' 'echo >>'; do
		script "$text"
		assert_failure
		assert [ -n "$stderr" ]
	done
}

@test "a function's redirections are made at each call" {
	script <<-'END'
		f() { echo $1; } >>out
		f 1; f 2
		cat out
		n=a
		g() { echo g; } >$n
		g; n=b; g
		cat a b
	END
	prints '1' '2' 'g' 'g'
}

@test "redirections of a loop are made once" {
	script <<-'END'
		for i in 1 2 3; do echo $i; done >f
		cat f
		printf '%s\n' a b c >in
		while read x; do echo "<$x>"; done <in
		i=0; while [ $i -lt 3 ]; do read x; i=$((i + 1)); done <in; echo $x
	END
	prints '1' '2' '3' '<a>' '<b>' '<c>' 'c'
}

@test "reading leaves the rest for the next command" {
	script <<-'END'
		printf '%s\n' one two three >in
		{ read a; cat; } <in
		{ read a; read b; echo "$a $b"; sh -c 'read c; echo $c'; } <in
		printf '%s\n' one two three | { read a; cat; }
		exec 3<in; read a <&3; cat <&3
	END
	prints 'two' 'three' 'one two' 'three' 'two' 'three' 'two' 'three'
}

@test "a descriptor that the shell keeps for itself is not in a command" {
	script "{ $PROBE fds; } 2>&1; echo x >f; $PROBE fds; $PROBE fds | cat; (exec $PROBE fds)"
	prints 'fds: 0 1 2' 'fds: 0 1 2' 'fds: 0 1 2' 'fds: 0 1 2'
}

@test "descriptors that a redirection opens are in its command" {
	script "$PROBE fds 3>f 5<f; exec 4</dev/null; $PROBE fds 4<&4"
	unlike ksh 'closes what exec opened'
	prints 'fds: 0 1 2 3 5' 'fds: 0 1 2 4'
}

@test "a failed write is a failed command" {
	[[ -e /dev/full ]] || skip 'no /dev/full'
	script 'echo text >/dev/full; echo $?; printf text >/dev/full; echo $?'
	refute_line '0'
	assert [ -n "$stderr" ]
}

@test "output of builtins and programs keeps its order" {
	script 'echo 1; /bin/echo 2; printf "3\n"; (echo 4); /bin/echo 5; echo 6 >&2; { echo 7; /bin/echo 8; echo 9; } >f; cat f'
	assert_output $'1\n2\n3\n4\n5\n7\n8\n9'
	assert_stderr '6'
}

@test "a FIFO is opened, and the command waits for the other side" {
	mkfifo fifo
	script 'echo text >fifo & cat <fifo; wait; read x <fifo & echo more >fifo; wait; echo done'
	prints 'text' 'done'
}

@test "standard input that is closed is no trouble" {
	run_jsh -c 'echo 1; cat </dev/null; exec <&-; echo 2; echo text >f; cat <f'
	prints '1' '2' 'text'
}

@test "many descriptors" {
	script <<-'END'
		exec 3>f3 4>f4 5>f5 6>f6 7>f7 8>f8 9>f9
		for i in 3 4 5 6 7 8 9; do echo $i >&$i; done
		cat f3 f4 f5 f6 f7 f8 f9 | tr '\n' ' '; echo
		{ echo x >&7; } 7>&1
	END
	prints '3 4 5 6 7 8 9 ' 'x'
}

@test "descriptors above nine are the script's too" {
	script <<-'END'
		echo a 10>f >&10; cat f
		exec 11>f; echo b >&11; (echo c >&11); exec 11>&-; cat f
		{ echo d >&12; } 12>f; cat f
		f() { echo e >&20; }; f 20>f; cat f
		echo g 13<<-X <&13
			x
		X
	END
	unlike dash 'knows 0 to 9 only'
	unlike mksh 'knows 0 to 9 only'
	unlike ksh 'has its own there'
	prints 'a' 'b' 'c' 'd' 'e' 'g'
}
