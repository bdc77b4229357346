#!/usr/bin/env bats
#
# screen.bats - what jobs leave switched on in the terminal, and its window
#
# On tmux's screen: tmux knows which modes a program has set. ./mess sets all
# that a full-screen program does, and then ends as it is told.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	cat >mess <<-'EOT'
		#!/bin/sh
		# Alternate screen, scroll region, cursor hidden, mouse, keys,
		# drawing characters, colour, insert mode, no margins.
		printf '\033[?1049h\033[2J\033[3;5r\033[?25l\033[?1003h\033[?1006h'
		printf '\033[?1h\033=\033(0\033[1;31m\033[4h\033[?7l\033[?2004h'
		printf 'lqk' >messed
		eval "$1"
	EOT
	chmod +x mess
}

teardown() {
	screen_stop
	common_teardown
}

# The modes that tmux knows: alternate screen, cursor shown, mouse, keypad,
# cursor keys, insert, wrap, scroll region.
modes() {
	screen_tmux display-message -p "#{alternate_on} #{cursor_flag} \
#{mouse_any_flag} #{keypad_flag} #{keypad_cursor_flag} #{insert_flag} \
#{wrap_flag} #{scroll_region_upper}-#{scroll_region_lower}"
}

modes_are() {
	[[ $(modes) == "$1" ]]
}

whole="0 1 0 0 0 0 1 0-11"
messed="1 0 1 1 1 1 0 2-4"

is_whole() {
	screen_until "whole terminal" modes_are "$whole"
}

is_messed() {
	screen_until "mess" modes_are "$messed"
}

start() {
	JSH="env PS1='$ ' JSH_EDITOR=${editor-readline} $JSH" \
		screen_start 40 12
	screen_wait_line '$'
}

typed() {
	screen_type "$1"
	screen_key Enter
}

program_pid() {
	processes_of_this_test | xargs -r ps -o pid=,args= -p |
		sed -n 's/^ *\([0-9]*\) .*sh \.\/mess.*$/\1/p'
}

@test "a program that is killed leaves nothing switched on" {
	start
	typed "./mess 'read x'"
	is_messed
	kill -KILL "$(program_pid)"
	is_whole
	shows <<-'EOT'
		$ ./mess 'read x'
		Killed
		$
	EOT
	screen_type "echo ab"
	screen_key Left
	screen_type "X"
	screen_wait_line '$ echo aXb'
}

@test "^C in a program leaves nothing switched on" {
	start
	typed "./mess 'read x'"
	is_messed
	screen_key C-c
	is_whole
	screen_wait_line '$'
}

@test "a program that is stopped from outside leaves nothing switched on" {
	start
	typed "./mess 'kill -STOP \$\$; exit 0'"
	is_whole
	screen_wait "[1]+  Stopped (signal)        ./mess 'ki"
	typed "fg"
	screen_wait "fg"
	is_whole
}

@test "a program that says that a signal ended it is taken at its word" {
	start
	typed "./mess 'exit 143'"
	is_whole
	screen_wait_line '$'
}

@test "a program that ends with raw modes leaves nothing switched on" {
	start
	typed "./mess 'stty raw -echo; exit 1'"
	is_whole
	screen_wait_line '$'
}

@test "after a program that ended well all but its screen is the prompt's" {
	start
	typed "./mess 'printf \"\\033[4;1H\"'"
	screen_until "what was set on purpose" modes_are "1 1 0 0 0 0 1 2-4"
	screen_wait_line '$'
	typed "echo lqk"
	screen_wait_line 'lqk' # not drawn as lines
}

@test "what a program that ended well set on purpose stays" {
	start
	typed "sh -c 'printf \"\\033[4;9r\\033[20H\"'"
	screen_until "scroll region" modes_are "0 1 0 0 0 0 1 3-8"
	typed "tput civis"
	screen_until "hidden cursor" modes_are "0 0 0 0 0 0 1 3-8"
	typed "true; printf '\\033[?1000h'"
	screen_until "mouse" modes_are "0 0 1 0 0 0 1 3-8"
}

