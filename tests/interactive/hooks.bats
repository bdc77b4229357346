#!/usr/bin/env bats
#
# hooks.bats - commands that run before each prompt and before each command
#
# With each line editor. Each step may take 60 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	find_libraries
}

play_with_all() {
	local script editor
	script=$(cat)
	for editor in "${libraries[@]}" plain; do
		echo "with $editor:" # shown when it fails
		rm -f ran
		JSH_EDITOR=$editor ptyrun <<<"$script"
	done
}

@test "PROMPT_COMMAND runs before each prompt, and not before one for more lines" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PROMPT_COMMAND='i=$((i + 1)); echo \"<$i>\"'"
		expect "\n<1>\n$ "
		line ""
		expect "\n<2>\n$ "
		line "echo 'a"
		expect "\n> "
		line "b'"
		expect "\na\nb\n<3>\n$ "
		line "for"
		expect "<4>\n$ "
		line "unset PROMPT_COMMAND; echo ."
		expect "\n.\n$ "
	EOF
}

@test "a hook finds the status of the command, and leaves it and \$! alone" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect "$ "
		line "p=$!; PROMPT_COMMAND='echo \"<$?>\"; (sleep 0.01 & wait $!); : & wait $!; (exit 9)'"
		expect "<0>\n"
		expect "$ "
		line "(exit 3)"
		expect "<3>\n"
		expect "$ "
		line "echo \"=$?\" $((p == $!))"
		expect "=3 1\n"
		expect "$ "
		line "PROMPT_COMMAND=; PREEXEC='echo \"<$?>\"; false'; (exit 4)"
		expect "$ "
		line "echo \"=$?\""
		expect "\n<4>\n=4\n$ "
		line "kill %sleep; wait"
		fact gone 1h
	EOF
}

@test "errors in a hook say where, and end only the hook" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PROMPT_COMMAND='nosuch; echo on'"
		expect /\nPROMPT_COMMAND: .*nosuch: .*not found\non\n\$ /
		line "PROMPT_COMMAND='echo one; if'; echo x"
		expect /\nx\nPROMPT_COMMAND: .*syntax error/
		expect "$ "
		line "PROMPT_COMMAND='echo $unset; echo not'; set -u"
		expect /PROMPT_COMMAND: .*unset/
		expect "$ "
		line "set +u; PROMPT_COMMAND='false; echo on'; set -e"
		expect "\non\n$ "
		line "set +e; PROMPT_COMMAND='shift 99; echo on'"
		expect /\nPROMPT_COMMAND: shift: .*\non\n\$ /
		line "PROMPT_COMMAND=; nosuch"
		expect /jsh: .*nosuch: .*not found/
		expect "$ "
	EOF
}

@test "^C gets out of a hook before the prompt" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PROMPT_COMMAND='echo one; sleep 1h; echo not'; (exit 3)"
		expect "one\n"
		fact fg 1h
		key ^C
		expect "^C\n$ "
		line "s=$?; PROMPT_COMMAND='echo \"=$s\"; while :; do x=1; done'"
		expect "\n=3\n"
		key ^C
		expect "^C\n$ "
		line "PROMPT_COMMAND=; echo ."
		expect "\n.\n$ "
	EOF
}

@test "^C in a hook before a command is meant for the command too" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PREEXEC='sleep 1h'"
		expect "$ "
		line ">ran"
		fact fg 1h
		key ^C
		expect "^C\n$ "
		line "PREEXEC=; echo \"=$?\""
		fact fg 1h
		key ^C
		expect "^C\n$ "
	EOF
	[[ ! -e ran ]]
}

@test "a job that stops in a hook is a job like any, and the prompt comes" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PROMPT_COMMAND='sleep 1h; echo not'"
		fact fg 1h
		key ^Z
		expect /\n\[1\]\+  Stopped +sleep 1h\n\$ /
		line "PROMPT_COMMAND=; kill %1; wait; echo ."
		expect "\n.\n"
		fact gone 1h
	EOF
}

@test "PREEXEC finds what was entered in JSH_COMMAND" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PREEXEC='echo \"[$JSH_COMMAND]\"'"
		expect "$ "
		line "echo  a; echo 'b"
		expect "> "
		line "c'"
		expect "\n[echo  a; echo 'b\nc']\na\nb\nc\n$ "
		line ""
		expect "\n$ "
		line "# nothing"
		expect "nothing\n$ "
		line "for"
		expect /syntax error.*\n(.*\n)*\$ /
		absent "[for]"
		line "eval 'echo one; echo two'"
		expect "\n[eval 'echo one; echo two']\none\ntwo\n$ "
	EOF
}

@test "PS0 is expanded and shown before each command" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "x=y; PS0='<\\W $x \\$>\\n'"
		expect "$ "
		line "echo a"
		expect /\n<work y [\$#]>\na\n\$ /
		line ""
		expect "\n$ "
	EOF
}

@test "exit in a hook leaves the shell" {
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PROMPT_COMMAND='exit 7'"
		status 7
	EOF
	play_with_all <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PREEXEC='exit 8'"
		expect "$ "
		line ">ran"
		status 8
	EOF
	[[ ! -e ran ]]
}

@test "hooks of the environment and in posix mode are not run" {
	play_with_all <<-'EOF'
		env PROMPT_COMMAND=>ran
		env PREEXEC=>ran
		spawn $JSH
		expect "$ "
		line "echo a ${PROMPT_COMMAND-unset} ${PREEXEC-unset}"
		expect "\na unset unset\n$ "
	EOF
	play_with_all <<-'EOF'
		spawn $JSH -o posix
		expect "$ "
		line "PROMPT_COMMAND='>ran' PREEXEC='>ran' PS0='not'"
		expect "$ "
		line "echo a"
		expect "\na\n$ "
	EOF
	[[ ! -e ran ]]
}

@test "a start-up file sets hooks, and one may set itself anew" {
	mkdir -p ~/.config/jsh
	echo "PROMPT_COMMAND='PROMPT_COMMAND=\"echo later\"; echo first'" \
		>~/.config/jsh/jshrc
	play_with_all <<-'EOF'
		spawn $JSH
		expect /^first\n\$ /
		line ""
		expect "later\n$ "
	EOF
}
