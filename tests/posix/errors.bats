#!/usr/bin/env bats
#
# errors.bats - consequences of errors, finding commands, their statuses
#
# POSIX.1-2024 XCU 2.8, 2.9.1.4 to 2.9.1.6.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "a command that is not found has status 127" {
	script 'nosuchcommand; echo $?; ./nosuch; echo $?; /nonexistent/x; echo $?; nosuchdir/x; echo $?'
	complains 0 '127' '127' '127' '127'
}

@test "a file that cannot be executed has status 126" {
	: >plain
	mkdir dir
	chmod 644 plain
	script './plain; echo $?; ./dir; echo $?; dir/; echo $?'
	complains 0 '126' '126' '126'
}

@test "a name without a slash is looked for in PATH, in its order" {
	mkdir a b
	printf '#!/bin/sh\necho a\n' >a/cmd
	printf '#!/bin/sh\necho b\n' >b/cmd
	printf '#!/bin/sh\necho b2\n' >b/cmd2
	chmod +x a/cmd b/cmd b/cmd2
	script 'PATH=$PWD/a:$PWD/b:$PATH; cmd; cmd2; PATH=$PWD/b:$PWD/a:$PATH; cmd; rm b/cmd; cmd'
	prints 'a' 'b2' 'b' 'a'
}

@test "an empty element of PATH is the current directory" {
	printf '#!/bin/sh\necho here\n' >cmd
	chmod +x cmd
	script 'PATH=:$PATH; cmd; PATH=/nonexistent::/usr/bin:/bin; cmd; PATH=/usr/bin:/bin:; cmd; PATH=/usr/bin:/bin; cmd 2>/dev/null; echo $?'
	prints 'here' 'here' 'here' '127'
}

@test "a file in PATH that cannot be executed is passed over" {
	mkdir a b
	echo 'echo bad' >a/cmd
	printf '#!/bin/sh\necho b\n' >b/cmd
	mkdir a/cmd2
	printf '#!/bin/sh\necho b2\n' >b/cmd2
	chmod +x b/cmd b/cmd2
	script 'PATH=$PWD/a:$PWD/b:$PATH; cmd; cmd2; chmod -x b/cmd; cmd; echo $?'
	assert_line --index 0 'b'
	assert_line --index 1 'b2'
	assert_line --index 2 --regexp '^12[67]$'
}

@test "an assignment to PATH before a command is where it is looked for" {
	mkdir a
	printf '#!/bin/sh\necho a\n' >a/cmd
	chmod +x a/cmd
	script 'PATH=$PWD/a:$PATH cmd; cmd 2>/dev/null; echo $?'
	prints 'a' '127'
}

@test "a file without a magic number is a script for the shell" {
	printf 'echo "script $# $1"\nx=2\n' >plain
	chmod +x plain
	script 'x=1; ./plain a b; echo $x; PATH=$PWD:$PATH; plain c; (./plain d)'
	prints 'script 2 a' '1' 'script 1 c' 'script 1 d'
}

@test "a file of nul bytes is no script" {
	departs busybox '2.8.1'
	printf '\0\0\0\177\n' >binary
	chmod +x binary
	script './binary; echo $?'
	unlike dash 'takes it for a script'
	unlike yash 'takes it for a script'
	complains 0 '126'
}

@test "an interpreter that does not exist" {
	printf '#!/nonexistent/interpreter\n' >cmd
	chmod +x cmd
	script './cmd 2>/dev/null; echo $?'
	assert_output --regexp '^12[67]$'
}

@test "arguments that are too long" {
	script 'x=$(printf "%0200000d" 0); /bin/true $x; echo $?; echo alive'
	assert_line --index 0 --regexp '^12[67]$'
	assert_line --index 1 'alive'
}

@test "a syntax error ends the shell, with a status that is not 0" {
	script $'echo 1\necho (\necho bad'
	assert_failure
	refute_output --partial 'bad'
	assert [ -n "$stderr" ]
	run_jsh -c 'if'
	assert_failure
	assert [ -n "$stderr" ]
}

@test "a syntax error in eval or a sourced file" {
	departs ksh '2.8.1'
	departs zsh '2.8.1'
	departs mksh '2.8.1'
	script 'eval "if"; echo not reached'
	complains any
	echo 'if' >lib
	script '. ./lib; echo not reached'
	complains any
	script '(eval ")") 2>/dev/null; echo after'
	prints 'after'
}

