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
	departs zsh '2.7'
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
	departs ksh '2.7'
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
	departs zsh '2.7'
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

@test "a redirection's target in each form" {
	script <<-'END'
		x=f n=3
		echo a >$x; cat f; echo b >"$x"2; cat f2; echo c >$(echo g); cat g; echo d >`echo h`; cat h; echo e >f$((1 + 1)); cat f2
		echo g >&$n 3>f || echo bad; echo h 3>f >&$n; cat f; echo i 3>f >&"$((1 + 2))"; cat f
		HOME=$PWD; echo j >~/k; cat k; echo l >'a b'; cat a\ b; echo m >''$x; cat f
	END
	complains 0 'a' 'b' 'c' 'd' 'e' 'bad' 'h' 'i' 'j' 'l' 'm'
}

@test "redirections of each kind of command" {
	script <<-'END'
		{ echo a; echo b; } >f; (echo c) >>f; if :; then echo d; fi >>f; cat f
		for i in 1 2; do echo $i; done >f; while read x; do echo "<$x>"; done <f
		until read y; do :; done <f; echo $y
		case x in x) echo e; esac >f; cat f; f() { echo g; }; f >f; cat f
		echo h >f | cat; cat f; ! { echo i; } >f; cat f; (echo j; echo k >&2) >f 2>&1; cat f
	END
	prints 'a' 'b' 'c' 'd' '<1>' '<2>' '1' 'e' 'g' 'h' 'i' 'j' 'k'
}

@test "a redirection that fails: the status, and the command does not run" {
	script <<'END'
for c in cat : true '{ :; }' '(:)' 'if :; then :; fi' 'for i in 1; do :; done' 'while :; do :; done' 'case x in x) ;; esac' f ''; do
	f() { echo no; }
	(eval "$c </nonexistent && echo no") 2>/dev/null && echo bad
done
cat </nonexistent || echo or; { echo no; } </nonexistent || echo or; (echo no) </nonexistent || echo or; f </nonexistent || echo or
</nonexistent || echo or; x=1 </nonexistent || echo or; echo a | cat </nonexistent || echo or; ! cat </nonexistent && echo and
END
	complains 0 'or' 'or' 'or' 'or' 'or' 'or' 'or' 'and'
}

@test "the order of redirections" {
	script <<-'END'
		{ echo out; echo err >&2; } >f 2>&1; cat f
		{ echo out; echo err >&2; } 2>&1 >f | sed 's/^/pipe: /'; cat f
		{ echo a; echo b >&2; } 3>&1 1>&2 2>&3 3>&- 2>/dev/null | sed 's/^/pipe: /'
		echo x >f1 >f2; cat f1; cat f2; cat <f1 <f2
		i=0; echo y >f$((i = i + 1)) >f$((i = i + 1)); cat f2; echo $i
	END
	complains 0 'out' 'err' 'pipe: err' 'out' 'x' 'x' 'y' '2'
}

@test "a descriptor is copied, closed and free again" {
	script <<-'END'
		exec 3>f; echo a >&3; exec 4>&3; echo b >&4; exec 3>&-; echo c >&4; { echo no >&3; } 2>/dev/null || echo closed; exec 4<&-; cat f
		exec 5<f; read x <&5; read y <&5; echo $x$y; exec 6<&5 5<&-; read z <&6; echo $z; exec 6<&-
		exec 7<>f; read x <&7; echo B >&7; exec 7>&-; cat f
		echo d 3>&1 >&3; (exec 3>&1; echo e >&3) ; exec 8>&-; exec 8<&-; echo $?
	END
	prints 'closed' 'a' 'b' 'c' 'ab' 'c' 'a' 'B' 'c' 'd' 'e' '0'
}

@test "closing what a command needs" {
	departs zsh '2.7'
	script <<-'END'
		echo a >&- 2>/dev/null || echo failed
		cat <&- 2>/dev/null || echo failed
		(exec <&-; cat 2>/dev/null) || echo failed
		(exec >&-; echo a 2>/dev/null; echo $? >&2) 2>&1
	END
	prints 'failed' 'failed' 'failed' '1'
}

