#!/usr/bin/env bats
#
# bench.bats - what bench/ says of itself; nothing is measured
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "every row of bench has a target, and every target a row" {
	run -0 python3 "$TOP_SRCDIR/bench/run" --check
	[ "$output" = "" ]
}
