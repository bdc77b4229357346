#!/usr/bin/env bats
#
# file-substitution.bats - $(<file): the contents of a file
#
# As bash, ksh, mksh and zsh do it; POSIX leaves it open.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	printf 'a  *\nb\n\n' >file
}

# The same with a process for each subshell, and with job control.
each_way() { # SCRIPT
	for way in inside fork monitor; do
		unset JSH_SUBSHELLS
		[[ $way != fork ]] || export JSH_SUBSHELLS=fork
		if [[ $way == monitor ]]; then
			run_jsh -m -c "$1"
		else
			run_jsh -c "$1"
		fi
		"${@:2}"
	done
}

contents() {
	assert_output $'[a  *\nb]0'
	assert_stderr ''
}

@test "the contents of the file, without newlines at the end, and status 0" {
	each_way 'name=file; x=$(< "$name"); echo "[$x]$?"' contents
	each_way 'x=`<file`; echo "[$x]$?"' contents
	each_way 'printf "[%s]0\n" "$(cd / && cd "$OLDPWD"; x=$(<file); echo "$x")"' \
		contents
}

fails() {
	assert_output '[]1'
	assert_stderr 'jsh: line 1: missing: No such file or directory'
}

@test "a file that cannot be read has a message, and status 1" {
	each_way 'x=$(<missing); echo "[$x]$?"' fails
}

waited() {
	assert_output $'[late]0\nl1 l2'
	assert_stderr ''
}

@test "a FIFO is waited for, and standard input is as before" {
	mkfifo fifo
	each_way 'echo late >fifo & x=$(<fifo); echo "[$x]$?"; wait
		printf "l1\nl2\n" | { read a; x=$(<file); read b; echo $a $b; }' waited
}

empty() {
	assert_output '[][]'
	assert_stderr ''
}

@test "with anything else there it is a command that writes nothing" {
	each_way 'echo "[$(<file <file)][$(<file; :)]"' empty
}
