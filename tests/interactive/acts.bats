#!/usr/bin/env bats
#
# acts.bats - kill -t and wait on a terminal, how a shell ends, suspend, after
#
# The kernel is the witness. Each step may take 60 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "^C ends the wait of kill -t, and the job lives on" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE ignore TERM pause &"
		expect "$ "
		fact ignores probe TERM
		let job probe
		line "kill -t 1000 %1"
		expect "kill -t 1000 %1\n"
		fact mode icanon on
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		fact state @job S
		line "kill -KILL %1"
		fact gone @job
	EOF
}

@test "^C ends wait, not the jobs, whatever it waits for" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		line "wait"
		expect "wait\n"
		fact mode icanon on
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		line "wait -n -t 1000"
		expect "1000\n"
		fact mode icanon on
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		line "wait -x $PPID"
		expect "PPID\n"
		fact mode icanon on
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
		fact state @job S
		line "kill %1"
		fact gone @job
	EOF
}

@test "wait -n gives each job of an interactive shell once" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "(exit 3) & wait -n; echo is $?; wait -n; echo is $?"
		expect "\nis 3\nis 127\n"
	EOF
}

@test "exit with jobs lists each with its age and its fate, and a second one leaves" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h\n$ "
		line "sleep 2h &"
		expect /^\[2\] (?P<running>\d+)\n\$ /
		let stopped 1h
		line "exit"
		expect /^jsh: there are jobs; to leave all the same, say so once more\n\[1\]\+  Stopped                 sleep 1h  \([^,]+, will be ended by SIGHUP\)\n\[2\]-  Running                 sleep 2h &  \([^,]+, goes on\)\n\$ /
		line "echo $?"
		expect "\n1\n$ "
		line "exit"
		expect "say so once more\n"
		expect "$ "
		line "exit 3"
		status 3
		fact gone @stopped
		fact state @running S
		signal TERM @running
		fact gone @running
	EOF
}

@test "^D with jobs asks too, and an exit after it leaves, or a second ^D" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		eof
		expect "say so once more\n[1]+  Running                 sleep 1h &  ("
		expect "goes on)\n$ "
		line "exit"
		status 0
		signal KILL @job
	EOF
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		eof
		expect "say so once more\n"
		expect "$ "
		eof
		status 0
		signal KILL @job
	EOF
}

@test "any other command in between, and exit asks again" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		line "exit"
		expect "say so once more\n"
		expect "$ "
		line "true"
		expect "$ "
		eof
		expect "say so once more\n"
		expect "$ "
		# An empty line is no command.
		key Enter
		expect "$ "
		line "exit"
		status 0
		signal KILL @job
	EOF
}

@test "nothing that was typed with a refused exit runs" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		line "(exit 4)"
		expect "$ "
		line "exit; echo ran\\ on"
		expect "say so once more\n"
		expect "goes on)\n$ "
		# The status is that of the first one.
		eof
		status 4
		signal KILL @job
	EOF
}

@test "exit leaves at once when no job is alive" {
	ptyrun <<-'EOF'
		spawn $JSH +b
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		signal KILL @job
		fact gone @job
		line "exit"
		status 0
	EOF
}

@test "under huponexit a running job is sent SIGHUP at a plain exit, and exit says so" {
	ptyrun <<-'EOF'
		spawn $JSH -o huponexit
		expect "$ "
		line "$PROBE pause &"
		fact count probe 1
		let job probe
		expect "$ "
		line "sleep 2h &"
		expect /\[2\] (?P<shielded>\d+)\n\$ /
		line "disown -h %2; exit"
		expect "pause &  ("
		expect "will be sent SIGHUP)\n[2]+  Running                 sleep 2h &  ("
		expect "goes on)\n"
		line "exit"
		status 0
		fact gone @job
		fact state @shielded S
		signal KILL @shielded
	EOF
}

@test "a resumed list whose child still runs loses its rest, and exit says so" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h && echo rest"
		fact fg 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h && echo rest\n"
		expect "$ "
		line "bg"
		expect "\n[1]+ sleep 1h && echo rest &\n$ "
		line "exit"
		expect "sleep 1h && echo rest &  ("
		expect "goes on, but loses its rest)\n$ "
		line "kill %1"
		fact gone sleep
	EOF
}

@test "at a hang-up every job is sent SIGHUP, the stopped ones go on, the shielded one not" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE catch HUP say ready wait 1 >s"
		fact file s "ready"
		key ^Z
		expect "[1]+  Stopped"
		expect "$ "
		line "$PROBE catch HUP say ready wait 1 >r &"
		fact file r "ready"
		expect "\n$ "
		line "sleep 3h &"
		expect /\[3\] (?P<job>\d+)\n\$ /
		line "disown -h %3; echo done"
		expect "\ndone\n"
		hangup
		status HUP
		fact file s "caught HUP"
		fact file r "caught HUP"
		fact state @job S
		signal KILL @job
	EOF
}

@test "disown takes a job off the list; it goes on and leaves no zombie" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		line "disown; jobs; echo none"
		expect "echo none\nnone\n$ "
		fact state @job S
		signal KILL @job
		fact gone @job
		line "exit"
		status 0
	EOF
}

