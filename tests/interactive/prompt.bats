#!/usr/bin/env bats
#
# prompt.bats - the prompt, with each line editor: keys, signals, news
#
# Dialogues are played by ptyrun; what only a screen shows is looked at through
# tmux. Each step may take 60 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	find_libraries
}

teardown() {
	screen_stop
	common_teardown
}

# Play the script on standard input with each of the editors. A ^C or ^\ before
# the shell reads would flush what was typed: `fact reads shell`.
play_with_all() {
	play_with "${libraries[@]}" plain
}

# A shell with EDITOR on an empty screen of 40 columns and 12 rows.
start_with() {
	local command="env JSH_EDITOR=$1 PS1='$ ' $JSH"
	screen_run 40 12 "$command"
	screen_wait_line '$'
}

shell_pid() {
	screen_tmux display-message -p '#{pane_pid}'
}

@test "^C drops the line, and sets \$? to 130" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		send "touch dropped"
		expect "touch dropped"
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		# On an empty line too.
		key ^C
		expect "^C\n$ "
		line "echo $?; ls dropped"
		expect /^130\nls: .*\n\$ /
	EOF
}

@test "^C drops all lines of an unfinished command" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "if true"
		expect "\n> "
		line "then touch dropped"
		expect "\n> "
		fact reads shell
		send "fi"
		expect "fi"
		key ^C
		expect "^C\n$ "
		line "echo $?; ls dropped"
		expect /^130\nls: .*\n\$ /
		line "echo 'a"
		expect "\n> "
		fact reads shell
		key ^C
		expect "^C\n$ "
		line "echo b"
		expect "\nb\n$ "
	EOF
}

@test "^D leaves, with the status of the last command" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		eof
		status 0
	EOF
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "(exit 7)"
		expect "$ "
		fact reads shell
		eof
		status 7
	EOF
}

@test "with ignoreeof ^D does not leave" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "set -o ignoreeof"
		expect "$ "
		fact reads shell
		eof
		expect "jsh: use \"exit\" to leave the shell\n"
		expect "$ "
		line "exit 4"
		status 4
	EOF
}

@test "a syntax error is told, and the shell goes on with status 2" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo a; )"
		expect "jsh: "
		expect "\n$ "
		absent /^a$/
		line "echo $?"
		expect "\n2\n$ "
		line "echo 'a"
		expect "> "
		line "b'"
		expect "\na\nb\n$ "
	EOF
}

@test "^D in an unfinished command is a syntax error, not the end" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo 'a"
		expect "\n> "
		fact reads shell
		eof
		expect "jsh: "
		expect "\n$ "
		line "echo $?"
		expect "\n2\n$ "
	EOF
}

@test "PS1 and PS2 are expanded each time" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "n=1 PS2='more ${n}> '"
		expect "$ "
		line "PS1='$n $((n + 1)) $(echo cmd) $? % '"
		expect "\n1 2 cmd 0 % "
		line "n=5; false"
		expect "\n5 6 cmd 1 % "
		line "echo $? \\"
		expect "\nmore 5> "
		line "x"
		expect "\n1 x\n5 6 cmd 0 % "
	EOF
}

@test "the up arrow brings the commands of the session back" {
	play_with "${libraries[@]}" <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo one"
		expect "\none\n$ "
		line "echo two"
		expect "\ntwo\n$ "
		fact reads shell
		key Up Up Enter
		expect "\none\n$ "
		fact reads shell
		key Up Up Down Enter
		expect "\none\n$ "
	EOF
}

@test "a command of several lines is one entry of the history" {
	play_with "${libraries[@]}" <<-'EOF'
		spawn $JSH
		expect "$ "
		line "for i in 1 2"
		expect "\n> "
		line "do echo it $i"
		expect "\n> "
		line "done"
		expect "\nit 1\nit 2\n$ "
		fact reads shell
		key Up
		expect "for i in 1 2"
		expect "do echo it $i"
		expect "done"
		key Enter
		expect "\nit 1\nit 2\n$ "
	EOF
}

