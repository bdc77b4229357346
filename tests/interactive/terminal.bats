#!/usr/bin/env bats
#
# terminal.bats - the terminal: who has it, its modes, and how a shell starts
#
# With JSH_EDITOR=plain the terminal has the shell's own modes at the prompt; a
# library editor sets its own while it reads. Each step may take 60 s (ptyrun's
# time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "the terminal is the job's while it runs, and the shell's after that" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		fact fg shell
		fact leader shell
		line "$PROBE ids"
		expect /^pid (?P<pid>\d+) ppid \d+ pgrp (?P<pgrp>\d+) sid \d+ tpgid (?P<tpgid>\d+)\n\$ /
		fact fg shell
		line "[ @{pid} = @{pgrp} ] && [ @{pid} = @{tpgid} ]; echo $?"
		expect "\n0\n$ "
		line "sleep 1h"
		fact fg 1h
		fact leader 1h
		fact not fg shell
		key ^Z
		expect "Stopped"
		fact fg shell
		fact not fg 1h
		expect "$ "
		line "fg"
		fact fg 1h
		signal KILL 1h
		expect "Killed\n$ "
		fact fg shell
	EOF
}

@test "the modes are repaired after a program dies in raw mode" {
	ptyrun <<-'EOF'
		env JSH_EDITOR=plain
		spawn $JSH
		expect "$ "
		fact mode icanon on
		line "$PROBE raw pause"
		fact mode icanon off
		fact mode echo off
		fact mode opost off
		signal KILL probe
		expect "Killed\n$ "
		fact mode icanon on
		fact mode echo on
		fact mode opost on
		fact mode isig on
		fact mode icrnl on
		line "$PROBE raw pause"
		fact mode icanon off
		signal TERM probe
		expect "Terminated\n$ "
		fact mode icanon on
		fact mode echo on
		fact mode onlcr on
	EOF
}

@test "the modes are repaired after a program exits in raw mode" {
	ptyrun <<-'EOF'
		env JSH_EDITOR=plain
		spawn $JSH
		expect "$ "
		line "$PROBE raw"
		expect "raw\n$ "
		fact mode icanon on
		fact mode echo on
		fact mode opost on
		fact mode isig on
		fact mode icrnl on
		line "$PROBE raw exit 3"
		expect "exit 3\n$ "
		fact mode icanon on
		fact mode echo on
		line "(exec $PROBE raw) | cat; echo $?"
		expect "cat; echo $?\n"
		expect "0\n$ "
		fact mode icanon on
		fact mode echo on
	EOF
}

@test "the modes are repaired for the next job, whatever the editor" {
	for editor in readline libedit plain; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "$PROBE raw pause"
			fact fg probe
			fact mode opost off
			signal KILL probe
			expect "Killed\n"
			expect "$ "
			line "cat"
			fact fg cat
			fact mode icanon on
			fact mode echo on
			fact mode isig on
			fact mode opost on
			fact mode icrnl on
			line "text"
			expect "text\ntext\n"
			eof
			expect "$ "
		EOF
	done
}

@test "what stty sets is kept, and so is what it sets back" {
	for editor in readline libedit plain; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "stty -echo"
			expect "$ "
			line "cat"
			fact fg cat
			fact mode echo off
			fact mode icanon on
			line "unseen"
			expect "unseen\n"
			absent unseen
			eof
			expect "$ "
			line "$PROBE raw"
			expect "$ "
			line "stty echo tostop"
			expect "$ "
			line "cat"
			fact fg cat
			fact mode echo on
			fact mode tostop on
			eof
			expect "$ "
		EOF
	done
}

@test "a stopped program gets its modes back with fg, and the prompt has its own" {
	ptyrun <<-'EOF'
		env JSH_EDITOR=plain
		spawn $JSH
		expect "$ "
		line "$PROBE raw catch USR1 wait 1"
		fact mode icanon off
		fact catches probe USR1
		signal TSTP probe
		expect "[1]+  Stopped                 $PROBE raw catch USR1 wait 1\n$ "
		fact fg shell
		fact mode icanon on
		fact mode echo on
		fact mode opost on
		line "bg"
		expect "&\n$ "
		fact state probe S
		fact mode icanon on
		signal TSTP probe
		expect "Stopped"
		expect "$ "
		line "fg"
		fact fg probe
		fact mode icanon off
		fact mode opost off
		signal USR1 probe
		expect "caught USR1\n"
		expect "$ "
		fact mode icanon on
		fact mode echo on
		fact mode opost on
	EOF
}

