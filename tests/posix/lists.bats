#!/usr/bin/env bats
#
# lists.bats - ; newline && || and &
#
# POSIX.1-2024 XCU 2.9.3.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "commands run one after the other" {
	script $'echo 1; echo 2\necho 3 ; echo 4;\n\n\necho 5'
	prints '1' '2' '3' '4' '5'
}

@test "the status of a list is its last command's" {
	script '{ true; false; }; echo $?; { false; true; }; echo $?; (exit 3); echo $?'
	prints '1' '0' '3'
}

@test "and runs the next when the status is 0" {
	script 'true && echo 1; false && echo bad; echo $?; true && (exit 4); echo $?; (exit 5) && echo bad; echo $?'
	prints '1' '1' '4' '5'
}

@test "or runs the next when the status is not 0" {
	script 'false || echo 1; true || echo bad; echo $?; (exit 3) || (exit 4); echo $?; (exit 3) || echo $?'
	prints '1' '0' '4' '3'
}

@test "and and or are equal in rank, from left to right" {
	script <<-'END'
		true || echo bad && echo 1
		false && echo bad || echo 2
		true && false || echo 3
		false || true && echo 4
		false && false || false && echo bad; echo $?
		true || false || echo bad; echo $?
		false && echo bad && echo bad; echo $?
		echo 5 && echo 6 || echo bad
	END
	prints '1' '2' '3' '4' '1' '0' '1' '5' '6'
}

@test "newlines may follow and and or" {
	script $'true &&\n\n echo 1\nfalse ||\n# comment\n echo 2\ntrue && # comment\n echo 3'
	prints '1' '2' '3'
}

@test "pipelines bind closer than and and or" {
	script 'true && echo x | cat; false || echo y | cat | cat; false && echo bad | cat; echo z | false && echo bad; true || echo bad | cat; ! false && echo end'
	prints 'x' 'y' 'end'
}

@test "a command in the background does not hold up the shell" {
	mkfifo fifo
	script '{ read x <fifo; echo "back $x"; } & echo front; echo go >fifo; wait'
	prints 'front' 'back go'
}

@test "the status of starting a background command is 0" {
	script 'false & echo $?; wait; nosuchcommand 2>/dev/null & echo $?; wait'
	prints '0' '0'
}

@test "wait gives the status of a process" {
	departs zsh '2.9.3'
	script <<-'END'
		(exit 3) & a=$!
		(exit 4) & b=$!
		wait $b; echo $?
		wait $a; echo $?
		wait; echo $?
		(exit 5) & (exit 6) & wait $!; echo $?; wait
		(exit 7) & c=$!; (exit 8) & wait $c $!; echo $?
		wait $$ 2>/dev/null; echo $?
	END
	prints '4' '3' '0' '6' '8' '127'
}

@test "wait without operands waits for all" {
	script <<-'END'
		for i in 1 2 3 4 5; do { : >done$i; } & done
		wait
		echo $?
		echo done*
	END
	prints '0' 'done1 done2 done3 done4 done5'
}

@test "an and-or list in the background is one" {
	departs zsh '2.9.3'
	script 'true && echo 1 & wait; false || echo 2 & wait; false && echo bad & wait $!; echo $?; true; false & wait $!; echo $?'
	prints '1' '2' '1' '1'
}

@test "several background commands on a line" {
	script $': & : & : &\nwait\necho 1 & wait; echo 2 &\nwait\nif true & then echo 3; fi\nwait'
	prints '1' '2' '3'
}

@test "a background command reads nothing from the script's input" {
	departs zsh '2.9.3'
	run_jsh_reading -s <<-'END'
		cat &
		wait
		echo end
	END
	assert_success
	assert_output 'end'
	script 'cat & wait; echo end' <<<'text'
	prints 'end'
}

@test "a background command with a redirection reads what it says" {
	script 'echo text >f; cat <f & wait; { cat; } <f & wait; echo x | cat & wait'
	prints 'text' 'text' 'x'
}

@test "a background command is a subshell" {
	script 'x=1; { x=2; cd /; }& wait; echo $x ${PWD##*/}; { exit 9; } & wait $!; echo $?'
	prints '1 work' '9'
}

@test "a background function, loop and group" {
	script 'f() { echo "f $1"; }; f 1 & wait; for i in 2 3; do echo $i; done & wait; (echo 4; echo 5) & wait; while :; do echo 6; break; done & wait'
	prints 'f 1' '2' '3' '4' '5' '6'
}

@test "two hundred background commands, none lost" {
	departs mksh 'wait: {CHILD_MAX}'
	script <<-'END'
		i=0
		pids=
		while [ $i -lt 200 ]; do
			(exit $((i % 100))) &
			pids="$pids $!"
			i=$((i + 1))
		done
		i=0 right=0
		for p in $pids; do
			wait $p
			[ $? -eq $((i % 100)) ] && right=$((right + 1))
			i=$((i + 1))
		done
		echo $right
	END
	prints '200'
}

