#!/usr/bin/env bats
#
# programs.bats - programs that people run: each is stopped, resumed and left
#
# They run in tmux, so that the screen can be looked at; the kernel tells who
# has the terminal, and its modes. Each step may take 60 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	seq -f 'line %g' 100 >text
	export LESS='' LESSHISTFILE=- MANPAGER=less PAGER=less TMUX=
	JSH="env PS1='$ ' $JSH" screen_start 100 12
	screen_wait_line '$'
	shell=$(screen_tmux display-message -p '#{pane_pid}')
	terminal=$(screen_tmux display-message -p '#{pane_tty}')
}

teardown() {
	screen_stop
	common_teardown
}

need() { # PROGRAM
	[[ -n $(type -P "$1") ]] || skip "no $1"
}

run_line() { # TEXT
	screen_type "$1"
	screen_key Enter
}

# The terminal's foreground group is led by NAME. "shell" is the shell.
foreground_is() {
	local group leader
	group=$(ps -o tpgid= -p "$shell")
	leader=$(ps -o comm= -p "$((group))")
	if [[ $1 == shell ]]; then
		((group == shell))
	else
		[[ $leader == "$1" ]]
	fi
}

in_front() {
	screen_until "$1 in the foreground" foreground_is "$1"
}

mode_is() { # [-]FLAG
	[[ " $(stty -a -F "$terminal" | tr '\n;' '  ') " == *" $1 "* ]]
}

modes() { # [-]FLAG...
	local flag
	for flag in "$@"; do
		screen_until "mode $flag" mode_is "$flag"
	done
}

# What a program finds that the shell starts now.
modes_are_good() {
	run_line "cat"
	in_front cat
	modes icanon echo isig iexten icrnl opost onlcr
	screen_key C-d
	in_front shell
}

alternate_is() {
	[[ $(screen_tmux display-message -p '#{alternate_on}') == "$1" ]]
}

# The program has left the screen as it was before.
screen_is_back() {
	screen_until "normal screen" alternate_is 0
}

stopped() { # JOB-TEXT [STATE]
	local line
	printf -v line '[1]+  %-24s%s' "${2-Stopped}" "$1"
	screen_wait_line "$line"
	in_front shell
}

# The prompt takes a command, to which the status of the program matters.
at_prompt() { # [STATUS]
	in_front shell
	run_line "status=\$?; clear"
	screen_wait_cursor 0 2
	run_line "echo here \$status"
	screen_wait_line "here ${1-0}"
	modes_are_good
}

@test "less shows a file, stops, comes back and quits" {
	need less
	run_line "less text"
	screen_wait_line "line 11"
	in_front less
	modes -icanon -echo
	screen_key Space
	screen_wait_line "line 22"
	screen_key C-z
	stopped "less text"
	screen_is_back
	modes_are_good
	run_line "fg"
	screen_wait_line "line 22"
	in_front less
	modes -icanon -echo
	screen_key Space
	screen_wait_line "line 33"
	screen_key q
	screen_is_back
	at_prompt
}

@test "less at the end of a pipeline, with the rest of a list behind it" {
	need less
	run_line "cat text | less && echo after"
	screen_wait_line "line 11"
	screen_key C-z
	stopped "cat text | less && echo after"
	run_line "fg"
	screen_wait_line "line 11"
	screen_key Space
	screen_wait_line "line 22"
	screen_key C-z
	screen_is_back
	in_front shell
	screen_wait_line "[1]+  Stopped                 cat text | less && echo after"
	run_line "fg"
	screen_wait_line "line 22"
	screen_key q
	screen_wait_line "after"
	at_prompt
}

@test "vi edits a file, stops, comes back, writes and quits" {
	need vi
	run_line "vi -u NONE text"
	screen_wait_line "line 11"
	in_front vi
	modes -icanon -echo
	screen_type "onew"
	screen_wait_line "new"
	screen_key Escape
	screen_key C-z
	stopped "vi -u NONE text"
	screen_is_back
	modes_are_good
	run_line "sed -n 2p text"
	screen_wait_line "line 2"
	run_line "fg"
	screen_wait_line "new"
	in_front vi
	modes -icanon -echo
	screen_type "Aer"
	screen_wait_line "newer"
	screen_key Escape
	screen_type ":wq"
	screen_key Enter
	screen_is_back
	at_prompt
	run_line "sed -n 2p text"
	screen_wait_line "newer"
}