@test "what a job's children do to the terminal at ^Z comes before the prompt" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE child catch TSTP say ready wait 1 say restored raise STOP"
		expect "ready\n"
		key ^Z
		expect "^Zcaught TSTP\nrestored\n\n[1]+  Stopped"
		expect "\n$ "
		line "kill -KILL %1"
		fact gone probe
		# One that does not stop is not waited for.
		line "$PROBE child ignore TSTP say ready pause"
		expect "ready\n"
		key ^Z
		expect "Stopped"
		expect "\n$ "
		fact fg shell
		line "kill -KILL %1"
		fact gone probe
	EOF
}

@test "job control works with stderr a file" {
	ptyrun <<-'EOF'
		spawn sh -c "exec $JSH -i 2>err"
		fact file err "$ "
		line "echo $-"
		expect /^\w*m\w*\n/
		line "sleep 1h"
		fact fg 1h
		key ^Z
		fact file err "[1]+  Stopped                 sleep 1h\n"
		fact fg shell
		fact state 1h T
		line "fg"
		fact fg 1h
		fact state 1h S
		key ^C
		fact gone 1h
		fact fg shell
	EOF
}

@test "job control works with stdout a file" {
	ptyrun <<-'EOF'
		spawn sh -c "exec $JSH >out"
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h\n$ "
		fact fg shell
		line "jobs"
		fact file out "[1]+  Stopped                 sleep 1h\n"
		line "fg"
		fact fg 1h
		fact state 1h S
		key ^C
		expect "$ "
		fact gone 1h
	EOF
}

@test "job control works with stdin a file" {
	cat >commands <<-'EOF'
		sleep 1h
		echo "stopped with $?"
		jobs
		fg
		echo "ended with $?"
	EOF
	ptyrun <<-'EOF'
		spawn sh -c "exec $JSH -i <commands"
		fact fg 1h
		fact not fg shell
		key ^Z
		expect "[1]+  Stopped                 sleep 1h\n"
		expect "stopped with 148\n"
		expect "[1]+  Stopped                 sleep 1h\n"
		expect "sleep 1h\n"
		fact fg 1h
		fact state 1h S
		key ^C
		expect "ended with 130\n"
		status 0
	EOF
}

@test "job control works with all three of them files" {
	cat >commands <<-'EOF'
		sleep 1h
		jobs
		fg
		echo "ended with $?"
	EOF
	ptyrun <<-'EOF'
		spawn sh -c "exec $JSH -i <commands >out 2>err"
		fact fg 1h
		key ^Z
		fact file out "[1]+  Stopped                 sleep 1h\nsleep 1h\n"
		fact fg 1h
		fact state 1h S
		key ^C
		status 0
		fact file out "ended with 130\n"
	EOF
}

@test "a script on a terminal keeps its jobs in its own group" {
	ptyrun <<-'EOF'
		spawn $JSH -c "sleep 1h | sleep 2h; echo NO"
		fact count sleep 2
		fact group shell sleep
		fact fg shell
		key ^C
		status INT
	EOF
}

@test "set -m in a script: each job has its group, and the terminal" {
	cat >script <<-'EOF'
		set -m
		sleep 1h | sleep 2h
		echo "one: $?"
		sleep 3h &
		$PROBE read
		kill %1
		wait %1
		echo "three: $?"
		sleep 4h &
		fg
		echo "four: $?"
	EOF
	ptyrun <<-'EOF'
		spawn $JSH script
		fact fg 1h
		fact fg 2h
		fact group 1h 2h
		fact not group shell 1h
		signal TERM 2h
		signal KILL 1h
		expect "one: 143\n"
		fact state 3h S
		fact fg probe
		fact not group 3h probe
		fact not fg 3h
		line "typed"
		expect "read: typed\n"
		expect "three: 143\n"
		fact fg 4h
		signal TERM 4h
		expect "four: 143\n"
		status 0
	EOF
}

