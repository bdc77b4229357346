#!/usr/bin/env bats
#
# pipelines.bats - | and !
#
# POSIX.1-2024 XCU 2.9.2.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "output of one command is input of the next" {
	script <<-'END'
		echo text | cat
		printf '%s\n' b c a | sort | head -n 2 | tr a-z A-Z
		echo 1 |
			cat |

			# comment
			cat
	END
	prints 'text' 'A' 'B' '1'
}

@test "the status is the last command's" {
	script 'false | true; echo $?; true | false; echo $?; (exit 3) | (exit 4); echo $?; true | sh -c "exit 5"; echo $?'
	prints '0' '1' '4' '5'
}

@test "an exclamation mark turns the status over" {
	script '! true; echo $?; ! false; echo $?; ! (exit 7); echo $?; ! true | false; echo $?; ! false | true; echo $?; if ! false; then echo yes; fi; ! { false; } && echo and; true && ! false; echo $?'
	prints '1' '0' '0' '0' '1' 'yes' 'and' '0'
}

@test "an exclamation mark leaves the status of exit, return and errors alone" {
	departs yash '2.15, return: the exit status'
	departs zsh '2.15, return: the exit status'
	departs busybox '2.9.2'
	script <<-'END'
		(! exit 4); echo $?
		(! { exit 4; }; echo no); echo $?
		x=$(! eval 'exit 5'); echo $?
		! { exit 6; } & wait $!; echo $?
		(trap 'echo "end $?"' EXIT; ! exit 7); echo $?
		f() { ! return 3; }; f; echo $?
		f() { ! { false || return 3; }; }; f; echo $?
		"$JSH" -c '! { exit 8; }'; echo $?
	END
	prints 4 4 5 6 'end 7' 7 3 3 8
}

@test "an exclamation mark makes no success of an error that ends the shell" {
	departs ksh '2.8.1'
	departs zsh '2.8.1'
	departs bash '2.8.1'
	script <<-'END'
		(! : ${nothing?}) 2>/dev/null && echo no
		(set -u; ! { echo $nothing; }) 2>/dev/null && echo no
		(readonly r; ! r=1) 2>/dev/null && echo no
		"$JSH" -c '! eval "if )"' 2>/dev/null && echo no
		echo end
	END
	prints end
}

@test "an exclamation mark is a word elsewhere" {
	departs ksh '2.9.2'
	script 'echo ! x; case ! in !) echo case;; esac; x=!; echo $x'
	prints '! x' 'case' '!'
}

@test "set -o pipefail gives the last status that is not 0" {
	departs dash '2.15, set: -o pipefail'
	departs yash '2.15, set: -o pipefail'
	script <<-'END'
		set -o pipefail
		true | true; echo $?
		(exit 3) | true; echo $?
		(exit 3) | (exit 4) | true; echo $?
		true | (exit 5); echo $?
		! (exit 3) | true; echo $?
		set +o pipefail
		(exit 3) | true; echo $?
	END
	prints '0' '3' '4' '5' '0' '0'
}

@test "wait for \$! gives the status that pipefail makes" {
	departs dash '2.15, set: -o pipefail'
	departs yash '2.15, set: -o pipefail'
	departs bash '2.15, set: -o pipefail, once another job has started'
	departs mksh '2.15, set: -o pipefail at the start of the pipeline counts'
	unlike zsh 'gives that of the last command'
	departs busybox '2.9.2'
	script <<-'END'
		set -o pipefail
		(exit 7) | true & wait $!; echo $?
		(exit 7) | (exit 8) | true & p=$!; true & wait $!; wait $p; echo $?
		(exit 6) | cat & p=$!
		set +o pipefail
		wait $p; echo $?
		(exit 6) | cat & wait $!; echo $?
		true | (exit 5) & wait $!; echo $?
	END
	prints 7 8 6 0 5
}

@test "all commands of a pipeline run at once" {
	mkfifo one two
	script <<-'END'
		{ echo a >one; cat two; } | { read x; echo "got $x"; } &
		cat one
		echo b >two
		wait
	END
	prints 'a' 'got b'
}

@test "the shell waits for the last command" {
	script '{ echo x; echo y >f; } | { cat; :; }; cat | cat </dev/null; echo after; cat f' </dev/null
	prints 'x' 'after' 'y'
}

