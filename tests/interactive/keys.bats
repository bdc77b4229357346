#!/usr/bin/env bats
#
# keys.bats - how much of what was typed an editor takes, and in which modes
#
# An editor reads as little as it must: the rest belongs to the program that the
# line starts. And it may remember what it knows of a terminal only for as long as
# that is true.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	need_libraries
}

teardown() {
	common_teardown
}

@test "what comes behind a paste and Enter is left to the program" {
	play_with "${libraries[@]}" <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		send "\e[200~cat\e[201~\rfor the program"
		expect "\nfor the program"
		fact reads cat
		eof
		expect "$ "
	EOF
}

@test "a paste that breaks off in the middle of its end mark goes on" {
	play_with "${libraries[@]}" <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		send "\e[200~echo one\e[20"
		fact reads shell
		send "1"
		fact reads shell
		send "~ two\r"
		expect "\none two\n$ "
	EOF
}

@test "what looks like the end of a paste is part of it" {
	play_with "${libraries[@]}" <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		send "\e[200~printf %s 'ab\e[20x' | wc -c\e[201~\r"
		expect "\n7\n$ "
	EOF
}

@test "keys that stty sets are the editor's from the next line on" {
	play_with "${libraries[@]}" <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo before"
		expect "\nbefore\n$ "
		line "stty erase %"
		expect "$ "
		send "echo oops%%%%one"
		key Enter
		expect "\none\n$ "
		line "stty eof ^P"
		expect "$ "
		line "stty -a"
		expect "erase = %;"
		expect "eof = ^P;"
		expect "$ "
		key ^P
		status 0
	EOF
}

@test "the modes that a line leaves are those that it found" {
	play_with "${libraries[@]}" plain <<-'EOF'
		spawn $JSH
		expect "$ "
		line "stty -echoctl; stty intr ^U kill ^B"
		expect "$ "
		line ":"
		expect "$ "
		line "stty -a"
		expect "intr = ^U;"
		expect "kill = ^B;"
		expect "susp = ^Z;"
		expect " icanon "
		expect " echo "
		expect "-echoctl"
		expect "$ "
		line "stty -echo"
		expect "$ "
		line "stty -a; stty echo"
		expect " -echo "
		expect "$ "
		line "stty -a"
		expect " echo "
		expect "$ "
	EOF
}

@test "with readline a line has the modes of its editing mode" {
	play_with readline <<-'EOF'
		spawn $JSH
		expect "$ "
		line "set -o vi"
		expect "$ "
		send "echo ax\e"
		fact reads shell
		send "xab\r"
		expect "\nab\n$ "
		line "set -o emacs"
		expect "$ "
		send "ho ok"
		key ^A
		send "ec\r"
		expect "\nok\n$ "
	EOF
}

@test "where errors go when they are redirected, no title or mark follows" {
	play_with "${libraries[@]}" plain <<-'EOF'
		env TERM=foot
		spawn $JSH
		expect "$ "
		line "exec 3>&2 2>errors; echo done"
		expect "done\n"
		line "exec 2>&3 3>&-; echo back"
		expect "back\n$ "
		line "od -c errors; rm errors"
		expect "\n0000000"
		absent "033"
		expect "$ "
	EOF
}

@test "with plain another terminal or a file may come in the place of stdin" {
	printf 'echo from the file\nexec <&4\n' >commands
	JSH_EDITOR=plain ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "exec 4<&0 <commands"
		expect "from the file\n"
		expect "$ "
		line "echo typed"
		expect "\ntyped\n$ "
	EOF
}
