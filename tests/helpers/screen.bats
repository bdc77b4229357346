#!/usr/bin/env bats
#
# screen.bats - the tmux helper shows what is on a screen (played with probe)
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

teardown() {
	screen_stop
	common_teardown
}

@test "the screen shows lines, cursor and typed text" {
	JSH=$PROBE JSH_ARGS="say ready read say end pause"
	screen_start 40 10
	screen_wait_line "ready"
	screen_wait_cursor 1 0
	screen_type "hi; there"
	screen_wait_cursor 1 9
	screen_key Enter
	screen_wait_line "read: hi; there"
	screen_wait "end"
}

@test "a text that does not come is a failure that shows the screen" {
	JSH=$PROBE JSH_ARGS="say something pause"
	screen_start
	screen_wait "something"
	JSH_STEP_SECONDS=0 run screen_wait "else"
	assert_failure
	assert_output --partial "screen: no text 'else'"
	assert_output --partial "  | something"
}