@test "^\\, ^Z, SIGTERM, SIGQUIT and SIGINT do not end or stop the shell" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		key ^\
		key ^Z
		signal TERM shell
		signal QUIT shell
		signal TSTP shell
		signal TTIN shell
		fact state shell S
		signal INT shell
		expect "\n$ "
		line "echo here $?"
		expect "here 130\n$ "
		fact state shell S
	EOF
}

@test "SIGTERM and ^\\ keep the line that is half typed" {
	play_with "${libraries[@]}" <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		send "echo ha"
		expect "echo ha"
		signal TERM shell
		key ^\
		line "lf"
		expect "half\n$ "
	EOF
}

@test "a trap runs while a line is half typed, and the line is kept" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap 'echo trapped; n=7' USR1"
		expect "\n$ "
		fact reads shell
		send "echo half"
		expect "echo half"
		signal USR1 shell
		expect "trapped\n"
		expect "$ "
		line " typed $n"
		expect "\nhalf typed 7\n$ "
		fact reads shell
		signal USR1 shell
		expect "trapped\n"
		expect "$ "
		line "echo $?"
		expect "\n0\n$ "
	EOF
}

@test "a trap on INT runs at ^C, and exit in a trap leaves" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap 'echo trapped' INT; trap 'exit 6' USR2"
		expect "\n$ "
		fact reads shell
		send "echo dropped"
		expect "echo dropped"
		key ^C
		expect "trapped\n"
		expect "$ "
		fact reads shell
		key ^U
		line "echo on"
		expect "on\n$ "
		fact reads shell
		signal USR2 shell
		status 6
	EOF
}

@test "a trap takes the half-typed line off the screen and puts it back" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "trap 'echo trapped' USR1"
		screen_key Enter
		screen_wait_cursor 1 2
		screen_type "echo half"
		screen_wait_line '$ echo half'
		kill -USR1 "$(shell_pid)"
		shows <<-'END'
			$ trap 'echo trapped' USR1
			trapped
			$ echo half
		END
		screen_key Enter
		screen_wait_line half
	done
}

@test "news of a job is told above the line that is half typed" {
	local pid
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "sleep 1h &"
		screen_key Enter
		screen_wait_cursor 2 2
		pid=$(pgrep -P "$(shell_pid)" sleep)
		screen_type "echo half"
		screen_key Left Left
		screen_wait_cursor 2 9
		kill "$pid"
		shows <<-END
			\$ sleep 1h &
			[1] $pid
			[1]+  Terminated              sleep 1h
			\$ echo half
		END
		screen_wait_cursor 3 9
		screen_type "_"
		screen_key Enter
		shows <<-END
			\$ sleep 1h &
			[1] $pid
			[1]+  Terminated              sleep 1h
			\$ echo ha_lf
			ha_lf
			\$
		END
	done
}

@test "news of several jobs, one after the other, leaves the line whole" {
	local pid
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "sleep 1h & sleep 2h & sleep 3h &"
		screen_key Enter
		screen_wait_cursor 4 2
		screen_type "echo a long line that needs two rows here"
		screen_wait_cursor 5 3
		for pid in $(screen_text | sed -n 's/^\[[123]\] //p'); do
			kill "$pid"
			screen_until "end of $pid" is_gone "$pid"
		done
		screen_wait_line "[3]+  Terminated              sleep 3h"
		screen_wait_cursor 8 3
		run screen_text
		assert_line --index 4 "[1]   Terminated              sleep 1h"
		assert_line --index 5 "[2]-  Terminated              sleep 2h"
		assert_line --index 6 "[3]+  Terminated              sleep 3h"
		assert_line --index 7 "$ echo a long line that needs two rows h"
		assert_line --index 8 "ere"
		screen_key Enter
		screen_wait_line "a long line that needs two rows here"
	done
}

is_gone() {
	[[ ! -e /proc/$1 ]]
}

@test "a resized terminal: the line is whole, and programs know the size" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "echo 0123456789 0123456789 01234"
		screen_wait_cursor 0 34
		screen_tmux resize-window -x 60 -y 15
		screen_type "56789 0123456789"
		screen_wait_line '$ echo 0123456789 0123456789 0123456789 0123456789'
		screen_key Enter
		screen_wait_line '0123456789 0123456789 0123456789 0123456789'
		screen_type "stty size"
		screen_key Enter
		screen_wait_line "15 60"
	done
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		resize 30 90
		key ^C
		expect "$ "
		line "stty size"
		expect "\n30 90\n$ "
	EOF
}