@test "man shows a page through its pager" {
	need man
	{
		echo '.TH DEMO 1'
		echo '.SH NAME'
		echo 'demo \- a page'
		seq -f $'.PP\nparagraph %g' 50
	} >demo.1
	run_line "man ./demo.1"
	screen_wait "paragraph 2"
	in_front man
	screen_key C-z
	stopped "man ./demo.1"
	screen_is_back
	modes_are_good
	run_line "fg"
	screen_wait "paragraph 2"
	in_front man
	modes -icanon -echo
	screen_key Space
	screen_wait "paragraph 6"
	screen_key q
	screen_is_back
	at_prompt
}

@test "top runs, stops, comes back and quits" {
	need top
	run_line "top"
	screen_wait "load average"
	in_front top
	modes -icanon -echo
	screen_key C-z
	stopped "top" "Stopped (signal)" # it does that by itself
	modes_are_good
	run_line "clear"
	screen_wait_cursor 0 2
	run_line "fg"
	screen_wait "load average"
	in_front top
	modes -icanon -echo
	screen_key q
	in_front shell
	at_prompt
}

@test "git log through a pager stops, comes back and quits" {
	need git
	need less
	git init -q repository
	for subject in one two three four five six; do
		git -C repository -c user.name=n -c user.email=e@example.org \
			commit -q --allow-empty -m "$subject"
	done
	run_line "git -C repository log"
	screen_wait_line "    six"
	in_front git
	screen_key C-z
	stopped "git -C repository log"
	screen_is_back
	modes_are_good
	run_line "fg"
	screen_wait_line "    six"
	in_front git
	screen_key Space
	screen_wait_line "    four"
	screen_key q
	screen_is_back
	at_prompt
}

@test "make -j2: all it runs stops, goes on, and dies of ^C" {
	need make
	mkfifo a b
	printf '%s\n' 'all: one two' 'one:' $'\t@read x <a; echo "made one"' \
		'two:' $'\t@read x <b; echo "made two"' 'slow: s1 s2' \
		$'s1 s2:\n\t@sleep 1h' >Makefile
	run_line "make -j2"
	in_front make
	screen_until "both recipes" count_in_front 3
	screen_key C-z
	stopped "make -j2"
	screen_until "all stopped" make_is_stopped
	run_line "fg"
	in_front make
	echo >a
	screen_wait_line "made one"
	screen_key C-z
	screen_until "all stopped" make_is_stopped
	in_front shell
	run_line "bg"
	echo >b
	screen_wait "made two"
	screen_wait_line "[1]+  Done                    make -j2"
	run_line "make -j2 slow"
	in_front make
	screen_until "both recipes" count_in_front 3
	screen_key C-c
	in_front shell
	screen_until "end of make" make_is_gone
	run_line "true" # make's status is 2 or 130
	at_prompt
}

count_in_front() {
	local group
	group=$(ps -o tpgid= -p "$shell")
	(($(pgrep -c -g "$((group))") == $1))
}

# All processes of its group are, but for what has ended: make cannot take that in.
make_is_stopped() {
	local group
	group=$(pgrep -x -r T -P "$shell" make) && ! pgrep -r DRS -g "$group"
}

make_is_gone() {
	! pgrep -x -P "$shell" make
}

@test "tmux inside jsh: a session, a suspended client, and back" {
	need tmux
	run_line "tmux -S inner.tmux -f /dev/null new 'env PS1=\"inner: \" $JSH'"
	screen_wait_line "inner:"
	in_front "tmux: client"
	run_line "echo \$((6 * 7))"
	screen_wait_line "42"
	run_line "sleep 1h"
	screen_wait "sleep 1h"
	screen_until "inner sleep" inner_foreground_is sleep
	screen_key C-z
	screen_wait_line "[1]+  Stopped                 sleep 1h"
	screen_key C-b C-z
	screen_is_back
	screen_wait "[1]+  Stopped"
	in_front shell
	modes_are_good
	run_line "fg"
	screen_wait_line "42"
	in_front "tmux: client"
	run_line "kill %1; exit"
	screen_is_back
	in_front shell
	at_prompt
}

inner_foreground_is() {
	local inner
	inner=$(tmux -S inner.tmux display-message -p '#{pane_current_command}')
	[[ $inner == "$1" ]]
}