@test "^C that ends a job of a script with set -m ends the script" {
	ptyrun <<-'EOF'
		spawn $JSH -mc "sleep 1h; echo NO"
		fact fg 1h
		fact not fg shell
		key ^C
		status INT
	EOF
}

@test "^Z stops a script with all it runs, and fg lets it go on" {
	for option in +m -m; do
		option=$option ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "$JSH $option -c '$PROBE catch USR1 wait 1; echo on'"
			fact fg probe
			fact catches probe USR1
			key ^Z
			expect "Stopped"
			fact state probe T
			fact count jsh 2
			fact fg shell
			expect "$ "
			line "fg"
			fact fg probe
			fact state probe S
			signal USR1 probe
			expect "caught USR1\non\n$ "
			fact fg shell
		EOF
	done
}

@test "a shell that is started in the background waits for the foreground" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$JSH &"
		expect /^\[1\] (?P<pid>\d+)$/
		expect "[1]+  Stopped (tty input)     $JSH\n$ "
		fact state @pid T
		fact fg shell
		line "PS1='outer: '"
		expect "outer: "
		line "bg"
		expect "[1]+  Stopped (tty input)     $JSH\nouter: "
		fact state @pid T
		line "fg"
		expect "fg\n$JSH\n$ "
		fact fg @pid
		line "sleep 1h"
		fact fg 1h
		fact parent 1h @pid
		key ^C
		expect "$ "
		eof
		expect "outer: "
		fact gone @pid
		fact fg shell
		line "echo $?"
		expect "\n130\nouter: "
	EOF
}

@test "jobs stop in the background even if the shell was started without that" {
	ptyrun <<-'EOF'
		spawn sh -c "trap '' TTIN TTOU; exec $JSH"
		expect "$ "
		line "cat &"
		expect "[1]+  Stopped (tty input)     cat\n"
		fact state cat T
		fact not ignores cat TTIN
		line "fg"
		fact fg cat
		fact not ignores cat TTOU
		eof
		expect "$ "
	EOF
}

@test "a shell that is let go on in the background stops when it is typed to" {
	for editor in readline libedit plain; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "PS1='inner: ' $JSH"
			expect "\ninner: "
			line "kill -STOP $$; echo on"
			expect "[1]+  Stopped (signal)        PS1='inner: ' $JSH\n$ "
			fact fg shell
			line "inner=$(jobs -p); echo is $inner"
			expect /^is (?P<inner>\d+)\n\$ /
			fact state @inner T
			line "bg"
			expect "&\n"
			expect "on\n"
			expect "inner: "
			line "$PROBE pause"
			fact fg probe
			ahead line
			fact state @inner T
			signal INT probe
			expect "[1]+  Stopped (tty input)     PS1='inner: ' $JSH\n"
			expect "$ "
			line "fg"
			fact fg @inner
			line "echo inner again"
			expect "\ninner again\ninner: "
			eof
			expect "$ "
			fact fg shell
		EOF
	done
}

@test "a shell in the background that nobody can bring forward gives up, once" {
	mkfifo go
	echo 'echo "$-"; sleep 0; sleep 0 & wait; echo still here' >in
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "bash -mc '(read x <go; exec $JSH -i <in >out 2>err) &'"
		expect "\n$ "
		fact count bash 1
		fact not fg bash
		line "echo >go"
		fact file out "still here\n"
		fact count jsh 1
	EOF
	run grep -c "jsh: no job control: in the background for good" err
	assert_output 1
	run grep -c m out
	assert_output 0
}

