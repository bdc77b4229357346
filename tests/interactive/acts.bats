#!/usr/bin/env bats
#
# acts.bats - kill -t and wait on a terminal, how a shell ends, suspend, after
#
# The kernel is the witness. Each step may take 20 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "^C ends the wait of kill -t, and the job lives on" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE ignore TERM say ready pause &"
		expect "ready\n"
		let job probe
		line "kill -t 1000 %1"
		expect "kill -t 1000 %1\n"
		fact state shell S
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		fact state @job S
		line "kill -KILL %1"
		fact gone @job
	EOF
}
