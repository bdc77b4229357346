#!/usr/bin/env bats
#
# marks.bats - what an interactive shell tells the terminal: its folder, where
# prompts, commands and output begin, and the title
#
# Which terminal is told what is tested by tests/unit/interactive_terminal. Each
# step may take 60 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

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

# Play the script with each editor, on a terminal that understands all, and put
# what it was sent into raw.EDITOR: as `cat -v` shows it, "\" for its end of
# strings and rows as they are, without the editors' own sequences.
play_with_all() {
	local script editor
	script=$(cat)
	for editor in "${libraries[@]}" plain; do
		echo "with $editor:" # shown when it fails
		{
			printf 'env VTE_VERSION=7006\nrecord raw\n'
			printf '%s\n' "$script"
		} | JSH_EDITOR=$editor ptyrun
		cat -v raw | tr -d '\n' |
			sed 's/\^M/\n/g; s/\^\[\\/\\/g; s/\^\[\[[0-9;?]*[a-zA-Z]//g' |
			sed 's/\^\[]/]/g' >"raw.$editor"
	done
}

# Each editor has sent this at some time.
each_sent() { # TEXT
	local editor
	for editor in "${libraries[@]}" plain; do
		run grep -cF -- "$1" "raw.$editor"
		[[ $status == 0 ]] || fail "$editor: not sent: $1
$(<"raw.$editor")"
	done
}

nobody_sent() { # TEXT
	run grep -F -- "$1" raw.*
	assert_failure 1
}

@test "prompt, command, output and status are marked" {
	play_with_all <<-'EOF'
		spawn $JSH +o title
		expect "$ "
		line "printf 'one\n'; (exit 3)"
		expect "one\n$ "
		line "false"
		expect "$ "
	EOF
	each_sent ']133;A\'
	each_sent ']133;B\'
	each_sent ']133;C\one'
	each_sent ']133;D;3\'
	each_sent ']133;D;1\'
	# Only with a command that has run: not for the last prompt, or the first.
	for editor in "${libraries[@]}" plain; do
		assert_equal "$(grep -o ']133;[A-D]' "raw.$editor" | tr -d '\n')" \
			"]133;A]133;B]133;C]133;D]133;A]133;B]133;C]133;D]133;A]133;B"
	done
}

@test "an empty line, ^C and a syntax error are no commands" {
	play_with_all <<-'EOF'
		spawn $JSH +o title
		expect "$ "
		line ""
		expect "$ "
		line "for"
		expect "$ "
		send "x"
		expect "x"
		key ^C
		expect "\n$ "
	EOF
	nobody_sent ']133;C'
	nobody_sent ']133;D'
}

@test "the folder is a URI with the host's name" {
	mkdir 'a b;é'
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "cd a*"
		expect "$ "
	EOF
	each_sent "]7;file://$(hostname)$PWD\\"
	each_sent "]7;file://$(hostname)$PWD/a%20b%3B%C3%A9\\"
}

@test "the title is what runs, and at the prompt the folder" {
	play_with_all <<-'EOF'
		env HOME=/usr
		spawn $JSH
		expect "$ "
		line "cd /usr/lib; printf 'x\n'"
		expect "x\n$ "
	EOF
	each_sent ']0;cd /usr/lib; printf '
	each_sent ']0;~/lib\'
}

@test "over ssh the title has the host's name" {
	play_with_all <<-'EOF'
		env SSH_CONNECTION=somewhere
		spawn $JSH
		expect "$ "
		line "cd /; true"
		expect "$ "
	EOF
	each_sent "]0;$(hostname -s): cd /; true\\"
	each_sent "]0;$(hostname -s): /\\"
}

@test "a title is one line, of characters that the terminal does not obey" {
	mkdir $'a\ab\x01c'
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "cd a*"
		expect "$ "
		line "echo 'one"
		expect "> "
		line "two'"
		expect "one\ntwo\n$ "
	EOF
	each_sent '/a^Gb^Ac\'
	run grep -q $'[\a\x01]' raw
	assert_failure 1
	each_sent "]0;echo 'one\\"
}

@test "set +o marks, set +o title and posix mode tell nothing" {
	play_with_all <<-'EOF'
		spawn $JSH +o marks
		expect "$ "
		line "true"
		expect "$ "
	EOF
	each_sent ']0;true\'
	nobody_sent ']7;'
	nobody_sent ']133;'
	play_with_all <<-'EOF'
		spawn $JSH +o title
		expect "$ "
		line "true"
		expect "$ "
	EOF
	each_sent ']133;C\'
	nobody_sent ']0;'
	play_with_all <<-'EOF'
		spawn $JSH -o posix -o marks -o title
		expect "$ "
		line "true"
		expect "$ "
	EOF
	nobody_sent ']'
}

@test "dumb terminals, the console and files are told nothing" {
	local start
	for start in 'env TERM=dumb' 'env TERM=linux'; do
		play_with_all <<-EOF
			$start
			spawn \$JSH
			expect "$ "
			line "true"
			expect "$ "
		EOF
		nobody_sent ']'
	done
	VTE_VERSION=7006 "$JSH" -i <<<'true' 2>file 3>&- >/dev/null
	run cat -v file
	refute_output --partial ']'
}

@test "^Z at the prompt is the command fg" {
	((${#libraries[@]})) || skip 'no library module was built'
	printf '%s\n' 'env VTE_VERSION=7006' 'record raw' 'spawn $JSH +o title' \
		'expect "$ "' 'line "sleep 1h"' 'fact fg 1h' 'key ^Z' \
		'expect /Stopped .*\n\$ /' 'fact reads shell' 'key ^Z' \
		'fact fg 1h' 'key ^C' 'expect "$ "' |
		JSH_EDITOR=${libraries[0]} ptyrun
	assert_equal "$(grep -ao ']133;[A-D]' raw | tr -d '\n')" \
		"]133;A]133;B]133;C]133;D]133;A]133;B]133;C]133;D]133;A]133;B"
}

# A shell with EDITOR on an empty screen of 40 columns and 12 rows.
start_with() { # EDITOR
	local command="env JSH_EDITOR=$1 PS1='$ ' $JSH"
	screen_run 40 12 "$command"
}

@test "marks take no room, and tmux is told all" {
	local editor
	mkdir sub
	for editor in "${libraries[@]}" plain; do
		start_with "$editor"
		screen_wait_line '$'
		screen_wait_cursor 0 2
		screen_type 'cd sub'
		screen_wait_cursor 0 8
		screen_key Enter
		screen_wait_cursor 1 2
		screen_until 'title' title_is "$PWD/sub"
		screen_until 'folder' folder_is "file://$(hostname)$PWD/sub"
		screen_type 'cat'
		screen_key Enter
		screen_until 'title' title_is cat
		screen_key C-d
		screen_wait_cursor 2 2
		[[ $editor != plain ]] || continue
		screen_type 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEF'
		screen_wait_cursor 3 4
		screen_key C-a
		screen_wait_cursor 2 2
	done
}

title_is() {
	[[ $(screen_tmux display-message -p '#{pane_title}') == "$1" ]]
}

folder_is() {
	[[ $(screen_tmux display-message -p '#{pane_path}') == "$1" ]]
}
