#!/usr/bin/env bats
#
# ctrlz.bats - ^Z while a line is typed brings the stopped job back
#
# With each line editor, on its own terminal or on tmux's screen. ./one is a
# program that ends well when it gets SIGUSR1 ("caught USR1"). Each step may
# take 60 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	need_libraries
	ln -s "$PROBE" one.probe
	printf '%s\n' '#!/bin/sh' "exec ./one.probe catch USR1 wait 1" >one
	chmod +x one
}

teardown() {
	screen_stop
	common_teardown
}

# Play the script on standard input with each library. ^Z is a key while the
# shell reads: `fact reads shell`.
play() {
	play_with "${libraries[@]}"
}

# A shell with EDITOR on an empty screen of 40 columns and 12 rows.
start_with() { # EDITOR [ARGUMENT...]
	local command="env JSH_EDITOR=$1 PS1='${PS1}' $JSH ${*:2}"
	screen_run 40 12 "$command"
	screen_wait_line '$'
}

# One job, stopped, and the prompt below it; nothing else on the screen.
stop_one() {
	screen_type "./one"
	screen_key Enter
	screen_until "probe in the foreground" one_waits
	screen_key C-z
	screen_wait_line '[1]+  Stopped                 ./one'
	screen_until "editor" editor_reads
}

one_pid() {
	processes_of_this_test | xargs -r ps -o pid=,comm= -p |
		sed -n 's/^ *\([0-9]*\) one.probe$/\1/p'
}

# It catches USR1 and has the terminal.
one_waits() {
	local pid
	pid=$(one_pid) && [[ -n $pid ]] || return 1
	[[ $(ps -o pgid= -p "$pid") == $(ps -o tpgid= -p "$pid") ]] &&
		[[ $(ps -o caught= -p "$pid") == *2?? ]] &&
		[[ $(ps -o stat= -p "$pid") == S* ]]
}

editor_reads() {
	[[ $(stty -a <"$(screen_tmux display-message -p '#{pane_tty}')") == \
	*"susp = <undef>"* ]]
}

@test "at an empty prompt ^Z is fg, again and again" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one\n$ "
		fact reads shell
		key ^Z
		expect "./one\n"
		fact fg one.probe
		fact state one.probe S
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one\n"
		fact reads shell
		key ^Z
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
		fact fg shell
		line "echo $?; jobs"
		expect "jobs\n0\n$ "
	EOF
}

@test "\$? is that of the job that came back" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one\n$ "
		fact reads shell
		key ^Z
		fact fg one.probe
		key ^Z
		expect "[1]+  Stopped                 ./one\n"
		fact reads shell
		line "echo $?"
		expect "\n148\n"
		fact reads shell
		key ^Z
		fact fg one.probe
		key ^C
		expect "^C\n"
		fact reads shell
		line "echo $?; jobs"
		expect "jobs\n130\n"
	EOF
}

@test "a half-typed line is put aside, and is back when the job stops or ends" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		stop_one
		screen_type "echo half"
		screen_wait_line '$ echo half'
		screen_key C-z
		shows <<-'EOF'
			$ ./one
			^Z
			[1]+  Stopped                 ./one
			./one
		EOF
		screen_until "probe in the foreground" one_waits
		screen_key C-z
		shows <<-'EOF'
			$ ./one
			^Z
			[1]+  Stopped                 ./one
			./one
			^Z
			[1]+  Stopped                 ./one
			$ echo half
		EOF
		screen_until "editor" editor_reads
		screen_type "-typed"
		screen_wait_line '$ echo half-typed'
		screen_key C-z
		screen_until "probe in the foreground" one_waits
		kill -USR1 "$(one_pid)"
		shows <<-'EOF'
			$ ./one
			^Z
			[1]+  Stopped                 ./one
			./one
			^Z
			[1]+  Stopped                 ./one
			./one
			caught USR1
			$ echo half-typed
		EOF
		screen_key Enter
		screen_wait_line 'half-typed'
	done
}

