#!/usr/bin/env bats
#
# jshrc.bats - the start-up file among the examples works as it is
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	mkdir -p "$HOME/.config/jsh"
	cp "$TOP_SRCDIR/examples/jshrc" "$HOME/.config/jsh/"
}

@test "the example has no syntax error, for other shells neither" {
	local shell
	for shell in "$JSH" dash bash; do
		run "$shell" -n "$HOME/.config/jsh/jshrc" 3>&-
		assert_success
		assert_output ''
	done
}

@test "it runs without a word, also with nounset" {
	run_jsh +m -i -c 'alias ll; type mkcd; set -o | grep autocd'
	assert_success
	assert_line --index 0 "ll='ls -l'"
	assert_line --index 1 --partial 'mkcd is a '
	assert_line --regexp '^autocd +on '
	assert_stderr ''
	unset TERM
	run_jsh +m -u -i -c 'echo on'
	assert_success
	assert_output on
	assert_stderr ''
}

@test "its functions and aliases work on a terminal" {
	ptyrun <<-'EOF'
		env TERM=dumb
		spawn $JSH
		expect "$ "
		line "mkcd a/b; pwd"
		expect "work/a/b\n$ "
		line "..; pwd"
		expect "work/a\n$ "
		line "echo one >>~/.config/jsh/local; $JSH -c 'echo silent'"
		expect "\nsilent\n"
	EOF
}

@test "it reads a file of the machine's own" {
	echo 'echo "own file"' >"$HOME/.config/jsh/local"
	run_jsh +m -i -c 'echo command'
	assert_output $'own file\ncommand'
}

@test "autoload takes a function from its file when it is first called" {
	mkdir -p "$HOME/.config/jsh/functions"
	echo 'hello() { echo "hello $* $#"; }' >"$HOME/.config/jsh/functions/hello"
	run_jsh +m -i -c 'autoload hello gone; hello "a b" c; type hello; hello d'
	assert_line --index 0 'hello a b c 2'
	assert_line --index 1 'hello is a function'
	assert_line --index -1 'hello d 1'
	run_jsh +m -i -c 'autoload gone; gone'
	assert_failure
	assert_stderr --partial "functions/gone: No such file"
}
