#!/usr/bin/env bats
#
# faults.bats - at a terminal, calls that fail (tests/helpers/faults.c)
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "a pipeline that cannot be started leaves terminal and jobs as they were" {
	local faults=$TOP_BUILDDIR/tests/helpers/.libs/faults.so
	ptyrun <<-EOF
		env LD_PRELOAD=$faults
		env ASAN_OPTIONS=verify_asan_link_order=0
		env JSH_FAULTS=process:3:EAGAIN,pipe:6:EMFILE
		spawn $JSH
		expect "$ "
		line "sleep 1h | sleep 2h | cat"
		expect "cat\njsh: cannot make a process: Resource temporarily unavailable\n$ "
		fact gone sleep
		fact fg shell
		line "sleep 1h | sleep 2h | sleep 3h | sleep 4h &"
		expect "&\njsh: cannot make a pipe: Too many open files\n$ "
		fact gone sleep
		line "jobs; sleep 5h | cat &"
		expect /&\n\[1\] \d+\n\\\$ /
		line "fg"
		fact fg 5h
		key ^C
		expect "$ "
		fact gone sleep
		fact fg shell
	EOF
}

# The kernel throws away what was typed before ^C, of which the shell has been told
# already: it must not wait for it.
@test "^C typed while the shell is about to read another key is obeyed" {
	find_libraries
	play_with_faults key:1:EINTR plain "${libraries[@]}" <<-EOF
		spawn $JSH
		expect "$ "
		ahead line "a"
		expect "$ "
		line "echo \$?"
		expect "130\n$ "
		line "exit 7"
		status 7
	EOF
}

@test "^C typed while a program is about to get the terminal ends it, and the line" {
	find_libraries
	play_with_faults held:1:EINTR plain "${libraries[@]}" <<-EOF
		spawn $JSH
		expect "$ "
		line "sleep 1h; echo NO"
		expect "held\n"
		key ^C
		expect "$ "
		absent /^NO/
		fact gone sleep
		line "echo \$?"
		expect "\n130\n$ "
	EOF
}
