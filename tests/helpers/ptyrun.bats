#!/usr/bin/env bats
#
# ptyrun.bats - ptyrun sees what is so, and fails when it is not
#
# Played with probe on the terminal, and with bash where a shell is needed: what
# is tested here is the instrument.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

# ptyrun must fail, and say TEXT.
refute_ptyrun() {
	run ptyrun
	assert_failure 1
	assert_output --partial "$1"
}

@test "output is waited for, in order, and compared exactly" {
	ptyrun <<-'EOF'
		spawn $PROBE say "[1]+  Stopped" say done
		expect "[1]+  Stopped\n"
		expect done
		status 0
	EOF
	refute_ptyrun 'line 2: expect "[1]+' <<-'EOF'
		spawn $PROBE say "[1]+ Stopped"
		expect "[1]+  Stopped"
	EOF
	refute_ptyrun 'line 3: expect first' <<-'EOF'
		spawn $PROBE say first say second
		expect second
		expect first
	EOF
}

@test "escape sequences do not stand between words" {
	ptyrun <<-'EOF'
		spawn printf "\\033[1mbold\\033[0m \\033]0;title\\007\\033[?2004htext\n"
		expect "bold text\n"
	EOF
}

@test "absent looks at what the last expect passed over" {
	refute_ptyrun "it was there: 'two\\n'" <<-'EOF'
		spawn $PROBE say one say two say three
		expect "one\n"
		expect three
		absent two
	EOF
}

@test "named groups become variables" {
	ptyrun <<-'EOF'
		spawn $PROBE child ids pause
		expect /^pid (?P<pid>\d+) ppid (?P<parent>\d+) /
		fact parent @pid @parent
		fact parent @pid shell
		fact leader @parent
		fact not leader @pid
		fact group @pid @parent
		fact fg @pid
		signal KILL @pid
		status 137
	EOF
}

@test "typed text reaches the program through the line discipline" {
	ptyrun <<-'EOF'
		spawn $PROBE read read-tty read say end
		line "wörld"
		expect "read: wörld\n"
		send "a\x7fb\r"
		expect "read: b\n"
		eof
		expect "end of file\nend\n"
		status 0
	EOF
}

@test "text is typed when somebody reads, and not before" {
	ptyrun <<-'EOF'
		spawn sh -c "stty size; i=0; while [ $i -lt 99999 ]; do i=$((i+1)); done; printf 'name: '; read x; echo $x"
		line "typed"
		expect "\nname: typed\ntyped\n"
		status 0
	EOF
	refute_ptyrun "nobody reads the terminal" <<-'EOF'
		spawn $PROBE say ready pause
		expect "ready\n"
		fact not reads shell
		timeout 0.2
		line "typed"
	EOF
	ptyrun <<-'EOF'
		spawn $PROBE catch USR1 say ready wait 1 read read
		expect "ready\n"
		ahead line "typed"
		signal USR1 shell
		expect "read: typed\n"
		fact reads shell
		line "again"
		expect "read: again\n"
	EOF
	refute_ptyrun "expect: types nothing" <<<'ahead expect x'
}

@test "who polls the terminal reads it, who polls something else does not" {
	cat >polls <<-'EOF'
		import select, sys
		poll = select.poll()
		poll.register(0, select.POLLIN)
		if sys.argv[1] == "select":
		    select.select([0], [], [])
		elif sys.argv[1] == "poll":
		    poll.poll()
		else:
		    poll.modify(0, 0)
		    poll.poll()
		print("got", sys.stdin.readline())
	EOF
	ptyrun <<<'spawn python3 polls select
		line "x"
		expect "got x"'
	ptyrun <<<'spawn python3 polls poll
		line "x"
		expect "got x"'
	refute_ptyrun "nobody reads the terminal" <<-'EOF'
		timeout 0.5
		spawn python3 polls nothing
		line "x"
	EOF
}