@test "the cursor stays in its place, after another full-screen program too" {
	start
	# The terminal has a place to go back to: the first row.
	typed "tput smcup; tput rmcup; clear"
	screen_wait_line '$'
	typed "echo 1; echo 2; sh -c 'printf 123; kill -TERM \$\$'"
	shows <<-'EOT'
		$ echo 1; echo 2; sh -c 'printf 123; kil
		l -TERM $$'
		1
		2
		123Terminated
		$
	EOT
	screen_wait_cursor 5 2
}

@test "a dumb or unknown terminal, and posix mode, get no sequences" {
	local command="sh -c 'printf X; kill -TERM \$\$'; echo Y"
	for how in "env TERM=dumb $JSH" "env -u TERM $JSH" "env TERM=unknown $JSH" \
		"$JSH -o posix"; do
		JSH_EDITOR=plain PS1='$ ' script -qec "$how" raw <<-EOT >/dev/null
			$command
			exit
		EOT
		run grep -c $'\033' raw
		assert_output "0"
		run grep -c "Terminated" raw
		assert_output "1"
	done
}

@test "a terminal that is not the prompt's gets no sequences" {
	ptyrun <<-'EOF'
		spawn sh -c "$JSH -i 2>err; echo END"
		line "sh -c 'kill -TERM $$'"
		line "exit"
		expect "END"
		status 0
	EOF
	run grep -c $'\033\\[?1049l' err
	assert_output "0"
}

@test "less that is killed leaves its screen, and the rows are as they were" {
	command -v less || skip "there is no less"
	seq 100 >numbers
	start
	typed "echo before"
	screen_wait_line before
	typed "less numbers"
	screen_wait_line "11"
	kill -KILL "$(processes_of_this_test | xargs -r ps -o pid=,comm= -p |
		sed -n 's/^ *\([0-9]*\) less$/\1/p')"
	is_whole
	shows <<-'EOT'
		$ echo before
		before
		$ less numbers
		Killed
		$
	EOT
}

@test "LINES and COLUMNS follow the window: at the prompt and between commands" {
	for editor in readline libedit plain; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			size 24 80
			spawn $JSH
			expect "$ "
			line "echo $LINES-$COLUMNS"
			expect "\n24-80\n$ "
			resize 30 100
			line "echo $LINES-$COLUMNS"
			expect "\n30-100\n$ "
			line "$PROBE catch USR1 wait 1; echo $LINES-$COLUMNS"
			fact fg probe
			fact catches probe USR1
			resize 40 90
			signal USR1 probe
			expect "\n40-90\n$ "
			line "printenv LINES COLUMNS; echo $?"
			expect "echo $?\n1\n$ "
			line "export COLUMNS"
			expect "$ "
			resize 40 70
			line "printenv COLUMNS"
			expect "\n70\n$ "
			line "readonly LINES"
			expect "$ "
			resize 20 70
			line "echo $LINES"
			expect "\n40\n$ "
		EOF
	done
}

@test "LINES and COLUMNS are new in a trap on WINCH, and when read, wait or a loop has ended" {
	for editor in readline libedit plain; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			size 24 80
			spawn $JSH
			expect "$ "
			line "echo go; read x; echo $LINES-$COLUMNS"
			expect "\ngo\n"
			resize 30 100
			line "text"
			expect "\n30-100\n$ "
			line "$PROBE catch USR1 wait 1 & echo go; wait; echo $LINES-$COLUMNS"
			expect "\ngo\n"
			fact catches probe USR1
			fact waits shell
			resize 31 100
			signal USR1 probe
			expect "\n31-100\n"
			expect "$ "
			line "echo go; until [ $COLUMNS = 70 ]; do :; done; echo $LINES-$COLUMNS"
			expect "\ngo\n"
			resize 31 70
			expect "31-70\n$ "
			line "trap 'echo now $LINES-$COLUMNS' WINCH"
			expect "$ "
			resize 40 60
			expect "now 40-60\n"
		EOF
	done
}

@test "a script has no LINES and COLUMNS of its own" {
	ptyrun <<-'EOF'
		spawn $JSH -c "echo ${LINES-none} ${COLUMNS-none}"
		expect "none none"
	EOF
}
