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

@test "^C ends wait, not the jobs, whatever it waits for" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		line "wait"
		expect "wait\n"
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		line "wait -n -t 1000"
		expect "1000\n"
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		line "wait -x $PPID"
		expect "PPID\n"
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		fact state @job S
		line "kill %1"
		fact gone @job
	EOF
}

@test "wait -n gives each job of an interactive shell once" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "(exit 3) & wait -n; echo is $?; wait -n; echo is $?"
		expect "\nis 3\nis 127\n"
	EOF
}
