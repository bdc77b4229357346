#!/usr/bin/env bats
#
# stopkey.bats - ^Z while no program has the terminal
#
# The shell itself works, waits, or is about to start what was typed. ./one is a
# program that ends well when it gets SIGUSR1 ("caught USR1"). A loop says "go"
# before ^Z is typed: then the line has been taken from the editor. Each step may
# take 60 s.
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
	local script editor
	script=$(cat)
	for editor in "${libraries[@]}" plain; do
		echo "with $editor:" # shown when it fails
		JSH_EDITOR=$editor ptyrun <<<"$script"
		rm -f end
	done
}

@test "a loop of builtins stops, and goes on with fg and with bg" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo go; until [ -e end ]; do :; done; echo over"
		expect "\ngo\n"
		key ^Z
		expect "^Z\n[1]+  Stopped                 echo go; until [ -e end ]; do :; done; echo over\n$ "
		fact fg shell
		line "echo $?; inner=$(jobs -p); echo is $inner"
		expect /\n148\nis (?P<inner>\d+)\n\$ /
		fact state @inner T
		fact parent @inner shell
		fact leader @inner
		line "fg"
		expect "; echo over\n"
		fact fg @inner
		fact state @inner RS
		key ^Z
		expect "^Z\n[1]+  Stopped                 echo go; until [ -e end ]; do :; done; echo over\n$ "
		fact state @inner T
		line "bg"
		expect "&\n$ "
		fact state @inner RS
		line ">end"
		expect "over\n"
		fact gone @inner
	EOF
}

@test "a function, a for loop and a list keep what they know" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "f() { for i in 1 2; do echo $1 $i; until [ -e end ]; do :; done; done; return 7; }"
		expect "$ "
		line "f it && echo NO || echo left $? $i"
		expect "\nit 1\n"
		key ^Z
		expect "^Z\n[1]+  Stopped                 f it && echo NO || echo left $? $i\n"
		expect "$ "
		line ">end; fg"
		expect "\nit 2\nleft 7 2\n$ "
		line "echo $?"
		expect "\n0\n$ "
	EOF
}

@test "^C ends a loop of builtins that was stopped, and so does kill" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo go; while :; do :; done"
		expect "\ngo\n"
		key ^Z
		expect "Stopped"
		expect "$ "
		line "echo pid=$(jobs -p)."
		expect /pid=(?P<inner>\d+)\./
		expect "$ "
		line "fg"
		expect "fg\necho go; while :; do :; done\n"
		fact fg @inner
		key ^C
		expect "^C\n$ "
		line "echo $?; jobs; echo go; while :; do :; done"
		expect "\n130\ngo\n"
		key ^Z
		expect "Stopped"
		expect "$ "
		line "kill %1; wait %1; echo $?"
		expect "\n143\n"
	EOF
}

@test "closing the terminal ends a loop of builtins that is stopped" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo go; while :; do :; done"
		expect "\ngo\n"
		key ^Z
		expect "Stopped"
		expect "$ "
		hangup
		status HUP
	EOF
}

@test "read stops, and fg reads on" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo go; read x; echo got $x"
		expect "\ngo\n"
		key ^Z
		expect "^Z\n[1]+  Stopped                 echo go; read x; echo got $x\n"
		expect "$ "
		line "echo pid=$(jobs -p)."
		expect /pid=(?P<inner>\d+)\./
		expect "$ "
		line "fg"
		expect "fg\necho go; read x; echo got $x\n"
		fact fg @inner
		line "some text"
		expect "\ngot some text\n$ "
		line "echo go; while read x; do echo got $x; done"
		expect "\ngo\n"
		line "one"
		expect "got one\n"
		key ^Z
		expect "Stopped"
		expect "$ "
		line "echo pid=$(jobs -p)."
		expect /pid=(?P<inner>\d+)\./
		expect "$ "
		line "fg"
		expect "fg\n"
		fact fg @inner
		line "two"
		expect "got two\n"
		eof
		expect "$ "
	EOF
}

@test "^Z ends wait, kill -t and the wait for a free slot, not the jobs" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one & echo go; wait; echo NO"
		expect "\ngo\n"
		fact waits shell
		key ^Z
		expect "^Z\n$ "
		line "echo $?; jobs"
		expect "\n148\n[1]+  Running                 ./one &\n$ "
		line "echo go; kill -t 100 -s WINCH %1; echo NO"
		expect "\ngo\n"
		fact waits shell
		key ^Z
		expect "^Z\n$ "
		line "echo $?; JOBMAX=1; echo go; ./two & echo NO"
		expect "\n148\ngo\n"
		fact waits shell
		key ^Z
		expect "^Z\n$ "
		line "echo $?; jobs"
		expect "\n148\n[1]+  Running                 ./one &\n$ "
		fact catches one.probe USR1
		signal USR1 one.probe
		expect "caught USR1\n"
	EOF
}

