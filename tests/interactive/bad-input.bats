#!/usr/bin/env bats
#
# bad-input.bats - what a terminal, a file or a name should not be, at the prompt
#
# With each line editor. Each step may take 60 s. Names of files with control
# characters are in complete.bats, pastes with ^C in them in editor.bats.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	need_libraries
}

teardown() {
	screen_stop
	common_teardown
}

# Play the script on standard input with each library.
play() {
	play_with "${libraries[@]}"
}

# A shell with EDITOR on an empty screen of 40 columns and 12 rows.
start_with() {
	local command="env JSH_EDITOR=$1 PS1='$ ' $JSH"
	screen_run 40 12 "$command"
	screen_wait_line '$'
}

# The file as the keys of somebody who types, and as a paste.
typed_from() { # FILE
	screen_tmux load-buffer "$1"
	screen_tmux paste-buffer
}

pasted_from() { # FILE
	screen_tmux load-buffer "$1"
	screen_tmux paste-buffer -p
}

@test "a line of 10,000 characters, typed or pasted, is edited and runs" {
	{
		printf 'x='
		head -c 10000 /dev/zero | tr '\0' x
	} >long
	for editor in "${libraries[@]}"; do
		for way in typed_from pasted_from; do
			start_with "$editor"
			"$way" long
			screen_type '; echo "${#x}"'
			screen_wait 'x; echo "${#x}"'
			screen_key C-a Delete C-e
			screen_type '; echo "<$#>"'
			screen_key C-a
			screen_type y
			screen_key Left C-d
			screen_type x
			screen_key Enter
			screen_wait_line "10000"
			screen_wait_line "<0>"
			screen_key C-l Up
			screen_wait 'x; echo "${#x}"; echo "<$#>"'
			screen_key C-c
			screen_type 'echo "after it"'
			screen_key Enter
			screen_wait_line "after it"
		done
	done
}

@test "bytes that are no characters do no harm to the characters beside them" {
	local editor way
	# A lone byte, a character that is broken off by the next one, one of
	# five bytes.
	printf 'printf "%%s\\n" a "\xff\xc3\xa9 \xe2\x82\xc3\xa9 \xf8\x88\x80\x80\x80" éé>out' \
		>line
	for editor in "${libraries[@]}"; do
		for way in typed_from pasted_from; do
			start_with "$editor"
			"$way" line
			screen_key Left Left Left Left BSpace C-e Enter
			screen_wait_line '$'
			screen_type 'echo "done $?"'
			screen_key Enter
			screen_wait_line "done 0"
			assert_equal "$(sed -n 1p out)" a
			assert_equal "$(sed -n 3p out)" é
			assert_equal "$(grep -c é out)" 2
		done
	done
}

@test "without TERM, or with one that nobody knows, there is a plain prompt" {
	local term
	for term in TERM TERM= TERM=no-such-terminal; do
		sed "s/TERM/$term/" <<-'EOF' >script
			env JSH_EDITOR
			env TERM
			record raw
			spawn $JSH
			expect /\A\$ /
			fact mode icanon on
			line "echo on"
			expect "\non\n$ "
			line "exit"
			status 0
		EOF
		ptyrun <script
		run grep -c $'\033' raw
		assert_output 0
	done
}

@test "in one column lines are typed, completed, searched and told of jobs" {
	touch abc1 abc2
	play <<-'EOF'
		size 24 1
		spawn $JSH
		expect "$ "
		line "echo begun >file"
		fact file file "begun"
		expect "$ "
		send "cat ab"
		key Tab Tab Tab
		send "1 >file; sleep 0 & echo $! >pid; echo two >file"
		key Enter
		fact file file "two"
		expect "$ "
		key ^R
		send "begun"
		key Enter
		fact file file "begun"
		send "abc"
		key ^C
		expect "^C"
		expect "$ "
		line "exit 5"
		status 5
	EOF
}

@test "control characters in a job's text never reach the terminal" {
	printf '%s\n' "sh -c 'exec \"\$PROBE\" catch USR1 wait 1' \"" >text
	printf 'x\033[41m\a\033]0;title\033\\\302\233y" &\n' >>text
	tr -d '\n' <text >job
	play <<-'EOF'
		record raw
		spawn $JSH
		expect "$ "
		line ". ./job"
		expect /\[1\] \d+\n\$ /
		fact catches probe USR1
		line "jobs"
		expect "x^[[41m^G^[]0;title^[\\\\302\\233y"
		expect "$ "
		send "half"
		signal USR1 probe
		expect /\[1\]\+  Done .*x\^\[\[41m\^G/
		expect "half"
		fact reads shell
		key ^C
		expect "$ "
		line ". ./job"
		expect /\[1\] \d+\n\$ /
		fact catches probe USR1
		line "fg"
		expect "x^[[41m^G"
		fact fg probe
		key ^Z
		expect "x^[[41m^G"
		expect "$ "
		line "bg"
		expect "x^[[41m^G"
		expect "$ "
		signal USR1 probe
		expect /\[1\]\+  Done .*x\^\[\[41m\^G/
	EOF
	run grep -c -e $'\033\\[41m' -e $'\033\\]0;title' -e $'\302\233' raw
	assert_output 0
}

# As somebody who is not root, for whom files can be unreadable.
as_nobody() {
	chmod 711 "$BATS_TEST_TMPDIR" "$BATS_RUN_TMPDIR" "$BATS_FILE_TMPDIR"
	chmod 777 . "$HOME"
	setpriv --reuid=65534 --regid=65534 --clear-groups true 2>/dev/null
}

@test "an unreadable or read-only history: one warning, and the shell works" {
	local file=$HOME/history editor mode
	if ((EUID != 0)) || ! as_nobody; then
		skip "only root can become somebody else"
	fi
	cat >script <<-'EOF'
		record raw
		spawn setpriv --reuid=65534 --regid=65534 --clear-groups $JSH
		expect "$ "
		line "echo one"
		expect "\none\n$ "
		line "echo two"
		expect "\ntwo\n$ "
		key Up Up Enter
		expect "\none\n$ "
		line "exit"
		status 0
	EOF
	for editor in "${libraries[@]}"; do
		for mode in 000 200 444; do
			printf '1\t-\t-\ts\t/\techo %s\n' former >"$file"
			cp "$file" before
			chown 65534 "$file"
			chmod "$mode" "$file"
			JSH_EDITOR=$editor HISTFILE=$file ptyrun <script
			cmp before "$file"
			run grep -c "jsh: history: $file: Permission denied" raw
			assert_output 1
		done
	done
}

@test "a mistyped exec leaves the shell where it was, and what it writes too" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "exec nosuchcommand >file 2>&1"
		expect "$ "
		line "echo $?; nosuchcommand"
		expect "\n127\njsh: nosuchcommand: "
		expect "$ "
		fact file file "jsh: nosuchcommand: not found\n"
	EOF
}
