#!/usr/bin/env bats
#
# endurance.bats - thousands of jobs, storms of signals, a shell that is stopped
#
# ./one is a program that ends well when it gets SIGUSR1 ("caught USR1"). Each
# step may take 60 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

setup() {
	common_setup
	find_libraries
	ln -s "$PROBE" one.probe
	printf '%s\n' '#!/bin/sh' "exec ./one.probe catch USR1 wait 1" >one
	chmod +x one
}

# Play the script on standard input with each of the editors.
play() {
	play_with "${libraries[@]}" plain
}

@test "5,000 live jobs: each is listed, named, resumed, killed and waited for" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "i=0; while [ $i -lt 5000 ]; do sleep 1h & i=$((i + 1)); done 2>/dev/null; echo begun"
		expect "\nbegun\n$ "
		line "jobs >list; grep -c '^\[[0-9]*\][ +-]*Running  *sleep 1h &$' list; sed -n '4711p;5000p' list"
		expect "\n5000\n[4711]   Running                 sleep 1h &\n[5000]+  Running                 sleep 1h &\n$ "
		line "echo nine is $(jobs -p %9), that is $(jobs -p %4711)."
		expect /nine is (?P<nine>\d+), that is (?P<that>\d+)\./
		expect "$ "
		line "fg %4711"
		expect "fg %4711\nsleep 1h\n"
		fact fg @that
		key ^Z
		expect "^Z\n[4711]+  Stopped                 sleep 1h\n$ "
		line "kill %9; wait %9; echo $?"
		expect "\n143\n"
		expect "$ "
		fact gone @nine
		line "jobs %9"
		expect "jsh: jobs: %9: no such job\n$ "
		line "kill -9 $(jobs -p); wait; echo over $?"
		expect "\nover 0\n"
		expect "$ "
		line "jobs; echo end"
		expect "echo end\nend\n$ "
		fact gone sleep
	EOF
}

# A job stops and goes on, as fast as another one can tell it to, while a
# command of two lines is typed.
type_in_a_storm() { # SET-OPTION
	play <<-EOF
		spawn \$JSH
		expect "$ "
		line "set $1; ./one & p=\$!; while kill -STOP \$p && kill -CONT \$p; do :; done & echo begun"
		expect "\nbegun\n"
		expect "$ "
		fact state one.probe T
		send "ec"
		fact state one.probe RS
		send "ho l"
		fact state one.probe T
		send "os"
		fact state one.probe RS
		send "e n"
		fact state one.probe T
		send "o k"
		fact state one.probe RS
		send "ey, \"not"
		fact state one.probe T
		send " o"
		fact state one.probe RS
		send "ne"
		fact state one.probe T
		key Enter
		expect "> "
		send "at a"
		fact state one.probe RS
		line "ll\""
		expect "\nlose no key, not one\nat all\n"
		line "kill -9 %1 %2; wait; echo end"
		expect "\nend\n"
	EOF
}

@test "a storm of SIGCHLD while a line is typed loses no key" {
	type_in_a_storm +b
}

@test "a storm of notices above the line that is typed loses no key" {
	type_in_a_storm -b
}

@test "the shell is stopped and goes on: nothing typed is lost, and it hears what came" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one &"
		expect "[1] "
		expect "$ "
		fact catches one.probe USR1
		send "echo h"
		expect "echo h"
		signal STOP shell
		fact state shell T
		ahead send "al"
		signal USR1 one.probe
		expect "caught USR1\n"
		signal CONT shell
		expect "[1]+  Done                    ./one\n"
		line "f"
		expect "\nhalf\n$ "
	EOF
}

@test "a job stops, or ends, while the shell is stopped" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		signal STOP shell
		fact state shell T
		key ^Z
		fact state one.probe T
		signal CONT shell
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		line "fg"
		fact fg one.probe
		fact state one.probe S
		signal STOP shell
		fact state shell T
		signal USR1 one.probe
		expect "caught USR1\n"
		signal CONT shell
		expect "DONE\n$ "
		fact fg shell
	EOF
}

@test "the terminal goes away while the shell is stopped" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap 'echo bye >said' EXIT; ./one & sleep 1h"
		fact fg 1h
		fact catches one.probe USR1
		key ^Z
		expect "[2]+  Stopped                 sleep 1h\n"
		expect "$ "
		signal STOP shell
		fact state shell T
		hangup
		status HUP
		fact file said "bye\n"
		fact gone one.probe
		fact gone 1h
	EOF
}

@test "a shell that nobody can bring forward again leaves the terminal to others" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sh -c \"PS1='inner: ' $JSH; :\""
		expect "inner: "
		line "./one & echo pid $$."
		expect /pid (?P<inner>\d+)\./
		expect "inner: "
		fact catches one.probe USR1
		signal KILL sh
		expect "Killed"
		expect "$ "
		line "echo one; kill -0 $$"
		expect "\none\n$ "
		fact fg shell
		line "echo two; kill -0 $$"
		expect "\ntwo\n$ "
		fact fg shell
		fact not fg @inner
	EOF
}