@test "all lines of a prompt are shown again" {
	PS1=$'upper\n$ '
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		stop_one
		screen_key C-z
		screen_until "probe in the foreground" one_waits
		kill -USR1 "$(one_pid)"
		shows <<-'EOF'
			upper
			$ ./one
			^Z
			[1]+  Stopped                 ./one
			upper
			./one
			caught USR1
			upper
			$
		EOF
	done
}

@test "in an unfinished command the lines before are kept" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one\n$ "
		line "for i in 1 2; do"
		expect "> "
		fact reads shell
		send "echo n"
		expect "echo n"
		key ^Z
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
		fact reads shell
		line "$i; done"
		expect "done\nn1\nn2\n$ "
	EOF
}

@test "without a stopped job the key rings the bell and is no harm" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		key ^Z
		send "echo a"
		expect "echo a"
		key ^Z ^Z
		line "b; echo $?"
		expect "\nab\n0\n$ "
		line "./one &"
		expect "$ "
		fact catches one.probe USR1
		fact reads shell
		key ^Z
		line "jobs"
		expect /^\[1\]\+  Running +\.\/one &\n\$ /
		signal USR1 one.probe
		expect "Done"
	EOF
}

@test "during a search in the history what it found is kept" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo needle"
		expect "\nneedle\n$ "
		line "./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one\n$ "
		fact reads shell
		key ^R
		send "need"
		expect "echo needle"
		key ^Z
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
		fact reads shell
		key Enter
		expect "\nneedle\n$ "
	EOF
}

@test "in vi mode it works while inserting and while commanding" {
	play <<-'EOF'
		spawn $JSH -o vi
		expect "$ "
		line "./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one\n$ "
		fact reads shell
		send "echo v"
		expect "echo v"
		key ^Z
		fact fg one.probe
		key ^Z
		expect "[1]+  Stopped                 ./one\n"
		expect "echo v"
		fact reads shell
		send "\e"
		send "0"
		key ^Z
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
		expect "echo v"
		fact reads shell
		line "i"
		expect "\nvi\n$ "
	EOF
}

@test "quoted by ^V and in a paste it is a character like any other" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one\n$ "
		fact reads shell
		send "printf %s "
		key ^V
		fact mode isig off
		key ^Z
		line " | od -An -c"
		expect /^ +032\n\$ /
		fact reads shell
		send "\e[200~printf %s 'a\x1ab'\e[201~"
		line " | od -An -c"
		expect /^ +a 032   b\n\$ /
		line "kill %1; wait"
		expect "Terminated"
	EOF
}

@test "set +o ctrlz: the key is the terminal's" {
	play <<-'EOF'
		spawn $JSH +o ctrlz
		expect "$ "
		line "./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one\n$ "
		fact mode icanon off
		fact mode susp on
		line "set -o ctrlz"
		expect "$ "
		fact mode susp off
		key ^Z
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
	EOF
}

@test "posix mode and set +m leave the key to the terminal" {
	play <<-'EOF'
		spawn $JSH -o posix
		expect "$ "
		fact mode icanon off
		fact mode susp on
		line "set -o | grep ctrlz; set +o posix; set -o ctrlz; set +m"
		expect /^ctrlz +off /
		expect "$ "
		fact mode icanon off
		fact mode susp on
	EOF
}

@test "another key that stty chose does it, and what stty set stays" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "stty susp ^Y; ./one"
		fact fg one.probe
		fact catches one.probe USR1
		ahead key ^Y
		expect "[1]+  Stopped                 ./one\n$ "
		fact reads shell
		key ^Y
		fact fg one.probe
		fact state one.probe S
		ahead key ^Y
		expect "[1]+  Stopped                 ./one\n"
		fact reads shell
		line "stty -a"
		expect "susp = ^Y;"
		line "stty susp undef; kill %1; wait"
		expect "Terminated"
		line "stty -a"
		expect "susp = <undef>;"
	EOF
}
