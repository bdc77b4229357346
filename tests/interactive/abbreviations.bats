#!/usr/bin/env bats
#
# abbreviations.bats - words of abbr become more when they are typed
#
# With each line editor, on its own terminal or on tmux's screen.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	need_libraries
	printf '%s\n' "abbr one='echo first' two='echo second third'" >jshrc
	mkdir -p "$HOME/.config/jsh"
	mv jshrc "$HOME/.config/jsh/jshrc"
}

teardown() {
	screen_stop
	common_teardown
}

# Play the script on standard input with each library.
play() {
	play_with "${libraries[@]}"
}

# A shell with EDITOR on an empty screen of 40 columns and 8 rows.
start_with() { # EDITOR [ARGUMENT...]
	local command="env JSH_EDITOR=$1 PS1='${PS1}' $JSH ${*:2}"
	screen_run 40 8 "$command"
	screen_wait_line '$'
}

@test "a blank behind a command's name expands it, and it can be changed" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "one"
		screen_wait_cursor 0 5
		screen_type " x"
		shows <<<'$ echo first x'
		screen_wait_cursor 0 14
		screen_key BSpace BSpace BSpace
		shows <<<'$ echo firs'
		screen_key Enter
		shows <<-'EOF'
			$ echo firs
			firs
			$
		EOF
	done
}

@test "Enter expands it, and that is shown, run and remembered" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "two"
		screen_key Enter
		shows <<-'EOF'
			$ echo second third
			second third
			$
		EOF
		screen_type "fc -ln -1"
		screen_key Enter
		shows <<-'EOF'
			$ echo second third
			second third
			$ fc -ln -1
			        echo second third
			$
		EOF
	done
}

@test "in the middle of a line only the name before the cursor is expanded" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "; x two"
		screen_key C-a
		screen_wait_cursor 0 2
		screen_type "one "
		shows <<<'$ echo first ; x two'
		screen_wait_cursor 0 13
	done
}

@test "it is expanded wherever a command may begin, and only there" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo one two"
		expect "\none two\n$ "
		send "true && one "
		expect "echo first "
		line ""
		expect "\nfirst\n$ "
		send "if ! one "
		expect "echo first "
		line "; then :; else two ; fi"
		expect "echo second third ; fi\nfirst\nsecond third\n$ "
		send "x=$(one "
		expect "echo first "
		line "); echo $x one"
		expect "\nfirst one\n$ "
		line "'one' ; \one ; ./one ; x=one ; echo > one"
		expect "'one' ; \\one ; ./one ; x=one ; echo > one\n"
		expect "not found"
		expect "$ "
	EOF
}

@test "in the next line of an unfinished command too" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "for i in 1 2; do"
		expect "> "
		send "one "
		expect "echo first "
		line "$i"
		expect "> "
		line "done"
		expect "\nfirst 1\nfirst 2\n$ "
	EOF
}

@test "^V before the blank keeps the word" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "one"
		key ^V
		fact mode isig off
		send " "
		line "; echo kept"
		expect "one ; echo kept\n"
		expect "not found"
		expect "\nkept\n$ "
	EOF
}

@test "what is pasted is not expanded" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "\e[200~one ; echo pasted\e[201~"
		key Enter
		expect "one ; echo pasted\n"
		expect "not found"
		expect "\npasted\n$ "
	EOF
}

@test "vi mode has them while text is inserted" {
	play <<-'EOF'
		spawn $JSH -o vi
		expect "$ "
		send "one "
		expect "echo first "
		send "x"
		key Enter
		expect "x\nfirst x\n$ "
		line "two"
		expect "echo second third\nsecond third\n$ "
	EOF
}

@test "one that is defined or removed counts from the next line on" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "abbr -u one; abbr three='echo 3'"
		expect "$ "
		line "three"
		expect "echo 3\n3\n$ "
		line "one"
		expect "one\n"
		expect "not found"
	EOF
}

@test "a text of any characters is inserted as it is" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "abbr w='echo 漢字' n='echo 1\\'"
		expect "$ "
		line "w"
		expect "echo 漢字\n漢字\n$ "
		send "n "
		line "x"
		expect "echo 1\\ x\n1 x\n$ "
	EOF
}

@test "set -o posix leaves words as they are" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "set -o posix"
		expect "$ "
		line "one"
		expect "one\n"
		expect "not found"
	EOF
}

@test "undo takes the text back to the word" {
	[[ " ${libraries[*]} " == *" readline "* ]] || skip "no readline"
	start_with readline
	screen_type "one "
	shows <<<'$ echo first'
	screen_key C-_ C-_
	shows <<<'$ one'
}
