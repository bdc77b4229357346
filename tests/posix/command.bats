# XCU command, type
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "command runs past functions" {
	run_jsh -c 'echo() { printf function; }; command echo program'
	assert_output program
}

@test "command has the status of what it runs" {
	run_jsh -c 'command false; echo $?; command nonexistent-command; echo $?'
	assert_output $'1\n127'
}

@test "an error of a special builtin does not end the shell" {
	run_jsh -c 'command . /nonexistent; echo alive; command set -o nothing
		echo alive; readonly x=1; command export x=2; echo "alive $x"'
	assert_output $'alive\nalive\nalive 1'
}

@test "assignments before command and a special builtin do not stay" {
	run_jsh -c 'x=1; x=2 command :; echo "$x"'
	assert_output 1
}

@test "command exec keeps redirections" {
	run_jsh -c 'command exec >file; echo text; cat file >&2'
	assert_stderr text
}

@test "command -p finds the standard utilities without PATH" {
	run_jsh -c 'PATH=/nonexistent; command -p ls -d /
		env 2>/dev/null || echo none'
	assert_output $'/\nnone'
}

@test "command -v writes the file of a program" {
	mkdir bin
	printf '#!/bin/sh\n' >bin/prog
	chmod +x bin/prog
	run_jsh -c 'PATH=$PWD/bin:$PATH; command -v prog'
	assert_output "$PWD/bin/prog"
}

@test "command -v writes names of builtins, functions and reserved words" {
	run_jsh -c 'f() { :; }; command -v f; command -v cd; command -v :
		command -v if'
	assert_output $'f\ncd\n:\nif'
}

@test "command -v writes an alias as a command" {
	run_jsh -c 'alias x="echo a  b"; v=$(command -v x); unalias x
eval "$v"
eval x'
	assert_output 'a b'
}

@test "command -v of nothing is silent and fails" {
	run_jsh -c 'command -v nonexistent-command || echo failed'
	assert_output failed
	assert_stderr ''
}

@test "command -V and type tell of each kind" {
	for utility in 'command -V' type; do
		run_jsh -c "f() { :; }; alias x=ls; for n in f x if : ls; do
				$utility \$n; done"
		assert_success
		assert_line --regexp 'f.*function'
		assert_line --regexp 'x.*alias'
		assert_line --regexp 'if.*(keyword|reserved)'
		assert_line --regexp ':.*special'
		assert_line --partial /ls
	done
}

@test "type of nothing fails" {
	run_jsh -c 'type nonexistent-command >file || echo failed'
	assert_output failed
}
