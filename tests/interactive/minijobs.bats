#!/usr/bin/env bats
#
# minijobs.bats - the example of a shell on the job core alone, on a terminal
#
# Each step may take 60 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "minijobs stops, resumes and interrupts its jobs" {
	ptyrun <<-'EOF'
		spawn $TOP_BUILDDIR/examples/minijobs
		expect "> "
		line "sleep 60"
		fact fg sleep
		key ^Z
		expect "[1]+  Stopped                 sleep 60\n> "
		fact fg shell
		fact state sleep T
		line "bg"
		expect "> "
		fact state sleep S
		line "jobs"
		expect "[1]+  Running                 sleep 60 &\n> "
		line "fg %sleep"
		fact fg sleep
		key ^C
		expect "> "
		fact gone sleep
		fact fg shell
		line "exit"
		status 0
	EOF
}
