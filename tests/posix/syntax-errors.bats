#!/usr/bin/env bats
#
# syntax-errors.bats - malformed scripts: a message, a status that is not 0
#
# POSIX.1-2024 XCU 2.8.1 Consequences of Shell Errors, 2.10 Shell Grammar.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016,SC2154 # the shell under test expands

load ../lib/posix

# Each SCRIPT is refused: with a message, before anything of it runs.
refused() { # SCRIPT...
	local text
	for text in "$@"; do
		echo "script: $text" # shown when it fails
		run_jsh -c "$text"
		assert_failure
		assert_output ''
		assert [ -n "$stderr" ]
		# A file of several lines: what comes before still runs.
		script $'echo before\n'"$text"
		assert_failure
		assert_output 'before'
	done
}

@test "constructs that are not closed" {
	unlike mksh 'takes f() alone'
	refused 'if' 'if true' 'if true; then' 'if true; then :' \
		'if true; then :; else' 'while' 'while true; do' 'until true' \
		'for' 'for x in a b' 'for x in a; do :' 'case' 'case x' \
		'case x in x) :' '{' '{ echo a' '(' '(echo a' 'f()' 'f() {'
}

@test "quotes that are not closed" {
	refused 'echo "a' "echo 'a" 'echo "a $(echo "b)' "echo \"\${x-'a}"
}

@test "expansions that are not closed" {
	refused 'echo ${x' 'echo ${x-' 'echo "${x-"a"' 'echo $(echo a' \
		'echo "$(echo a"' 'echo $((1 + 2' 'echo $((1 + 2)'
	unlike bash 'takes the end of the input for the second backquote'
	unlike ksh 'does so too'
	refused 'echo `echo a' 'echo "`echo a'
}

@test "operators without commands" {
	refused '&& a' '|| a' '| a' '; a' '& a' ';; a' ') a' 'a && && b' \
		'a ||' 'a |' 'a | | b' 'a ; ; b' 'a & & b' 'a &| b'
}

@test "! where it may not be" {
	unlike mksh 'takes it'
	unlike bash 'takes it'
	unlike zsh 'takes it'
	unlike ksh 'takes it'
	refused '!' '! ! true' 'true | ! true'
}

@test "reserved words without their beginning" {
	refused 'then' 'else' 'elif' 'fi' 'do' 'done' 'esac' '}' \
		'echo a; fi' 'echo a; done' 'if true; done' \
		'while true; do :; fi' '{ echo a; )' '(echo a; }'
}

@test "lists that are empty" {
	unlike zsh 'takes them'
	unlike mksh 'takes them'
	refused 'if; then :; fi' 'if true; then fi' 'while; do :; done' \
		'while true; do done' 'for x in a; do done' '{ }' '( )' '()' \
		'if true; then :; else fi' 'f() { }'
}

@test "wrong words in for, case and function definitions" {
	departs zsh '2.10'
	departs busybox '2.10'
	refused 'for 1 in a; do :; done' 'for x in a b' 'for x y; do :; done' \
		'case x on x) :;; esac' 'case x in x :;; esac' 'f(x) { :; }'
	departs dash 2.9.5
	unlike ksh 'takes it'
	unlike mksh 'takes it'
	refused 'f() echo'
}

@test "words after a compound command" {
	refused '(true) x' '{ true; } x' 'if true; then :; fi x' \
		'for x in a; do :; done x' 'true (x)' 'echo a (echo b)'
}

@test "redirections without a word" {
	refused 'echo >' 'echo <' 'echo >>' 'echo 2>&' 'echo <<' 'echo > > f' \
		'echo > ; echo b' 'echo < | cat' '< && echo'
}

@test "substitutions that are malformed inside" {
	refused 'echo $(if)' 'echo "$(fi)"' 'x=$(echo a | )' 'echo $(()' \
		'echo $(case x in)'
}

@test "what -n finds it does not run" {
	departs zsh '2.10'
	local text
	unlike ksh 'does not look into substitutions'
	unlike mksh 'does not look into substitutions'
	for text in 'if' 'echo a; )' 'echo $(fi)' 'echo "a' '{ }'; do
		run_jsh -n -c "$text"
		assert_failure
		assert_output ''
		assert [ -n "$stderr" ]
	done
	run_jsh -n -c 'echo a; exit 3'
	assert_success
	assert_output ''
}

@test "a redirection to a directory fails, and the shell goes on" {
	mkdir dir
	script <<-'END'
		echo a >dir || echo failed
		echo a >>dir || echo failed
		{ echo b; } >dir/. || echo failed
		cat <dir || echo read
		echo on
	END
	ends 0 failed failed failed read on
	assert [ -n "$stderr" ]
}

@test "a redirection to a directory ends a script that does it in a special builtin" {
	mkdir dir
	script $': >dir\necho bad'
	unlike bash 'goes on unless in its posix mode'
	complains any
}

@test "a descriptor that is not open" {
	script <<-'END'
		echo a >&9 || echo failed
		cat <&8 || echo failed
		echo on
	END
	ends 0 failed failed on
	assert [ -n "$stderr" ]
}

@test "a descriptor number that cannot be" {
	run_jsh -c 'echo a >&99999999999; echo on'
	refute_output --partial 'a'
	run_jsh -c 'ulimit -n 64; echo a 70>file || echo failed'
	unlike ksh 'says so, with status 0'
	unlike dash 'knows one digit only'
	unlike mksh 'knows one digit only'
	unlike yash 'needs more descriptors'
	unlike zsh 'knows one digit only'
	assert_output 'failed'
}

@test "expansions that are errors end the script" {
	local text
	for text in ': ${u?}' ': ${u?message}' ': ${u:?}' 'e=; : ${e:?}' \
		'set -u; : $u' 'readonly r=1; r=2' ': $((1/0))' ': $((1 +))'; do
		script "$text"$'\necho bad'
		complains any
	done
}

@test "bad substitutions end the script when they are run" {
	local text
	for text in ': ${}' ': ${!}x ${x!y}' ': ${x:}' ': ${1x}'; do
		script "echo before"$'\n'"$text"$'\necho bad'
		unlike yash 'finds them when it reads'
		unlike ksh 'knows some of them'
		unlike bash 'knows some of them'
		unlike zsh 'knows some of them'
		assert_failure
		refute_output --partial 'bad'
	done
	unlike yash 'finds it when it reads'
	unlike mksh 'finds it when it reads'
	script 'if false; then : ${x!y}; fi; echo good'
	prints good
}

@test "operands out of range" {
	run_jsh -c 'exit 99999999999; echo bad'
	unlike busybox 'goes on, or says nothing of it'
	unlike bash 'takes what is left of it'
	unlike ksh 'takes what is left of it'
	unlike zsh 'takes what is left of it'
	assert_failure
	assert [ -n "$stderr" ]
	run_jsh -c 'shift 5 || echo failed'
	unlike yash 'says nothing of it'
	assert [ -n "$stderr" ]
	refute_output '0'
}