@test "what was about to start when ^Z came is stopped at once" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo go; ./one $($PROBE catch USR1 wait 1)"
		expect "\ngo\n"
		fact catches probe USR1
		fact ignores probe TSTP
		key ^Z
		expect "^Z"
		signal USR1 probe
		expect "\n[1]+  Stopped                 ./one $($PROBE catch USR1 wait 1)\n"
		absent /(?s:.)/
		expect "$ "
		fact fg shell
		line "echo $?; fg"
		expect "\n148\n"
		fact fg one.probe
		fact catches one.probe USR1
		signal USR1 one.probe
		expect "caught USR1\n$ "
		line "x=$($PROBE catch USR1 wait 1) && ./one && echo DONE"
		fact catches probe USR1
		key ^Z
		expect "^Z"
		signal USR1 probe
		expect "\n[1]+  Stopped                 x=$($PROBE catch USR1 wait 1) && ./one && echo DONE\n"
		absent /(?s:.)/
		expect "$ "
		line "fg"
		fact fg one.probe
		fact catches one.probe USR1
		signal USR1 one.probe
		expect "caught USR1\nDONE\n$ "
	EOF
}

@test "only the key stops the line: SIGTSTP from outside does not" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap end=1 USR1; echo go; until [ \"$end\" ]; do :; done; $PROBE say over"
		expect "\ngo\n"
		signal TSTP shell
		signal USR1 shell
		expect "over\n$ "
		absent "Stopped"
		line "jobs; trap 'echo trapped; >end' TSTP; echo go; until [ -e end ]; do :; done; jobs"
		expect "\ngo\n"
		key ^Z
		expect "^Ztrapped\n$ "
	EOF
}

@test "^Z at the prompt, or when all has run, stops nothing later" {
	JSH_EDITOR=plain ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		fact fg shell
		fact mode icanon on
		key ^Z
		expect "^Z"
		line "echo go; echo $($PROBE catch USR1 wait 1)"
		expect "\ngo\n"
		fact catches probe USR1
		key ^Z
		expect "^Z"
		signal USR1 probe
		expect "caught USR1\n$ "
		line "./one"
		fact catches one.probe USR1
		fact state one.probe S
		signal USR1 one.probe
		expect "caught USR1\n$ "
		line "jobs; echo $?"
		expect "echo $?\n0\n$ "
	EOF
}

@test "a loop that cannot be stopped, for want of a process, runs on" {
	local faults=$TOP_BUILDDIR/tests/helpers/.libs/faults.so
	ptyrun <<-EOF
		env LD_PRELOAD=$faults
		env ASAN_OPTIONS=verify_asan_link_order=0
		env JSH_FAULTS=process:1:EAGAIN
		spawn $JSH
		expect "$ "
		line "echo go; until [ -e end ]; do :; done; echo over"
		expect "\ngo\n"
		key ^Z
		expect "^Z"
		expect "jsh: cannot be stopped: Resource temporarily unavailable\n"
		fact state shell R
		key ^Z
		expect "Stopped"
		expect "$ "
		line ">end; fg"
		expect "\nover\n$ "
	EOF
}

@test "a loop of short programs leaves no process behind, also when exec follows" {
	play <<-'EOF'
		spawn $JSH
		let shell shell
		expect "$ "
		line "for i in 1 2 3 4 5 6; do /bin/true; done; echo over"
		expect "\nover\n$ "
		fact count jsh 1
		line "PROMPT_COMMAND='/bin/true; /bin/true; /bin/true; /bin/true'"
		expect "$ "
		fact count jsh 1
		line "for i in 1 2 3 4 5 6; do /bin/true; done; exec ./one"
		fact catches one.probe USR1
		fact count jsh 0
		signal USR1 one.probe
		expect "caught USR1\n"
		status 0
	EOF
}

@test "a trap on CHLD is told once of a loop of builtins that stops" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap 'echo trapped' CHLD"
		expect "$ "
		line "echo go; until [ -e end ]; do :; done"
		expect "\ngo\n"
		key ^Z
		expect "[1]+  Stopped                 echo go; until [ -e end ]; do :; done\ntrapped\n$ "
	EOF
}