@test "on a dumb terminal the editor is plain" {
	ptyrun <<-'EOF'
		env JSH_EDITOR
		env TERM=dumb
		spawn $JSH
		expect /\A\$ /
		fact mode icanon on
		line "echo on"
		expect "\non\n$ "
	EOF
	play_with "${libraries[@]}" <<-'EOF'
		env TERM=dumb
		spawn $JSH
		expect /\Ajsh: \w+: cannot edit on this terminal \(TERM=dumb\)\n\$ /
		fact mode icanon on
	EOF
}

@test "an unknown editor is one warning, and an editor all the same" {
	ptyrun <<-'EOF'
		env JSH_EDITOR=ed
		spawn $JSH
		expect /\Ajsh: JSH_EDITOR: ed: not readline, libedit or plain\n\$ /
		line "echo on"
		expect "\non\n$ "
	EOF
}

@test "without modules the editor is plain, without a fuss" {
	ptyrun <<-'EOF'
		env JSH_EDITOR
		env JSH_MODULE_DIR=/nonexistent
		spawn $JSH
		expect /\A\$ /
		fact mode icanon on
		line "echo on"
		expect "\non\n$ "
	EOF
}

@test "a module that was asked for and is not there is one warning" {
	ptyrun <<-'EOF'
		env JSH_MODULE_DIR=/nonexistent
		env JSH_EDITOR=libedit
		spawn $JSH
		expect /\Ajsh: [^\n]*libedit[^\n]*\n\$ /
		fact mode icanon on
		line "echo on"
		expect "\non\n$ "
	EOF
}

@test "no key is lost while children change their states all the time" {
	play_with_all <<-'EOF'
		size 24 200
		spawn $JSH
		expect "$ "
		line "set +b; sleep 1h & PS1='% '"
		expect /^\[1\] (?P<pid>\d+)\n% /
		line "bash -c 'while kill -STOP $0 && kill -CONT $0; do :; done 2>err' $! &"
		expect /^\[2\] \d+$/
		expect "% "
		fact state @pid T
		fact state @pid S
		fact state @pid T
		# The shell sleeps too seldom to be waited for.
		ahead send "echo abcdefghijklm"
		ahead send "nopqrstuvwxyz 01"
		ahead send "23456789 "
		fact state @pid S
		fact state @pid T
		ahead line "ABCDEFGHIJKLM"
		expect "\nabcdefghijklmnopqrstuvwxyz 0123456789 ABCDEFGHIJKLM\n"
		expect "% "
		ahead line "kill -KILL %1"
		fact gone sleep
		fact gone bash
	EOF
}

@test "a job in the background may write while a line is typed" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE catch USR1 wait 1 &"
		expect /^\[1\] \d+\n\$ /
		fact catches probe USR1
		send "echo half"
		expect "echo half"
		signal USR1 probe
		expect "caught USR1\n"
		line " typed"
		expect "half typed\n"
	EOF
}

# How often it has been given a core, and has given it back
switches() {
	grep ctxt "/proc/$(shell_pid)/status"
}

sleeps() {
	local before i
	before=$(switches)
	for i in {1..20}; do
		screen_text >/dev/null
	done
	[[ $(switches) == "$before" ]]
}

@test "while nothing is typed the shell sleeps" {
	for editor in "${libraries[@]}" plain; do
		start_with "$editor"
		screen_until "sleep" sleeps
		screen_type "echo half"
		screen_wait "echo half"
		screen_until "sleep" sleeps
	done
}

@test "an empty line is nothing, and a comment is nothing" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "(exit 3)"
		expect "$ "
		line
		expect "\n$ "
		line "# nothing"
		expect "\n$ "
		line "echo $?"
		expect "\n3\n$ "
	EOF
}

@test "the prompt begins in a row of its own after ^C in whatever runs" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^C
		expect "sleep 1h\n^C\n$ "
		line "read x"
		expect "read x\n"
		fact mode icanon on
		key ^C
		expect "^C\n$ "
		line "while :; do :; done"
		expect "done\n"
		fact mode icanon on
		fact state shell R
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
	EOF
}
