# XCU times
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "times writes two lines of two times" {
	run_jsh -c times
	assert_success
	assert_equal "${#lines[@]}" 2
	assert_line --index 0 --regexp '^[0-9]+m[0-9]+\.[0-9]+s [0-9]+m[0-9]+\.[0-9]+s$'
	assert_line --index 1 --regexp '^[0-9]+m[0-9]+\.[0-9]+s [0-9]+m[0-9]+\.[0-9]+s$'
}