@test "an expansion's error ends the shell" {
	departs ksh '2.8.1'
	script 'echo ${u?gone}; echo not reached'
	complains any
	script 'set -u; echo $u; echo not reached'
	complains any
	script 'x=$((1 / 0)); echo not reached'
	complains any
	script 'echo x >${u?gone}; echo not reached'
	complains any
}

@test "an assignment's error ends the shell" {
	script 'readonly r=1; r=2; echo not reached'
	complains any
	script 'readonly r=1; r=2 :; echo not reached'
	complains any
	script 'readonly r; for r in 1; do :; done; echo not reached'
	unlike bash 'goes on there'
	unlike yash 'goes on there'
	complains any
}

@test "an assignment's error before a command" {
	departs ksh '2.8.1'
	script 'readonly r=1; r=2 true; echo not reached'
	departs yash '2.8.1: variable assignment error'
	complains any
}

@test "a special builtin's error ends the shell" {
	departs busybox '2.8.1'
	for text in 'set -o nosuchoption' '. ./nosuch' 'shift 5' 'export -9' \
		'unset -9 x' 'readonly r=1; readonly r=2' 'trap -9 -8'; do
		script "$text; echo not reached"
		case $text in
		shift* | trap*) [[ $output == 'not reached' ]] && continue ;;
		esac
		[[ $output != *reached* ]] || unlike bash 'goes on after some'
		[[ $output != *reached* ]] || unlike yash 'goes on after some'
		refute_output --partial 'reached'
		assert_failure
	done
}

@test "command takes that away from a special builtin" {
	script 'command set -o nosuchoption; echo 1; command . ./nosuch; echo 2; command export -9; echo 3'
	complains 0 '1' '2' '3'
}

@test "another builtin's error does not end the shell" {
	departs zsh '2.8.1'
	script 'cd /nonexistent; echo 1; kill -NOSUCH 1; echo 2; umask 9; echo 3; read 1x </dev/null; echo 4; wait x; echo 5; getopts; echo 6; [ 1 -eq x ]; echo 7; unalias nosuch; echo 8'
	unlike dash 'ends at some'
	complains 0 '1' '2' '3' '4' '5' '6' '7' '8'
}

@test "a redirection's error: builtin, function, group, program" {
	script 'cd . </nonexistent; echo 1; cat </nonexistent; echo 2; f() { echo bad; }; f </nonexistent; echo 3; { echo bad; } </nonexistent; echo 4; (echo bad) </nonexistent; echo 5'
	unlike dash 'ends at a function'
	complains 0 '1' '2' '3' '4' '5'
}

@test "exec of what does not exist ends the shell" {
	script 'exec nosuchcommand; echo not reached'
	complains 127
	script 'exec ./; echo not reached'
	complains 126
	script 'exec true; echo not reached'
	prints
	script 'exec sh -c "exit 7"'
	ends 7
}

@test "an error in a subshell ends only that" {
	script '(: ${u?}); echo $? | sed "s/[1-9].*/failed/"; x=$(: ${u?}); echo $? | sed "s/[1-9].*/failed/"; : ${u?} | cat; echo end'
	complains 0 'failed' 'failed' 'end'
}

@test "messages go to standard error and name the script or the shell" {
	script $'echo 1\nnosuchcommand\necho 2'
	assert_output $'1\n2'
	assert_stderr --partial 'nosuchcommand'
}

@test "exit gives its operand, or the last status" {
	for n in 0 1 2 42 255; do
		script "exit $n"
		ends $n
	done
	script '(exit 9); exit'
	ends 9
	script 'exit 256'
	assert [ "$status" -eq 0 ]
}

@test "set -n reads without running" {
	run_jsh -n -c 'echo bad'
	assert_output ''
	printf 'echo bad\nif\n' >s
	run_jsh -n s
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "set -x writes each command" {
	run_jsh -c 'set -x; echo one "two  three"; x=1; : $x' 
	assert_output 'one two  three'
	assert_stderr --partial '+ echo one '
	assert_stderr --partial '+ x=1'
	script 'PS4="> "; set -x; true'
	ends 0
	assert_stderr '> true'
}

@test "set -v writes the input" {
	printf 'echo one\n# comment\necho $((1 + 1))\n' >s
	run_jsh -v s
	assert_output $'one\n2'
	assert_stderr --partial $'echo one\n# comment\necho $((1 + 1))'
}

@test "set -a exports what is assigned" {
	script 'set -a; x=1; set +a; y=2; sh -c "echo \${x-unset} \${y-unset}"'
	prints '1 unset'
}
