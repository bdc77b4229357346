#!/usr/bin/env bats
#
# autocd.bats - set -o autocd: a directory's name as a command
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "with autocd a directory's name changes to it and writes it" {
	mkdir -p src/lib
	ptyrun <<-'EOF'
		spawn $JSH -o autocd
		expect "$ "
		line src
		expect /^.*work\/src\r?\n\$ /
		line lib/
		expect /^.*work\/src\/lib\r?\n\$ /
		line ..
		expect /^.*work\/src\r?\n\$ /
		line "~"
		expect /^.*home\r?\n\$ /
		line /usr
		expect "\n/usr\n$ "
		line "echo $? $PWD $OLDPWD"
		expect /^0 .usr .*home\r?\n\$ /
	EOF
}

@test "it is off at first, and can be turned off" {
	mkdir src
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line src
		expect "\njsh: src: not found\n$ "
		line "set -o autocd; set +o autocd"
		expect "$ "
		line ./src
		expect "\njsh: ./src: Is a directory\n$ "
	EOF
}

@test "commands come before directories, and arguments keep cd away" {
	mkdir true directory
	ptyrun <<-'EOF'
		spawn $JSH -o autocd
		expect "$ "
		line "true; pwd"
		expect /^.*work\r?\n\$ /
		line "directory x"
		expect "\njsh: directory: not found\n$ "
		line "f() { cd; echo wrong; }; cd() { f; }; directory"
		expect /^.*work\/directory\r?\n\$ /
	EOF
}

@test "it goes to the directory that is here, not to one in CDPATH" {
	mkdir -p other/src src
	ptyrun <<-'EOF'
		spawn $JSH -o autocd
		expect "$ "
		line "CDPATH=$PWD/other"
		expect "$ "
		line src
		expect /^.*work\/src\r?\n\$ /
	EOF
}

@test "a directory that must not be entered is one message" {
	((EUID == 0)) && skip 'root enters every directory'
	mkdir closed
	chmod 0 closed
	ptyrun <<-'EOF'
		spawn $JSH -o autocd
		expect "$ "
		line closed
		expect "\njsh: cd: ./closed: Permission denied\n$ "
	EOF
}

@test "scripts and subshells do not change the directory so" {
	mkdir src
	run_jsh -o autocd -c 'src; echo "${PWD##*/}"'
	assert_output 'work'
	assert_stderr 'jsh: line 1: src: not found'
	run_jsh -o autocd +m -i -c '(src); echo "${PWD##*/}"'
	assert_output 'work'
	run_jsh -o autocd --posix +m -i -c 'src; echo "${PWD##*/}"'
	assert_output 'work'
}
