#!/usr/bin/env bats
#
# hangup.bats - the terminal goes away: the shell ends, and its jobs are told
#
# ptyrun's `hangup` closes the terminal, as a closed window does; each step may
# take 60 s, and whoever is left at the end is a failure. A program that SIGHUP
# reaches: tests/interactive/processes.bats.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

editors=(readline libedit plain)

@test "at the prompt, with and without a half-typed line, each editor ends" {
	for editor in "${editors[@]}"; do
		for half in "" "half a line" "'open"; do
			JSH_EDITOR=$editor half=$half ptyrun <<-EOF
				spawn \$JSH
				expect "$ "
				send "$half"
				expect "$half"
				hangup
				status HUP
			EOF
		done
	done
}

@test "at the second prompt, and in the search of the history, it ends" {
	for editor in "${editors[@]}"; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "echo 'one"
			expect "> "
			hangup
			status HUP
		EOF
	done
	JSH_EDITOR=readline ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		key ^R
		expect "i-search"
		hangup
		status HUP
	EOF
}

@test "a foreground job is told, and the shell ends" {
	for editor in "${editors[@]}"; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "$PROBE catch HUP say ready wait 1 > told"
			fact file told "ready"
			fact fg probe
			hangup
			fact gone shell
			fact gone probe
			fact file told "caught HUP\n"
		EOF
		rm told
	done
}

@test "jobs that are stopped and that run in the background are told" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE catch HUP say ready wait 1 > stopped"
		fact file stopped "ready"
		key ^Z
		expect "Stopped"
		expect "$ "
		line "$PROBE catch HUP say ready wait 1 > running &"
		fact file running "ready"
		line "sleep 1h | cat | (cat; :) &"
		fact count sleep 1
		hangup
		fact gone shell
		fact file stopped "caught HUP\n"
		fact file running "caught HUP\n"
		fact gone probe
		fact gone sleep
		fact gone cat
	EOF
}

@test "a job that ignores the hang-up lives, and does not hold the shell back" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE ignore HUP say ready pause > file"
		fact file file "ready"
		hangup
		fact gone shell
		fact state probe S
		signal KILL probe
	EOF
}

@test "a stopped list, and what is left of it, ends" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h; echo rest > rest; sleep 2h"
		fact fg 1h
		key ^Z
		expect "Stopped"
		expect "$ "
		hangup
		fact gone shell
		fact gone sleep
		fact not file rest
	EOF
}

@test "while read or wait waits, or a loop runs, the shell ends" {
	for text in "read x" "sleep 1h & wait" "while :; do :; done" \
		"while /bin/true; do :; done" "while :; do echo x; done"; do
		text=$text ptyrun <<-EOF
			spawn \$JSH
			expect "$ "
			line "echo started; $text"
			expect "\nstarted\n"
			hangup
			fact gone shell
			fact gone sleep
		EOF
	done
}

@test "a trap on HUP and EXIT runs, once, and the shell still ends" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap 'echo hup >> traps' HUP; trap 'echo exit >> traps' EXIT"
		expect "$ "
		hangup
		fact gone shell
		fact file traps "hup\nexit\n"
	EOF
	run grep -c exit traps
	assert_output 1
}

@test "a shell that was started without the hang-up ends at the end of file" {
	for editor in "${editors[@]}"; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn sh -c "trap '' HUP; exec $JSH"
			expect "$ "
			hangup
			fact gone shell
		EOF
	done
}

@test "a shell in a shell ends too, with its jobs" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PS1='inner: ' $JSH"
		expect "\ninner: "
		line "sleep 1h &"
		expect "\ninner: "
		hangup
		fact gone shell
		fact gone jsh
		fact gone sleep
	EOF
}

@test "the hang-up ends a shell that waits for the output of a substitution" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "x=$(sleep 1h)"
		fact fg sleep
		hangup
		fact gone shell
		fact gone sleep
	EOF
}

@test "a script ends by the hang-up" {
	ptyrun <<-'EOF'
		spawn $JSH -c "$PROBE say ready; read x; echo no > file"
		expect "ready\n"
		hangup
		status HUP
		fact not file file
	EOF
}

@test "a shell that is hung up while others have the terminal writes nothing there" {
	for editor in "${editors[@]}"; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "PS1='inner: ' $JSH"
			expect "inner: "
			line "echo pid $$."
			expect /pid (?P<inner>\d+)\./
			expect "inner: "
			signal STOP @inner
			expect "[1]+  Stopped (signal)"
			expect "$ "
			line "kill -HUP %1; wait %1; echo over"
			expect "echo over\nover\n"
			expect "$ "
			fact gone @inner
		EOF
	done
}
