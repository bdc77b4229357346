#!/usr/bin/env bats
#
# suggestions.bats - "did you mean": commands and options that were mistyped
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# A folder with programs of these names, for `env PATH=bin`.
programs() { # NAME...
	mkdir -p bin
	local name
	for name; do
		printf '#!/bin/sh\necho program\n' >"bin/$name"
		chmod +x "bin/$name"
	done
	export BIN=$PWD/bin
}

@test "at the prompt the nearest program is named" {
	programs git gitk grep
	ptyrun <<-EOF
		env PATH=$BIN
		spawn $JSH
		expect "$ "
		line gti
		expect "\njsh: gti: not found; did you mean git?\n$ "
		line "echo \$?"
		expect "\n127\n$ "
		line "grpe x | echo piped"
		expect "jsh: grpe: not found; did you mean grep?\n"
		expect "$ "
		line "command gti; exec gti"
		expect "jsh: gti: not found; did you mean git?\n"
		expect "jsh: gti: not found; did you mean git?\n$ "
	EOF
}

@test "builtins, functions and aliases are named as well" {
	programs
	ptyrun <<-EOF
		env PATH=$BIN
		spawn $JSH
		expect "$ "
		line "backup() { :; }; alias update=:"
		expect "$ "
		line "pritnf; bakcup; updaet"
		expect "jsh: pritnf: not found; did you mean printf?\n"
		expect "jsh: bakcup: not found; did you mean backup?\n"
		expect "jsh: updaet: not found; did you mean update?\n$ "
	EOF
}

@test "what is far from everything, or has a slash, gets no hint" {
	programs git
	: >bin/grep
	mkdir bin/gerp
	ptyrun <<-EOF
		env PATH=$BIN
		spawn $JSH
		expect "$ "
		line "nothing-like-it"
		expect "\njsh: nothing-like-it: not found\n$ "
		line "grpe"
		expect "\njsh: grpe: not found\n$ "
		line "./gti"
		expect "\njsh: ./gti: No such file or directory\n$ "
		line ""
	EOF
}

@test "a name of control characters is shown harmless" {
	programs
	cp /bin/true "bin/$(printf 'abcde\033')"
	ptyrun <<-EOF
		env PATH=$BIN
		spawn $JSH
		expect "$ "
		line "abcde"
		expect /^jsh: abcde: not found; did you mean abcde[^\x1b]+\?$/
		absent "\x1b["
	EOF
}

@test "functions, files, scripts and POSIX mode get no hint" {
	programs git
	echo gti >file
	ptyrun <<-EOF
		env PATH=$BIN
		spawn $JSH
		expect "$ "
		line "f() { gti; }; f"
		expect "\njsh: gti: not found\n$ "
		line ". ./file"
		expect "\n./file: line 1: gti: not found\n$ "
		line "set -o posix; gti"
		expect "\njsh: gti: not found\n$ "
	EOF
	run_jsh -c 'gti; :'
	assert_stderr 'jsh: line 1: gti: not found'
	echo : >>file
	run_jsh_reading <file
	assert_stderr 'jsh: line 1: gti: not found'
}

@test "set -o, -o of jsh and help name what is nearest" {
	run_jsh -c 'set -o nogolb'
	assert_failure 2
	assert_stderr \
		'jsh: line 1: set: nogolb: no such option; did you mean noglob?'
	run_jsh -c 'set +o vii'
	assert_stderr 'jsh: line 1: set: vii: no such option; did you mean vi?'
	run_jsh -c 'set -o nonsense'
	assert_stderr \
		'jsh: line 1: set: nonsense: no such option (`set -o` lists them)'
	run_jsh -o pipfail -c :
	assert_failure 2
	assert_stderr 'jsh: pipfail: no such option; did you mean pipefail?'
	run_jsh --verison
	assert_failure 2
	assert_stderr 'jsh: --verison: no such option; did you mean --version?'
	run_jsh -c 'help pritnf'
	assert_failure 1
	assert_stderr \
		'jsh: line 1: help: pritnf: no such builtin; did you mean printf?'
}
