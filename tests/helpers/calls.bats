#!/usr/bin/env bats
#
# calls.bats - tests/helpers/calls lists system calls, and changes nothing else
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/calls

setup() {
	common_setup
	need_calls
}

teardown() {
	common_teardown
}

@test "what a process and its children call until they execute is listed" {
	run -0 "$CALLS" list "$PROBE" say text child say more exit 0 3>&-
	assert_output $'text\nmore'
	run grep '^write' list
	assert_output --regexp $'^write 5 pipe:.*\nwrite 5 pipe:'
	run -0 "$CALLS" list "$PROBE" exit 0 3>&-
	run grep -c '^exit_group$' list
	assert_output 1
	"$CALLS" list /bin/sh -c '/bin/echo text; exec /bin/echo text' 3>&-
	run grep '^write' list
	assert_output ''
	run grep -c '^execve$' list
	assert_output 2
}

@test "status and signals are those of the command" {
	run -3 "$CALLS" list "$PROBE" exit 3 3>&-
	run "$CALLS" list "$PROBE" catch USR1 raise USR1 default TERM raise TERM 3>&-
	assert_output 'caught USR1'
	assert_equal "$status" 143
}

@test "what is traced keeps its place at the terminal, stops and goes on" {
	ptyrun <<-'EOF'
		spawn /bin/bash --norc
		expect "$ "
		line "$CALLS list $PROBE ids raise TSTP say on read"
		expect /pgrp (?P<group>\d+) sid \d+ tpgid (?P=group)\n/
		expect "Stopped"
		expect "$ "
		line fg
		expect "\non\n"
		line text
		expect "read: text\n"
		expect "$ "
	EOF
}
