#!/usr/bin/env bats
#
# edit-line.bats - ^X^E: a program of the user's edits the line, then it runs
#
# With each line editor. ./ed is the program: it keeps what it got in `seen`, does
# what `act` says, and leaves `new` in the file. Each step may take 60 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	need_libraries
	mkdir tmp
	export TMPDIR=$PWD/tmp VISUAL=./ed
	cat >ed <<-'EOT'
		#!/bin/sh
		cp -p "$1" seen
		. ./act
		cat new >"$1"
	EOT
	chmod +x ed
	: >act
}

# Play the script on standard input with each library.
play() {
	local script editor
	script=$(cat)
	for editor in "${libraries[@]}"; do
		echo "with $editor:" # shown when it fails
		rm -f seen
		JSH_EDITOR=$editor ptyrun <<<"$script"
		assert_equal "$(ls tmp)" ''
	done
}

@test "the line goes to the program, and what that leaves runs" {
	echo 'echo new' >new
	echo 'stty -a >modes' >act
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo 'old line"
		key ^X ^E
		expect "$ echo new\nnew\n$ "
		key Up Enter
		expect "new\n$ "
		key Up Up Up Enter
		expect "new\n$ "
	EOF
	assert_equal "$(<seen)" "echo 'old line"
	assert_equal "$(stat -c %a seen)" 600
	run grep -ow -e '-*icanon' -e '-*echo' -e '-*isig' modes
	assert_output $'isig\nicanon\necho'
}