@test "a disowned job outlives a hang-up" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h & sleep 2h &"
		expect /\[1\] (?P<one>\d+)\n\[2\] (?P<two>\d+)\n\$ /
		line "disown -a; jobs; echo none"
		expect "echo none\nnone\n$ "
		hangup
		status HUP
		fact state @one S
		fact state @two S
		signal KILL @one
		signal KILL @two
	EOF
}

@test "disown -r takes the running jobs only, and warns of a stopped one otherwise" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		let stopped 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h\n$ "
		line "sleep 2h &"
		expect /^\[2\] (?P<running>\d+)\n\$ /
		line "disown -r; jobs"
		expect "jobs\n[1]+  Stopped                 sleep 1h\n$ "
		line "disown %1; jobs; echo none"
		expect "none\njsh: disown: %1: is stopped; `kill -CONT -- -@{stopped}` lets it go on\nnone\n$ "
		line "kill -CONT -- -@{stopped}"
		expect "$ "
		fact state @stopped S
		signal KILL @stopped
		fact gone @stopped
		signal KILL @running
		fact gone @running
	EOF
}

@test "a disowned list that was resumed still runs its rest" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "sleep 1h; echo rest >rest"
		fact fg 1h
		let job 1h
		key ^Z
		expect "[1]+  Stopped"
		expect "$ "
		line "bg"
		expect "rest &\n$ "
		line "disown"
		expect "disown\njsh: disown: %1: its rest is lost if this shell leaves before what it waits for has ended\n$ "
		signal TERM @job
		fact file rest "rest"
		fact gone @job
	EOF
}

@test "suspend stops the shell, and fg of the shell outside brings it back" {
	ptyrun <<-'EOF'
		env PS1=outer:
		spawn $JSH
		expect "outer:"
		line "PS1=inner: $JSH"
		expect "\ninner:"
		line "echo $$"
		expect /\n(?P<inner>\d+)\ninner:/
		fact fg @inner
		line "suspend"
		expect /Stopped +PS1=inner: \$JSH\nouter:/
		fact fg shell
		fact state @inner T
		line "fg"
		expect "inner:"
		fact fg @inner
		line "echo is $?"
		expect "is 0\ninner:"
		line "sleep 1h"
		fact fg 1h
		key ^C
		expect "inner:"
		line "exit 3"
		expect "outer:"
		line "echo is $?"
		expect "is 3\nouter:"
	EOF
}

@test "suspend stops all of the group that the shell was started in" {
	ptyrun <<-'EOF'
		env PS1=outer:
		spawn $JSH
		expect "outer:"
		line "sh -c 'PS1=inner: $JSH; echo after'"
		expect "\ninner:"
		line "echo $$ $PPID"
		expect /\n(?P<inner>\d+) (?P<between>\d+)\ninner:/
		line "suspend"
		expect "[1]+  Stopped"
		expect "outer:"
		fact state @between T
		fact state @inner T
		line "fg"
		expect "inner:"
		fact fg @inner
		fact leader @inner
		line "exit"
		expect "after\nouter:"
	EOF
}

@test "a login shell is suspended only with -f, and not when nobody is there" {
	ptyrun <<-'EOF'
		spawn $JSH -l
		expect /[#$] /
		line "PS1='$ '"
		expect "'\n$ "
		line "suspend"
		expect "jsh: suspend: this is a login shell (suspend -f stops it all the same)\n$ "
		line "suspend -f; echo $?"
		expect "jsh: suspend: nobody is there who could let this shell go on\n1\n$ "
		fact fg shell
	EOF
}

@test "suspend keeps the traps, and one on TSTP does not keep it from stopping" {
	ptyrun <<-'EOF'
		env PS1=outer:
		spawn $JSH
		expect "outer:"
		line "PS1=inner: $JSH"
		expect "\ninner:"
		line "trap 'echo caught' TSTP; suspend"
		expect "outer:"
		line "fg"
		expect "inner:"
		line "kill -TSTP $$"
		expect "caught\n"
		line "exit"
		expect "outer:"
	EOF
}

@test "after runs its command at once, above the line that is being typed" {
	[[ ${JSH_EDITOR-} != plain ]] ||
		skip "the plain editor cannot show again what was typed"
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE pause &"
		fact count probe 1
		expect "$ "
		line "after %1 'kill -l $?; echo is done'"
		expect "$ "
		send "echo half"
		expect "echo half"
		let job probe
		signal TERM @job
		expect "[1]+  Terminated              $PROBE pause\n"
		expect "TERM\nis done\n"
		expect "echo half"
		line " typed"
		expect "half typed\n$ "
	EOF
}

@test "after runs its command after a foreground job, before the prompt" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect "$ "
		line "after %1 'echo ended with $?'; fg"
		fact fg 1h
		signal TERM 1h
		expect /ended with 143\n\$ /
	EOF
}

@test "^C gets out of the wait for a slot, and the command is not started" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "JOBMAX=1"
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<job>\d+)\n\$ /
		line "echo started >started &"
		expect ">started &\n"
		fact mode icanon on
		key ^C
		expect "^C\n$ "
		line "echo $?; jobs; ls"
		expect "ls\n130\n[1]+  Running                 sleep 1h &\n$ "
		line "echo started >started &"
		expect ">started &\n"
		fact not file started
		signal TERM @job
		fact file started
		expect "$ "
	EOF
}