@test "stages may be any command" {
	script <<-'END'
		f() { while read x; do echo "f:$x"; done; }
		for i in 1 2; do echo $i; done | f | { cat; echo brace; } | (cat; echo sub)
		echo x | if read y; then echo "if:$y"; fi
		echo x | while read y; do echo "while:$y"; done
		echo x | case x in x) cat;; esac
		{ echo a; echo b; } | read z && echo read
		x=1 | cat; : | : | :; echo $?
	END
	prints 'f:1' 'f:2' 'brace' 'sub' 'if:x' 'while:x' 'x' 'read' '0'
}

@test "what a stage changes but the last does not reach the shell" {
	script <<-'END'
		x=1
		{ x=2; echo $x; } | cat
		echo $x
		{ cd /; } | :
		[ "${PWD##*/}" = work ] && echo work
		{ exit 5; } | :; echo $?
	END
	prints '2' '1' 'work' '0'
}

@test "redirections come after the pipe" {
	script <<-'END'
		echo out >f | cat; cat f
		{ echo e >&2; } 2>&1 | tr e E
		echo x | cat </dev/null
		echo text | cat >g; cat g
		{ echo out; echo err >&2; } 2>&1 >/dev/null | cat
	END
	prints 'out' 'E' 'text' 'err'
}

@test "a pipeline in the background" {
	script 'echo x | cat & wait; echo y | (exit 6) & wait $!; echo $?'
	prints 'x' '6'
}

@test "a reader that ends early ends its writer" {
	script 'yes | head -n 1; i=0; while :; do echo $((i += 1)); done 2>/dev/null | head -n 2'
	assert_success
	assert_output $'y\n1\n2'
}

@test "a long pipeline" {
	script <<-'END'
		echo x | cat | cat | cat | cat | cat | cat | cat | cat | cat | cat |
			cat | cat | cat | cat | cat | cat | cat | cat | cat | cat |
			cat | cat | cat | cat | cat | cat | cat | cat | cat | cat
		p=cat; i=0
		while [ $i -lt 100 ]; do p="$p | cat"; i=$((i + 1)); done
		echo y | eval "$p"
	END
	prints 'x' 'y'
}

@test "much data" {
	script 'dd if=/dev/zero bs=1024 count=2000 2>/dev/null | cat | wc -c | tr -d " "'
	prints '2048000'
}

@test "no descriptor of a pipe is left in a stage or in the shell" {
	script "$PROBE fds | cat; true | $PROBE fds; true | true; $PROBE fds; : | { $PROBE fds; } | cat"
	prints 'fds: 0 1 2' 'fds: 0 1 2' 'fds: 0 1 2' 'fds: 0 1 2'
}

@test "a stage that is not found leaves the others" {
	script 'nosuchcommand 2>/dev/null | echo x; echo $?; echo y | nosuchcommand 2>/dev/null; echo $?'
	prints 'x' '0' '127'
}

@test "the assignments of a stage are its own" {
	script 'unset x; x=1 sh -c "echo \$x" | cat; echo ${x-unset}; echo a | x=2 sh -c "cat; echo \$x"'
	prints '1' 'unset' 'a' '2'
}

@test "a pipe without a command is a syntax error" {
	departs zsh '2.9.2'
	for text in '| cat' 'echo |' 'echo | | cat' 'echo | ; cat' '! | cat' 'echo | && cat'; do
		script "$text"
		assert_failure
		assert [ -n "$stderr" ]
	done
}

@test "pipefail holds for a pipeline in the background, as it was at its start" {
	departs zsh '2.9.2'
	script <<-'END'
		set -o pipefail
		false | true & wait $!; echo $?
		(exit 3) | (exit 4) | true & wait $!; echo $?
		! false | true & wait $!; echo $?
		true && false | true & wait $!; echo $?
		true | true & wait $!; echo $?
	END
	unlike dash 'knows no pipefail yet'
	[[ $output == $'1\n4\n0\n1\n0' ]] || departs bash '2.9.2: ! before a pipeline'
	prints '1' '4' '0' '1' '0'
}

@test "each command is in a subshell, whose exit is its own" {
	departs ksh '2.13'
	script <<-'END'
		x=1; { x=2; echo $x; } | cat; echo $x
		x=3 | :; echo $x
		: | (exit 5); echo $?
		(exit 3) | exit 6; echo $?
		exit 7 | cat; echo $?
		{ exit 8; } | cat; echo $?
		f() { return 9 | :; echo in; }; f
		cd / | :; [ "$PWD" = / ] || echo stayed
		set -- a; set -- b c | :; echo $#
		trap 'echo no' EXIT | :; alias a=b | :; set -f | :; case $- in *f*) echo no; esac
	END
	prints '2' '1' '1' '5' '6' '0' '0' 'in' 'stayed' '1'
}
