#!/usr/bin/env bats
#
# nohup.bats - nohup and the terminal
#
# Each step may take 60 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "what goes to the terminal goes to nohup.out, of mode 600" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "umask 000; nohup sh -c 'echo out; echo err >&2; cat'"
		expect "jsh: nohup: appending output to nohup.out\n$ "
		line "cat nohup.out; stat -c %a nohup.out"
		expect "out\nerr\n600\n$ "
		eof
		status 0
	EOF
}

@test "nohup.out is appended to, and is in HOME if it cannot be here" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "nohup echo one"
		expect "$ "
		line "nohup echo two"
		expect "$ "
		line "cat nohup.out"
		expect "one\ntwo\n$ "
		line "rm nohup.out; mkdir nohup.out; nohup echo three"
		expect "nohup: appending output to "
		expect "/home/nohup.out\n$ "
		line "cat ~/nohup.out"
		expect "three\n$ "
		eof
		status 0
	EOF
}

@test "nohup of a job that runs shields it from the shell's hang-up" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 600 >/dev/null 2>&1 & sleep 700 &"
		expect "$ "
		line "nohup %1"
		expect "jsh: nohup: %1: this shell will send it no SIGHUP; its input and output stay where they are, and end with the terminal\n$ "
		line "(sh -c 'echo $PPID' >pid; exec sleep 600) & jobs -p"
		expect /^(?P<shielded>\d+)\n(?P<other>\d+)\n\d+$/
		hangup
		fact gone @other
		status HUP
		fact state @shielded S
		signal TERM @shielded
		fact gone @shielded
	EOF
}