@test "a shell inside a shell gives the terminal back, however it ends" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "PS1='outer: '"
		expect "\nouter: "
		let outer shell
		line "PS1='inner: ' $JSH"
		expect "\ninner: "
		fact not fg shell
		fact count jsh 2
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "Stopped"
		expect "\ninner: "
		line "kill %1; exit 3"
		expect "\nouter: "
		fact fg shell
		fact count jsh 1
		line "echo $?"
		expect "\n3\nouter: "
		line "PS1='inner: ' $JSH"
		expect "\ninner: "
		eof
		expect "\nouter: "
		fact fg shell
		line "PS1='inner: ' $JSH"
		expect "\ninner: "
		line "kill -KILL $$"
		expect "Killed\nouter: "
		fact fg shell
		line "cat"
		fact fg cat
		fact mode icanon on
		fact mode echo on
		eof
		expect "\nouter: "
		# In one group with other members of a job.
		line "echo x | (PS1='inner: ' $JSH -i </dev/tty)"
		expect "\ninner: "
		line "sleep 1h"
		fact fg 1h
		key ^C
		expect "\ninner: "
		eof
		expect "\nouter: "
		fact fg shell
	EOF
}

@test "a shell inside another shell gives the terminal back to it" {
	for shell in "bash --norc" "dash -i"; do
		shell=$shell ptyrun <<-'EOF'
			env "PS1=outer: "
			spawn sh -c "exec $shell"
			expect "outer: "
			line "PS1='inner: ' $JSH"
			expect "\ninner: "
			fact not fg shell
			line "sleep 1h"
			fact fg 1h
			key ^Z
			expect "[1]+  Stopped                 sleep 1h\ninner: "
			line "fg"
			fact fg 1h
			key ^C
			expect "\ninner: "
			line "exit"
			expect "\nouter: "
			fact fg shell
		EOF
	done
}

@test "jsh -c runs a command, quietly, as a script" {
	ptyrun <<-'EOF'
		spawn $JSH -c "echo $0 $1 $-; exit 3" name argument
		expect /\Aname argument [^im]*\n/
		status 3
	EOF
}

@test "jsh FILE runs a script, with its arguments" {
	printf '%s\n' 'echo "$0: $*"' 'read line' 'echo "got $line"' 'exit 4' >file
	ptyrun <<-'EOF'
		spawn $JSH file a b
		expect "file: a b\n"
		fact fg shell
		line "typed"
		expect "got typed\n"
		status 4
	EOF
}

@test "jsh -s reads from the terminal, with arguments and a prompt" {
	ptyrun <<-'EOF'
		spawn $JSH -s a b
		expect "$ "
		line "echo $# $2"
		expect "\n2 b\n$ "
		eof
		status 0
	EOF
}

@test "jsh -l and a leading dash make a login shell, which reads ~/.profile" {
	echo 'echo "profile of $0"; from_profile=yes' >"$HOME/.profile"
	ptyrun <<-'EOF'
		spawn $JSH -l
		expect /^profile of .*jsh\n[#$] /
		line "echo $from_profile"
		expect "\nyes\n"
		line "exit 2"
		status 2
	EOF
	ptyrun <<-'EOF'
		spawn bash -c "exec -a -jsh $JSH"
		expect /^profile of -jsh\n.*[#$] /
		fact fg shell
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect /^\[1\]\+  Stopped                 sleep 1h\n.*[#$] /
		line "kill %1"
		fact gone 1h
	EOF
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		absent "profile"
	EOF
}

@test "interactive is what has stdin and stderr on a terminal, or -i" {
	ptyrun <<-'EOF'
		spawn sh -c "echo 'echo $-' | $JSH; echo 'echo $-' | $JSH -i 2>/dev/null; $JSH 2>/dev/null"
		expect /\A[^im]*\n/
		expect /^\w*im\w*\n/
		fact fg shell
		line "echo $-"
		expect /^[^im]*\n/
		eof
	EOF
}

@test "without descriptors, terminal or folder there is no crash and no spin" {
	ptyrun <<-'EOF'
		spawn sh -c "exec $JSH -i <&-"
		status 0
	EOF
	ptyrun <<-'EOF'
		spawn sh -c "exec $JSH -i 2>&-"
		fact catches shell CHLD
		eof
		status 0
	EOF
	ptyrun <<-'EOF'
		spawn sh -c "mkdir gone; cd gone; rmdir ../gone; exec $JSH"
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h\n$ "
		line "kill %1; cd /"
		fact gone 1h
		expect "$ "
	EOF
}
