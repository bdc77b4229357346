# command, type and hash of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "type tells each kind in a line" {
	run_jsh -c 'alias ll="ls -l"; type cd : if ll /usr/bin/env'
	assert_output "cd is a shell builtin
: is a special shell builtin
if is a reserved word
ll is an alias: ll='ls -l'
/usr/bin/env is /usr/bin/env"
}

@test "type shows a function's text, which can be read back" {
	run_jsh -c 'f() { echo a | cat; }; type f'
	assert_output 'f is a function
f() {
	echo a | cat
}'
}

@test "command -v makes relative names absolute" {
	mkdir bin
	printf '#!/bin/sh\n' >bin/prog
	chmod +x bin/prog
	run_jsh -c 'command -v bin/prog; PATH=bin; command -v prog'
	assert_output "$PWD/bin/prog
$PWD/bin/prog"
}

@test "in posix mode command -v writes the file of echo, but not of cd" {
	run_jsh -c 'command -v echo; set -o posix; command -v echo cd'
	assert_line --index 0 echo
	assert_line --index 1 --regexp '^/.*/echo$'
	assert_line --index 2 cd
}

@test "command -V and type say what they do not find" {
	run_jsh -c 'command -V nothing-such'
	assert_failure 1
	assert_stderr --partial 'command: nothing-such: not found'
	run_jsh -c 'type nothing-such ls'
	assert_failure 1
	assert_output --partial 'ls is /'
}

@test "command without a name does nothing, with -v it is a usage error" {
	run_jsh -c 'command; echo $?; command -v; echo $?'
	assert_output $'0\n2'
}

@test "hash lists names and files, sorted" {
	run_jsh -c 'hash ls cat; hash' 
	assert_line --index 0 --regexp '^cat=/'
	assert_line --index 1 --regexp '^ls=/'
}

@test "command starts a program that comes last in the shell's own place" {
	for last in 'command sh' 'x=1 command -- sh' 'command command sh'; do
		run_jsh -c "echo \$\$; $last -c 'echo \$\$'"
		assert_equal "${lines[0]}" "${lines[1]}"
	done
	run_jsh -c 'trap "echo end" EXIT; command sh -c "exit 3"'
	assert_output end
	assert_equal "$status" 3
}
