# export, readonly, unset, alias, getopts, umask and ulimit of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "export and readonly name what is no name" {
	run_jsh -c 'command export 1a=2; command readonly -- -x; echo $?'
	assert_output 1
	assert_stderr 'jsh: line 1: export: 1a=2: not a variable name
jsh: line 1: readonly: -x: not a variable name'
}

@test "readonly -p and export -p write their own commands" {
	run_jsh -c 'readonly x="a b"; readonly y; readonly -p; export z=1; export -p'
	assert_line "readonly x='a b'"
	assert_line 'readonly y'
	assert_line 'export z=1'
}

@test "unset of a read-only variable ends a script, but not through command" {
	run_jsh -c 'readonly x=1; command unset x; echo $?; unset x; echo alive'
	assert_failure 1
	assert_output 1
	assert_stderr --partial 'x: readonly variable'
}

@test "unset goes on after what is no name" {
	run_jsh -c 'x=1; command unset 1a x; echo "$? ${x-unset}"'
	assert_output '1 unset'
}

@test "an alias needs a name that can be typed" {
	run_jsh -c 'alias "a b=c"; echo $?; alias =c; echo $?'
	assert_output $'1\n1'
	assert_stderr --partial 'alias: a b=c: not a name for an alias'
}

@test "aliases are listed sorted" {
	run_jsh -c 'alias b=x a="y z"; alias'
	assert_output $'a=\'y z\'\nb=x'
}

@test "getopts words its messages for the script's user" {
	run_jsh -c 'getopts ab: o; getopts ab: o' script -x -b
	assert_stderr 'script: -x: unknown option
script: -b: needs an argument'
}

@test "getopts survives arguments that change between calls" {
	run_jsh -c 'getopts abc o -abc; getopts abc o -abc; getopts abc o -a; echo $o
		getopts abc o; echo $? $OPTIND'
	assert_output $'a\n1 1'
}

@test "getopts cannot set what is read-only" {
	run_jsh -c 'readonly o; getopts a o -a; echo $?'
	assert_output 2
}

@test "umask and ulimit say what they expected" {
	run_jsh -c 'umask 8; echo $?; ulimit -n x; echo $?'
	assert_output $'1\n2'
	assert_stderr --partial 'umask: 8: neither an octal mask nor a symbolic mode'
	assert_stderr --partial 'ulimit: x: expected a number, unlimited, hard or soft'
}

@test "ulimit knows hard and soft" {
	run_jsh -c 'ulimit -n 100; ulimit -S -n 50; ulimit -S -n hard; ulimit -n
		ulimit -S -n 60; ulimit -n soft; ulimit -Hn'
	assert_output $'100\n60'
}

@test "ulimit tells which limit is in the way" {
	run_jsh -c 'ulimit -n 100; ulimit -S -n 200; ulimit -H -n 50'
	assert_failure 1
	assert_stderr 'jsh: line 1: ulimit: -n: 200: above the hard limit
jsh: line 1: ulimit: -n: 50: below the soft limit'
}