@test "jsh inside tmux, as its default shell" {
	screen_tmux set-option -g default-shell "$JSH"
	screen_tmux new-window
	screen_wait_cursor 0 2
	run_line "echo \$0"
	screen_wait_line "-jsh"
	shell=$(screen_tmux display-message -p '#{pane_pid}')
	terminal=$(screen_tmux display-message -p '#{pane_tty}')
	in_front shell
	run_line "less text"
	screen_wait_line "line 11"
	screen_key C-z
	stopped "less text"
	run_line "fg"
	screen_wait_line "line 11"
	in_front less
	screen_key q
	in_front shell
	modes_are_good
	run_line "exit"
	screen_until "end of the shell" has_ended "$shell"
}

# tmux 3.3 sometimes forgets to wait for a pane's process: a zombie has ended.
has_ended() {
	[[ $(ps -o stat= -p "$1") == @(|Z*) ]]
}

@test "a program that asks for a password on /dev/tty" {
	cat >ask.py <<-'EOF'
		import getpass
		print("got", len(getpass.getpass("Password: ")))
	EOF
	run_line "python3 ask.py"
	screen_wait_line "Password:"
	in_front python3
	modes -echo icanon
	screen_key C-z
	stopped "python3 ask.py"
	modes_are_good
	run_line "fg"
	in_front python3
	modes -echo icanon
	run_line "secret"
	screen_wait_line "got 6"
	at_prompt
	# With its output in a pipe it still talks to the terminal.
	run_line "python3 ask.py | cat"
	screen_wait_line "Password:"
	modes -echo icanon
	run_line "four"
	screen_wait_line "got 4"
	# In the background it has to wait.
	run_line "python3 ask.py &"
	screen_wait_line "[1]+  Stopped (tty output)    python3 ask.py"
	run_line "kill %1"
	screen_wait_line "[1]+  Terminated              python3 ask.py"
	# ^C leaves no terminal without echo.
	run_line "clear"
	screen_wait_cursor 0 2
	run_line "python3 ask.py"
	screen_until "one question" asks 1
	in_front python3
	modes -echo
	screen_key C-c
	at_prompt 130
	run screen_text
	refute_output --partial secret
}

asks() {
	(($(screen_text | grep -c '^Password:') >= $1))
}

@test "a program that runs another terminal in raw mode, as ssh does" {
	cat >remote.py <<-'EOF'
		"""Echoes in raw mode; as with ssh, ~. at the beginning of a line
		leaves, and ~^Z stops it."""
		import os, signal, sys, termios, tty
		saved = termios.tcgetattr(0)
		tty.setraw(0)
		os.write(1, b"remote\r\n")
		start = True
		while True:
		    c = os.read(0, 1)
		    if start and c == b"~":
		        c = os.read(0, 1)
		        if c == b".":
		            break
		        if c == b"\x1a":
		            termios.tcsetattr(0, termios.TCSADRAIN, saved)
		            os.kill(os.getpid(), signal.SIGTSTP)
		            tty.setraw(0)
		            os.write(1, b"back\r\n")
		            continue
		    start = c == b"\r"
		    text = {b"\x03": b"<INT>", b"\x1a": b"<TSTP>", b"\r": b"\r\n"}
		    os.write(1, text.get(c, c))
		termios.tcsetattr(0, termios.TCSADRAIN, saved)
	EOF
	run_line "python3 remote.py; echo after"
	screen_wait_line "remote"
	in_front python3
	modes -icanon -echo -isig
	screen_key C-c C-z
	screen_type "x"
	screen_key Enter
	screen_wait_line "<INT><TSTP>x"
	screen_type "~"
	screen_key C-z
	stopped "python3 remote.py; echo after"
	modes_are_good
	run_line "fg"
	screen_wait_line "back"
	in_front python3
	modes -icanon -echo -isig
	screen_type "~"
	screen_key C-z
	in_front shell
	modes_are_good
	run_line "fg"
	screen_until "back again" has_two_lines "back"
	screen_type "~."
	screen_wait_line "after"
	at_prompt
}

has_two_lines() {
	(($(screen_text | grep -cxF -- "$1") == 2))
}

@test "sudo stops with what it runs, and comes back" {
	need sudo
	sudo -n true 3>&- || skip "sudo asks for a password"
	run_line "sudo \$PROBE say ready read say end"
	screen_wait_line "ready"
	in_front sudo
	screen_key C-z
	stopped "sudo \$PROBE say ready read say end"
	modes_are_good
	run_line "fg"
	in_front sudo
	run_line "typed"
	screen_wait_line "read: typed"
	screen_wait_line "end"
	at_prompt
}
