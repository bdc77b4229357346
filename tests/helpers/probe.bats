#!/usr/bin/env bats
#
# probe.bats - the probe tells the truth, and bats' own helpers notice what they
# should; without this the other tests prove nothing.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "the probe sees exactly the descriptors it was given" {
	run "$PROBE" fds 3>&- 4>&-
	assert_output "fds: 0 1 2"
	run "$PROBE" fds 3>&- 5</dev/null 7>/dev/null
	assert_output "fds: 0 1 2 5 7"
}

@test "the probe names ignored, blocked and caught signals" {
	run "$PROBE" default INT ignore QUIT block USR1 catch TERM signals
	assert_line --regexp '^ignored:.* QUIT'
	refute_line --regexp '^ignored:.* INT'
	assert_line "blocked: USR1"
	# The address sanitizer, when built in, catches some itself.
	assert_line --regexp '^caught:.* TERM'
}

@test "the probe counts the signals that it catches" {
	run "$PROBE" catch USR1 raise USR1 catch HUP raise HUP wait 2 say end
	assert_success
	assert_line --index 0 "caught USR1"
	assert_line --index 1 "caught HUP"
	assert_line --index 2 "end"
}

@test "the probe's child hands its status up" {
	run "$PROBE" child exit 3
	assert_failure 3
	run "$PROBE" child raise KILL
	assert_failure 137
}

@test "the probe reads lines and the end of file" {
	run "$PROBE" read read read <<<$'one\ntwo'
	assert_line --index 0 "read: one"
	assert_line --index 1 "read: two"
	assert_line --index 2 "end of file"
}

@test "a process that outlives its test is found" {
	"$PROBE" session pause 3>&- >/dev/null
	JSH_LEFT_SECONDS=0 run assert_nobody_left
	assert_failure
	assert_line "processes are left:"
	assert_line --regexp 'probe session pause$'
}

@test "a test that takes too long loses its processes, also those in hiding" {
	local line
	mkfifo said
	"$PROBE" session say hidden pause >said 3>&- &
	exec 5<said
	read -r line <&5
	assert_equal "$line" hidden
	kill "$watchdog_pid"
	rm "$BATS_TEST_TMPDIR/watchdog"
	JSH_TEST_LIMIT=0.1 start_watchdog
	# This reads until the last writer has ended.
	run ! read -r line <&5
}