@test "a redirection without a command" {
	script <<-'END'
		>f1 >f2; ls; x=1 >f3; echo $x; ls; <f1; echo $?; 3>f4; ls f4; >&-; echo still; >f5 x=2; echo $x; $u >f6; ls f6
	END
	prints 'f1' 'f2' '1' 'f1' 'f2' 'f3' '0' 'f4' 'still' '2' 'f6'
}

@test "noclobber protects regular files only" {
	script <<-'END'
		set -C
		echo a >f; { echo b >f; } 2>/dev/null || echo refused; cat f
		echo c >|f; cat f; echo d >>f; cat f; echo e >/dev/null && echo device; echo g 1<>f; cat f
		ln -s f l; { echo x >l; } 2>/dev/null || echo refused
		mkdir d; { echo x >d; } 2>/dev/null || echo refused
		: >new && echo made; (: >new) 2>/dev/null || echo refused
		set +C; echo h >f; cat f
	END
	prints 'refused' 'a' 'c' 'c' 'd' 'device' 'g' 'd' 'refused' 'refused' \
		'made' 'refused' 'h'
}

@test "reading and writing the same file" {
	script <<-'END'
		printf 'abc\ndef\n' >f
		{ read x; echo XYZ; } <f 1<>f; echo $x; cat f
		: <>g; ls g; echo 12 1<>f; cat f
	END
	prints 'abc' 'XYZ' 'def' 'g' '12' '' 'def'
}

@test "a redirection of a function's definition is made at its call" {
	departs zsh '2.7'
	script <<-'END'
		f() { echo "$1" >&3; } 3>f.$1
		f a 2>/dev/null; ls; f b 3>g; cat f.* 
		g() { cat; } <<A
		in $1
		A
		g one; g two </dev/null
	END
	prints 'f.a' 'a' 'b' 'in one' 'in two'
}

@test "a here-document or a redirection for a loop lasts over its turns" {
	script <<-'END'
		while read x; do read y; echo $x-$y; done <<A
		1
		2
		3
		4
		A
		printf 'a\nb\n' >f
		for i in 1 2; do read x; echo $x; done <f
		for i in 1 2; do echo $i >f; done; cat f
	END
	prints '1-2' '3-4' 'a' 'b' '2'
}

@test "a target that is several words is one in a script" {
	unlike bash 'expands braces'
	script <<-'END'
		x='a b'; echo c >$x; cat 'a b'; : >f1; : >f2; echo d >f*; cat 'f*'; echo e >{g,h}; cat '{g,h}'
	END
	prints 'c' 'd' 'e'
}

@test "an empty or missing target fails" {
	script <<-'END'
		(cat </dev/null >$u) 2>/dev/null || echo failed; (cat </dev/null >'') 2>/dev/null || echo failed; (echo a >nosuch/f) 2>/dev/null || echo failed
		(echo a >.) 2>/dev/null || echo failed; (cat <nosuch) 2>/dev/null || echo failed; : >f; (echo a >f/) 2>/dev/null || echo failed; (echo a >f/g) 2>/dev/null || echo failed
	END
	ends 0 'failed' 'failed' 'failed' 'failed' 'failed' 'failed' 'failed'
}

@test "a bad descriptor fails" {
	unlike bash 'takes ">&x" for a file'
	departs zsh '2.7'
	departs busybox '2.7'
	script <<-'END'
		(echo a >&9) 2>/dev/null || echo failed
		(echo a >&x) 2>/dev/null || echo failed
		(cat <&9) 2>/dev/null || echo failed
		(cat <&x) 2>/dev/null || echo failed
		(exec 9>&8; echo no) 2>/dev/null || echo failed
		(echo a 9>&8; echo on) 2>/dev/null
		(: 9>&8; echo no) 2>/dev/null || echo failed
		(echo a >&99999999999999999999) 2>/dev/null || echo failed
	END
	prints 'failed' 'failed' 'failed' 'failed' 'failed' 'on' 'failed' \
		'failed'
}