@test "keys raise signals in the foreground group" {
	ptyrun <<-'EOF'
		spawn $PROBE catch INT catch QUIT catch TSTP say ready wait 3
		expect ready
		key ^C
		expect "caught INT"
		key ^\
		expect "caught QUIT"
		key ^Z
		expect "caught TSTP"
		status 0
	EOF
}

@test "the status tells an exit from a death" {
	ptyrun <<<'spawn $PROBE exit 3
		status 3'
	ptyrun <<<'spawn $PROBE raise TERM
		status TERM'
	refute_ptyrun "the status is 3" <<<'spawn $PROBE exit 3
		status 0'
}

@test "a hang-up reaches the session's leader" {
	ptyrun <<-'EOF'
		spawn $PROBE say ready pause
		expect ready
		hangup
		status HUP
	EOF
}

@test "a program that survives the hang-up is a failure, and is killed" {
	refute_ptyrun "the hang-up did not end the program" <<-'EOF'
		spawn $PROBE ignore HUP say ready pause
		expect ready
		timeout 0.2
	EOF
	assert_nobody_left
}

@test "a process in a new session does not escape" {
	refute_ptyrun "processes are left" <<-'EOF'
		spawn $PROBE session say ready pause
		expect ready
		status 0
		timeout 0.2
	EOF
	assert_output --regexp 'probe session say ready pause'
	assert_nobody_left
}

@test "facts: states, modes, signals and descriptors come from the kernel" {
	ptyrun <<-'EOF'
		spawn $PROBE say ready ignore USR1 block USR2 catch TERM raw pause
		expect ready
		fact mode echo off
		fact mode icanon off
		fact state probe S
		fact waits probe
		fact ignores probe USR1
		fact not ignores probe USR2
		fact blocks probe USR2
		fact catches probe TERM
		fact fds probe 0 1 2
		fact not fds probe 0 1
		signal STOP probe
		fact state probe T
		signal-group CONT probe
		fact state probe S
		fact count probe 1
		signal KILL probe
		status KILL
		fact gone probe
	EOF
}

@test "a fact that does not come true names its line and the processes" {
	refute_ptyrun "line 4: fact state probe T" <<-'EOF'
		spawn $PROBE pause
		fact state probe S
		timeout 0.2
		fact state probe T
	EOF
	assert_output --regexp 'S .*probe pause'
}

@test "size and resize set the window" {
	ptyrun <<-'EOF'
		size 30 90
		spawn sh -c "stty size; read x; stty size"
		expect "30 90\n"
		resize 40 100
		line
		expect "40 100\n"
	EOF
}

@test "env sets and removes variables" {
	ptyrun <<-'EOF'
		env COLOUR=blue
		env HOME
		spawn sh -c "echo ${COLOUR-unset} ${HOME-unset}"
		expect "blue unset\n"
	EOF
}

@test "files: there, holding text, growing" {
	printf 'counted 1\n' >out
	ptyrun <<-'EOF'
		spawn sh -c "while :; do echo more >>out; done"
		fact file out "counted 1"
		fact file out /^more$/
		fact not file missing
		fact grows out
	EOF
}

@test "an unknown step or fact is a failure" {
	refute_ptyrun "jump: no such step" <<<'jump'
	refute_ptyrun "colour: no such fact" <<<'fact colour red'
}

@test "a shell is played: stop, background, foreground" {
	echo "PS1='\$ '" >rc
	ptyrun <<-'EOF'
		spawn bash --rcfile rc
		expect "$ "
		line "probe() { $PROBE \"$@\"; }; sleep 100"
		fact fg sleep
		key ^Z
		expect "Stopped"
		expect "$ "
		fact state sleep T
		fact fg shell
		line bg
		expect "$ "
		fact state sleep S
		fact not fg sleep
		line fg
		fact fg sleep
		key ^C
		expect "$ "
		fact gone sleep
		line "exit 5"
		status 5
	EOF
}