@test "v does it when vi commands, and \$? is what it was" {
	echo 'echo "<$?>"' >new
	play <<-'EOF'
		spawn $JSH -o vi
		expect "$ "
		line "(exit 7)"
		expect "$ "
		send "echo old"
		key ^[
		send "v"
		expect "\n<7>\n$ "
	EOF
	assert_equal "$(<seen)" "echo old"
}

@test "EDITOR is next, then vi; each may be a command with arguments" {
	mkdir bin
	printf '%s\n' '#!/bin/sh' 'echo "echo by vi" >"$1"' >bin/vi
	chmod +x bin/vi
	echo 'echo by EDITOR, not :' >new
	unset VISUAL
	EDITOR='sh ./ed' PATH=$PWD/bin:$PATH play <<-'EOF'
		spawn $JSH
		expect "$ "
		key ^X ^E
		expect "by EDITOR, not :\nby EDITOR, not :\n$ "
		line "EDITOR="
		expect "$ "
		key ^X ^E
		expect "\nby vi\n$ "
	EOF
}

@test "several lines run, and come back as one" {
	printf '%s\n' 'for i in 1 2' 'do echo "got $i"' 'done' 'x=3' 'echo "x $x"' '' \
		>new
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		key ^X ^E
		expect "$ for i in 1 2\ndo echo"
		expect "\ngot 1\ngot 2\nx 3\n$ "
		line "x="
		expect "$ "
		key Up Up Enter
		expect "\ngot 1\ngot 2\nx 3\n$ "
	EOF
}

@test "control characters in it do no harm to the terminal" {
	printf ': \033c\0 \033]0;title\a; echo so\n' >new
	play <<-'EOF'
		record raw
		spawn $JSH
		expect "$ "
		key ^X ^E
		expect "$ : ^[c ^[]0;title^G; echo so\n"
		expect "$ "
	EOF
	run grep -c -e $'\ec' -e $'\e]0;title' raw
	assert_output 0
}

@test "of an unfinished command all lines are edited" {
	echo 'echo new' >new
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "if true; then"
		expect "> "
		line "echo a"
		expect "> "
		send "echo b"
		key ^X ^E
		expect "$ echo new\nnew\n$ "
		line "echo $?"
		expect "\n0\n$ "
	EOF
	assert_equal "$(<seen)" $'if true; then\necho a\necho b'
}

@test "what is unfinished is typed on, and a mistake is told" {
	echo 'for i in a; do' >new
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		key ^X ^E
		expect "$ for i in a; do\n> "
		line "echo $i; done"
		expect "\na\n$ "
		line "echo ')' >new"
		expect "$ "
		key ^X ^E
		expect /syntax error.*\n(.*\n)*\$ /
		line "echo $?; echo 'for i in a; do' >new"
		expect "\n2\n$ "
	EOF
}

@test "a program that empties the file, nothing runs" {
	: >new
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo no"
		key ^X ^E
		fact file seen
		expect /\$ \n\$ /
		line "echo yes"
		expect "\nyes\n$ "
	EOF
}

@test "when the program fails the line is there again, and nothing runs" {
	echo 'echo new' >new
	echo 'exit 1' >act
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo o"
		key ^X ^E
		fact file seen
		expect "$ echo o"
		line "ld"
		expect "\nold\n$ "
		line "VISUAL=./nothing"
		expect "$ "
		send "echo o"
		key ^X ^E
		expect /nothing: No such.*\n.*echo o/
		line "ld"
		expect "\nold\n$ "
		line "TMPDIR=/nothing"
		expect "$ "
		send "echo o"
		key ^X ^E
		expect /\/nothing\/.*: No such.*\n.*echo o/
		line "ld"
		expect "\nold\n$ "
	EOF
}

@test "^C in the program brings the line back" {
	echo 'echo new' >new
	echo '"$PROBE" catch USR1 wait 1' >act
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo o"
		key ^X ^E
		fact fg probe
		fact catches probe USR1
		key ^C
		expect "$ echo o"
		line "ld"
		expect "\nold\n$ "
	EOF
}

@test "a program that is stopped is a job, and what it leaves runs when it ends" {
	echo 'echo new; x=here' >new
	echo 'kill -TSTP $$' >act
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo old"
		key ^X ^E
		expect /\[1\]\+  Stopped                 .\/ed .*\n\$ /
		line "echo $?"
		expect "\n148\n$ "
		line "fg"
		expect "$ echo new; x=here\nnew\n$ "
		line "echo $x; jobs; ls tmp"
		expect "ls tmp\nhere\n$ "
	EOF
}

@test "^Z at the prompt lets it go on, and what was typed since stays" {
	echo 'echo new' >new
	echo 'kill -TSTP $$' >act
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo old"
		key ^X ^E
		expect /\[1\]\+  Stopped                 .\/ed .*\n\$ /
		send "echo si"
		key ^Z
		expect /\$ echo new\nnew\n.*echo si/
		line "nce"
		expect "\nsince\n$ "
	EOF
}

@test "a stopped program that is killed gives the line back, and nothing runs" {
	echo 'echo new' >new
	echo 'kill -TSTP $$' >act
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo o"
		key ^X ^E
		expect /\[1\]\+  Stopped                 .\/ed .*\n\$ /
		line "kill -KILL %1; wait -f %1"
		expect "$ echo o"
		line "ld"
		expect "\nold\n$ "
	EOF
}

@test "the file of a program that is stopped goes with the shell" {
	echo 'kill -TSTP $$' >act
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		send "echo old"
		key ^X ^E
		expect /\[1\]\+  Stopped .*\n\$ /
		line "exit 3"
		expect /so once more\n.*\n\$ /
		line "exit 3"
		status 3
	EOF
}

@test "with readline a count is the number of a command, and inputrc may bind it" {
	[[ " ${libraries[*]} " == *" readline "* ]] || skip "no readline"
	libraries=(readline)
	echo 'cat seen; :' >new
	echo '"\C-o": edit-and-execute-command' >inputrc
	INPUTRC=$PWD/inputrc play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo first"
		expect "\nfirst\n$ "
		send "echo second"
		key ^[
		send "1"
		key ^X ^E
		expect "$ cat seen; :\necho first\n$ "
		send "echo third"
		key ^O
		expect "$ cat seen; :\necho third\n$ "
		send "echo f"
		key ^[
		send "99"
		key ^X ^E
		expect "$ echo f"
		line "ourth"
		expect "\nfourth\n$ "
	EOF
}