@test "set -e ends at a command that fails" {
	script 'set -e; true; echo 1; false; echo bad'
	ends 1 '1'
	script 'set -e; (exit 3); echo bad'
	ends 3
	script 'set -e; true | (exit 4); echo bad'
	ends 4
	script 'set -e; nosuchcommand 2>/dev/null; echo bad'
	ends 127
	script 'set -e; { false; echo bad; }'
	ends 1
	script 'set -e; x=$(false); echo bad'
	ends 1
	script 'set -e; f() { false; echo bad; }; f; echo bad'
	ends 1
	script 'set -e; eval false; echo bad'
	ends 1
}

@test "set -e does not look at conditions, all but the last of a list, and negations" {
	script <<-'END'
		set -e
		if false; then :; fi
		while false; do :; done
		until true; do :; done
		false && true
		false || true
		! true
		! false
		false | true
		if (false; true); then echo 1; fi
		f() { false; echo 2; }
		f || echo bad
		if f; then echo 3; fi
		false && false || true
		true && ! true
		{ false; echo 4; } && echo 5
		echo end
	END
	prints '1' '2' '2' '3' '4' '5' 'end'
}

@test "set -e in subshells and substitutions" {
	departs busybox '2.9.3'
	script 'set -e; (false; echo bad); echo bad'
	ends 1
	script 'set -e; (false; echo in) || echo out; echo end'
	prints 'in' 'end'
	script 'set -e; echo $(false; echo bad) end'
	prints 'end'
	script 'set +e; false; set -e; echo ok; set +e; false; echo end'
	prints 'ok' 'end'
}

@test "set -e after the last command of an and list" {
	script 'set -e; true && false; echo bad'
	ends 1
	script 'set -e; true || true; false || false; echo bad'
	ends 1
	script 'set -e; for i in 1; do false; done; echo bad'
	ends 1
	script 'set -e; case x in x) false;; esac; echo bad'
	ends 1
}

@test "an operator without a command is a syntax error" {
	departs ksh '2.10.2'
	departs zsh '2.10.2'
	for text in '&& true' 'true &&' '|| true' 'true ||' '; true' 'true ;; true' '& true' 'true & ; true' 'true && || true' 'true && ; true' 'true & && true'; do
		script "$text"
		assert_failure
		assert [ -n "$stderr" ]
	done
}

@test "a list of any length" {
	script <<-'END'
		l=true; i=0
		while [ $i -lt 2000 ]; do l="$l && true"; i=$((i + 1)); done
		eval "$l"; echo $?
		l=:; i=0
		while [ $i -lt 2000 ]; do l="$l; :"; i=$((i + 1)); done
		eval "$l"; echo $?
	END
	prints '0' '0'
}

@test "the exclamation mark and pipelines" {
	script <<-'END'
		! true; echo $?
		! false; echo $?
		! (exit 3); echo $?
		! true | false; echo $?
		! false | true; echo $?
		! { false; } && echo a
		if ! false; then echo b; fi
	END
	prints '1' '0' '0' '0' '1' 'a' 'b'
}

@test "and and or have the same rank" {
	script <<-'END'
		true || echo no && echo a
		false && echo no || echo b
		false || false || echo c
		true && true && false || echo d
		false && echo no && echo no || echo e && echo f
		true || false && echo g
		! true || echo h
		! false && ! true || echo i
		{ true || echo no; } && echo j
	END
	prints 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i' 'j'
}

@test "newlines and comments after operators" {
	script <<-'END'
		true &&

		echo a
		false || # comment

		echo b
		echo c |
		# comment
		cat
		true && { echo d
		} || {
		echo no; }
		if true &&
		true; then echo e; fi
	END
	prints 'a' 'b' 'c' 'd' 'e'
}

@test "the background" {
	departs bash '2.9.3.1'
	departs zsh '2.9.3'
	script <<-'END'
		echo a & wait; echo b
		{ echo c; } & wait
		true && echo d & wait
		(exit 3) & wait $!; echo $?
		false || (exit 4) & wait $!; echo $?
		x=1; { x=2; } & wait; echo $x
		f() { return 5; }; f & wait $!; echo $?
		cat & wait; echo e
		: & a=$!; : & [ $a != $! ] && echo g; wait $a; echo $?
		echo h & echo i >/dev/null; wait
		! true & wait $!; echo $?
	END
	prints 'a' 'b' 'c' 'd' '3' '4' '1' '5' 'e' 'g' '0' 'h' '1'
}
