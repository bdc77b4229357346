#!/usr/bin/env bats
#
# jobs.bats - jobs on a terminal: their lines, names, groups and signals
#
# The kernel is the witness. `sleep 1h` and `sleep 2h` are told apart by their
# argument: a process goes by that name too (see ptyrun). A process may be seen
# stopped before its shell is told; when another child has ended it knows of both.
# Each step may take 60 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "the lines of a session are those that users know" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "sleep 1h\n^Z\n[1]+  Stopped                 sleep 1h\n$ "
		line "sleep 2h &"
		expect /^\[2\] (?P<pid>\d+)\n\$ /
		line "jobs"
		expect "jobs\n[1]+  Stopped                 sleep 1h\n[2]-  Running                 sleep 2h &\n$ "
		line "fg %1"
		expect "fg %1\nsleep 1h\n"
		fact fg 1h
		key ^C
		expect "^C\n$ "
		line "kill %2"
		expect "[2]+  Terminated              sleep 2h\n"
		fact gone sleep
	EOF
}

@test "& prints the job's number and the last process's pid, which is \$!" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h | sleep 2h &"
		expect /^\[1\] (?P<last>\d+)\n\$ /
		let first 1h
		let second 2h
		fact leader @first
		line "echo is $!"
		expect "\nis @{last}\n$ "
		line "jobs -l"
		expect "jobs -l\n[1]+  @{first} Running                 sleep 1h | sleep 2h &\n      @{second} Running\n$ "
		line "jobs -p"
		expect "jobs -p\n@{first}\n$ "
		line "kill -KILL $!"
		fact gone @last
		line "kill %1"
		fact gone @first
	EOF
}

@test "fg of a job that is not there says so, with status 1" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "fg %7"
		expect "fg %7\njsh: fg: %7: no such job\n$ "
		line "echo $?"
		expect "\n1\n$ "
		line "fg"
		expect "fg\njsh: fg: no current job\n$ "
		line "echo $?"
		expect "\n1\n$ "
		line "bg %x"
		expect "\njsh: bg: %x: no such job\n$ "
		line "kill %-"
		expect "\njsh: kill: %-: no such job\n$ "
		line "wait %3; echo $?"
		expect "\njsh: wait: %3: no such job\n127\n$ "
	EOF
}

@test "a job is named by number, mark, beginning or part" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h & sleep 2h & tail -f /dev/null & sleep 3h &"
		expect /\[4\] \d+\n\$ /
		fact count sleep 3
		line "jobs %1 %tail %?2h %- %% %+"
		expect "%+\n[1]   Running                 sleep 1h &\n[3]-  Running                 tail -f /dev/null &\n[2]   Running                 sleep 2h &\n[3]-  Running                 tail -f /dev/null &\n[4]+  Running                 sleep 3h &\n[4]+  Running                 sleep 3h &\n$ "
		line "kill %-"
		fact gone tail
		line "kill %?2h"
		fact gone 2h
		line "kill %%"
		fact gone 3h
		line ":"
		expect "Terminated              sleep 3h\n"
		line "kill %sl"
		fact gone 1h
	EOF
}

@test "an ambiguous name is an error that lists the candidates" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h & sleep 2h & tail -f /dev/null &"
		expect /\[3\] \d+\n\$ /
		fact count sleep 2
		line "kill %sl"
		expect "\njsh: kill: %sl: ambiguous: %1 (sleep 1h), %2 (sleep 2h)\n$ "
		line "echo $?"
		expect "\n1\n$ "
		line "fg %?l"
		expect "\njsh: fg: %?l: ambiguous: %1 (sleep 1h), %2 (sleep 2h), %3 (tail -f /dev/null)\n$ "
		line "bg %?e"
		expect "ambiguous: %1 (sleep 1h), %2 (sleep 2h)"
		expect "$ "
		line "wait %sleep; echo $?"
		expect "\njsh: wait: %sleep: ambiguous: %1 (sleep 1h), %2 (sleep 2h)\n127\n$ "
		fact count sleep 2
		line "kill %1 %2 %3"
		fact gone sleep
		fact gone tail
	EOF
}

@test "the job that stopped last is current, the one before it previous" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h\n$ "
		line "sleep 2h"
		fact fg 2h
		key ^Z
		expect "[2]+  Stopped                 sleep 2h\n$ "
		# One that runs does not come before those that are stopped.
		line "sleep 3h &"
		expect /\[3\] \d+\n\$ /
		line "jobs"
		expect "jobs\n[1]-  Stopped                 sleep 1h\n[2]+  Stopped                 sleep 2h\n[3]   Running                 sleep 3h &\n$ "
		# To be continued makes a job the first of those that run.
		line "bg %2"
		expect "bg %2\n[2]+ sleep 2h &\n$ "
		line "jobs"
		expect "jobs\n[1]+  Stopped                 sleep 1h\n[2]-  Running                 sleep 2h &\n[3]   Running                 sleep 3h &\n$ "
		line "bg"
		expect "bg\n[1]+ sleep 1h &\n$ "
		line "jobs"
		expect "jobs\n[1]+  Running                 sleep 1h &\n[2]-  Running                 sleep 2h &\n[3]   Running                 sleep 3h &\n$ "
		# Stopped again from the foreground: it is the current one again.
		line "fg %3"
		fact fg 3h
		key ^Z
		expect "[3]+  Stopped                 sleep 3h\n$ "
		line "jobs"
		expect "jobs\n[1]-  Running                 sleep 1h &\n[2]   Running                 sleep 2h &\n[3]+  Stopped                 sleep 3h\n$ "
		# When the current one ends the previous one takes its place.
		line "kill %3; wait %3"
		expect "[3]+  Terminated              sleep 3h\n"
		line "jobs"
		expect "jobs\n[1]+  Running                 sleep 1h &\n[2]-  Running                 sleep 2h &\n$ "
		line "kill %1 %2"
		fact gone sleep
	EOF
}

@test "a new job's number is one more than the highest in use" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h & sleep 2h &"
		expect /\[1\] \d+\n\[2\] \d+\n\$ /
		line "kill %1; wait %1"
		expect "[1]-  Terminated              sleep 1h\n"
		line "sleep 3h &"
		expect /\[3\] \d+\n\$ /
		line "kill %2 %3; wait"
		expect "[2]-  Terminated              sleep 2h\n[3]+  Terminated              sleep 3h\n"
		line "sleep 4h &"
		expect /\[1\] \d+\n\$ /
		line "kill %1"
		fact gone sleep
	EOF
}

@test "set -o posix: the lines are POSIX's" {
	ptyrun <<-'EOF'
		spawn $JSH -o posix
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "^Z\n[1] + Stopped (SIGTSTP) sleep 1h\n$ "
		line "sleep 2h &"
		expect /^\[2\] (?P<pid>\d+)\n\$ /
		line "jobs"
		expect "jobs\n[1] + Stopped (SIGTSTP) sleep 1h\n[2] - Running sleep 2h\n$ "
		line "jobs -l %2"
		expect "\n[2] - @{pid} Running sleep 2h\n$ "
		line "bg"
		expect "bg\n[1] sleep 1h\n$ "
		signal STOP 2h
		fact state 2h T
		line "/bin/true"
		expect "[2] + Stopped (SIGSTOP) sleep 2h\n$ "
		line "fg %1"
		expect "fg %1\nsleep 1h\n"
		fact fg 1h
		key ^C
		expect "$ "
		line "(exit 3) & wait %3"
		expect /^\[3\] \d+$/
		expect "[3] - Done(3) ( exit 3 )\n$ "
		line "true & wait %3"
		expect /^\[3\] \d+$/
		expect "[3] - Done true\n$ "
		line "kill %2; wait %2"
		expect "[2] + Terminated sleep 2h\n$ "
		fact gone sleep
	EOF
}

@test "run as sh: the lines are POSIX's" {
	ln -s "$JSH" sh
	ptyrun <<-'EOF'
		spawn ./sh
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "^Z\n[1] + Stopped (SIGTSTP) sleep 1h\n$ "
		line "cat &"
		expect /^\[2\] \d+\n/
		fact state cat T
		line "/bin/true"
		expect "[2] + Stopped (SIGTTIN) cat\n$ "
		line "kill %1 %2"
		fact gone cat
		fact gone sleep
	EOF
}

@test "kill -STOP from outside stops the foreground job" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		signal STOP 1h
		expect "sleep 1h\n\n[1]+  Stopped (signal)        sleep 1h\n$ "
		fact fg shell
		line "echo $?"
		expect "\n147\n$ "
		line "fg"
		fact fg 1h
		fact state 1h S
		key ^C
		expect "$ "
		fact gone 1h
	EOF
}

@test "a job in the background is stopped, continued and killed from outside" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<pid>\d+)\n\$ /
		signal STOP @pid
		expect "[1]+  Stopped (signal)        sleep 1h\n$ "
		signal CONT @pid
		fact state @pid S
		line "jobs"
		expect "jobs\n[1]+  Running                 sleep 1h &\n$ "
		signal KILL @pid
		expect "[1]+  Killed                  sleep 1h\n$ "
		line "wait @{pid}; echo $?"
		expect "\n137\n$ "
		line "jobs"
		expect "jobs\n$ "
	EOF
}

@test "a stopped job that is continued from outside runs in the background" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h\n$ "
		signal CONT 1h
		fact state 1h S
		fact fg shell
		line "jobs"
		expect "jobs\n[1]+  Running                 sleep 1h &\n$ "
		line "bg"
		expect "bg\njsh: bg: %1: is running in the background already\n$ "
		line "fg"
		expect "fg\nsleep 1h\n"
		fact fg 1h
		key ^C
		expect "$ "
	EOF
}

@test "a foreground job that is killed from outside is told by its signal" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		signal KILL 1h
		expect "sleep 1h\nKilled\n$ "
		line "echo $?"
		expect "\n137\n$ "
		line "sleep 1h"
		fact fg 1h
		signal TERM 1h
		expect "Terminated\n$ "
		line "ulimit -c 0; sleep 1h"
		fact fg 1h
		key ^\
		expect "^\\Quit\n$ "
		line "echo $?"
		expect "\n131\n$ "
		fact fg shell
	EOF
}

@test "a job in the background that reads the terminal stops until fg" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "cat &"
		expect /^\[1\] \d+$/
		expect "[1]+  Stopped (tty input)     cat\n$ "
		fact state cat T
		fact fg shell
		line "fg"
		expect "fg\ncat\n"
		fact fg cat
		line "hello"
		expect "hello\nhello\n"
		eof
		expect "$ "
		fact gone cat
	EOF
}

@test "with stty tostop a job in the background that writes stops until fg" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "stty tostop"
		expect "$ "
		line "$PROBE say written &"
		expect /^\[1\] \d+$/
		expect "[1]+  Stopped (tty output)    $PROBE say written\n$ "
		fact state probe T
		line "fg"
		expect "say written\nwritten\n$ "
		fact gone probe
		fact mode tostop on
		# The shell itself may write whatever the mode.
		line "echo not stopped"
		expect "\nnot stopped\n$ "
	EOF
}

@test "all members of a pipeline are in one group, which has the terminal" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h | sleep 2h | (sleep 3h; true)"
		fact count sleep 3
		fact group 1h 2h 3h
		fact leader 1h
		fact fg sleep
		fact not fg shell
		fact session shell sleep
		key ^Z
		expect "[1]+  Stopped                 sleep 1h | sleep 2h | ( sleep 3h; true )\n$ "
		fact state sleep T
		fact fg shell
		line "bg"
		expect "[1]+ sleep 1h | sleep 2h | ( sleep 3h; true ) &\n$ "
		fact state sleep S
		fact fg shell
		line "fg"
		fact fg sleep
		key ^C
		expect "$ "
		fact gone sleep
		fact fg shell
	EOF
}

@test "^C reaches every member of the foreground job and nobody else" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h | sleep 2h &"
		expect /^\[1\] \d+\n\$ /
		line "sleep 3h"
		fact fg 3h
		key ^Z
		expect "[2]+  Stopped                 sleep 3h\n$ "
		line "sleep 4h | sleep 5h | $PROBE catch INT pause"
		fact fg 4h
		fact fg 5h
		fact catches probe INT
		key ^C
		expect "caught INT\n"
		fact gone 4h
		fact gone 5h
		fact state 1h S
		fact state 2h S
		fact state 3h T
		fact fg probe
		fact not gone shell
		signal KILL probe
		expect "$ "
		line "kill %1 %2"
		fact gone sleep
	EOF
}

@test "^\\ reaches every member of the foreground job and nobody else" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "ulimit -c 0; sleep 1h | sleep 2h &"
		expect /^\[1\] \d+\n\$ /
		line "sleep 4h | sleep 5h"
		fact fg 4h
		fact fg 5h
		key ^\
		expect "Quit\n$ "
		fact gone 4h
		fact gone 5h
		fact state sleep S
		fact count sleep 2
		line "echo $?"
		expect "\n131\n$ "
		line "kill %1"
		fact gone sleep
	EOF
}

@test "^Z reaches every member of the foreground job and nobody else" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h | sleep 2h &"
		expect /^\[1\] \d+\n\$ /
		line "sleep 4h | sleep 5h"
		fact fg 4h
		fact fg 5h
		key ^Z
		expect "[2]+  Stopped                 sleep 4h | sleep 5h\n$ "
		fact state 4h T
		fact state 5h T
		fact state 1h S
		fact state 2h S
		fact state shell S
		line "kill %1 %2"
		fact gone sleep
	EOF
}

@test "a pipeline whose reader leaves early ends" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "yes | head -1000 | wc -l"
		expect "wc -l\n1000\n$ "
		fact gone yes
		fact fg shell
		line "echo $?"
		expect "\n0\n$ "
		line "yes | head -1000 | wc -l &"
		expect "1000\n"
		expect "[1]+  Done                    yes | head -1000 | wc -l\n"
	EOF
}

@test "a pipeline is stopped when all of its members are" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h | sleep 2h"
		fact fg 1h
		fact fg 2h
		signal STOP 1h
		fact state 1h T
		fact fg 2h
		signal STOP 2h
		expect "[1]+  Stopped (signal)        sleep 1h | sleep 2h\n$ "
		fact fg shell
		line "fg"
		fact state sleep S
		fact fg sleep
		signal KILL 1h
		fact gone 1h
		key ^Z
		expect "[1]+  Stopped                 sleep 1h | sleep 2h\n$ "
		line "kill %1"
		expect "[1]+  Terminated"
		fact gone sleep
	EOF
}

@test "statuses are remembered after the job was told" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "(exit 7) & a=$!"
		expect "[1]+  Exit 7                  ( exit 7 )\n"
		line "(exit 8) & b=$!"
		expect "[1]+  Exit 8                  ( exit 8 )\n"
		line "sleep 1h & c=$!"
		expect /^\[1\] \d+\n/
		line "kill -KILL $c"
		expect "[1]+  Killed                  sleep 1h\n"
		line "true & d=$!"
		expect "[1]+  Done                    true\n"
		line "wait $b; echo $?; wait $a; echo $?; wait $d; echo $?"
		expect "\n8\n7\n0\n$ "
		line "wait $c; echo $?"
		expect "\n137\n$ "
		# They are given out once.
		line "wait $a; echo $?"
		expect "is not a child of this shell\n127\n$ "
	EOF
}

@test "a job's end is told at once, and with set +b before the next prompt" {
	[[ ${JSH_EDITOR-} != plain ]] ||
		skip "the plain editor cannot show again what was typed"
	mkfifo go
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "read x <go &"
		expect /^\[1\] (?P<pid>\d+)\n\$ /
		line "set -o | grep -c '^notify *on'"
		expect "\n1\n$ "
		send "echo half"
		expect "echo half"
		signal TERM @pid
		expect "[1]+  Terminated              read x < go\n"
		expect "$ echo half"
		line " typed"
		expect "half typed\n$ "
		line "set +b"
		expect "$ "
		line "read x <go &"
		expect /^\[1\] (?P<pid>\d+)\n\$ /
		send "echo half"
		expect "echo half"
		signal TERM @pid
		fact gone @pid
		line " typed"
		expect " typed\nhalf typed\n[1]+  Terminated              read x < go\n$ "
		line "set -b"
		expect "$ "
		line "read x <go &"
		expect /^\[1\] (?P<pid>\d+)\n\$ /
		signal TERM @pid
		expect "[1]+  Terminated              read x < go\n$ "
	EOF
}

@test "jsh +b tells of jobs before the next prompt from the start" {
	ptyrun <<-'EOF'
		spawn $JSH +b
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] (?P<pid>\d+)\n\$ /
		send "echo half"
		expect "echo half"
		signal TERM @pid
		fact gone @pid
		line " typed"
		expect " typed\nhalf typed\n[1]+  Terminated              sleep 1h\n$ "
	EOF
}

@test "news of several jobs comes in one go, by number, with the marks of before" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h & sleep 2h & sleep 3h & sleep 4h &"
		expect /\[4\] \d+\n\$ /
		fact count sleep 4
		line "$PROBE pause"
		fact fg probe
		signal KILL 2h
		signal STOP 3h
		signal TERM 1h
		fact gone 2h
		fact gone 1h
		fact state 3h T
		signal INT probe
		expect "\n[1]   Terminated              sleep 1h\n[2]   Killed                  sleep 2h\n[3]+  Stopped (signal)        sleep 3h\n$ "
		line "jobs"
		expect "jobs\n[3]+  Stopped (signal)        sleep 3h\n[4]-  Running                 sleep 4h &\n$ "
		line "kill %3 %4"
		fact gone sleep
	EOF
}

@test "jobs lists a job that has ended once" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "set +b; sleep 1h &"
		expect /^\[1\] (?P<pid>\d+)\n\$ /
		signal KILL @pid
		fact gone @pid
		line "jobs; echo; jobs"
		expect "jobs\n[1]+  Killed                  sleep 1h\n\n$ "
	EOF
}

@test "bg takes several jobs, and says which" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "Stopped                 sleep 1h\n$ "
		line "sleep 2h"
		fact fg 2h
		key ^Z
		expect "Stopped                 sleep 2h\n$ "
		line "bg %1 %2; echo $?"
		expect "\n[1]- sleep 1h &\n[2]+ sleep 2h &\n0\n$ "
		fact state sleep S
		fact fg shell
		line "wait %1 &"
		expect "$ "
		line "kill %1 %2"
		fact gone sleep
	EOF
}

@test "^C ends wait, not the job" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h &"
		expect /^\[1\] \d+\n\$ /
		line "wait"
		expect "wait\n"
		fact fg shell
		fact mode icanon on
		key ^C
		expect "$ "
		line "echo $?"
		expect "\n130\n$ "
		fact state 1h S
		line "wait %1"
		expect "wait %1\n"
		signal STOP 1h
		expect "[1]+  Stopped (signal)        sleep 1h\n$ "
		line "echo $?"
		expect "\n147\n$ "
		line "kill %1"
		fact gone sleep
	EOF
}

@test "kill lets a stopped job act on TERM and HUP, and leaves it at USR1" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE catch TERM catch USR1 wait 2 say bye"
		fact catches probe TERM USR1
		key ^Z
		expect "Stopped"
		expect "$ "
		line "kill -USR1 %1"
		expect "$ "
		fact state probe T
		line "kill %1"
		expect "caught"
		expect "caught"
		expect "bye\n"
		fact gone probe
	EOF
}

@test "a stopped job that kill was told to end is one that wait waits for" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE catch TERM catch USR1 wait 2"
		fact catches probe TERM USR1
		key ^Z
		expect "Stopped"
		expect "$ "
		line "kill %1; wait %1; echo is $?"
		expect "caught TERM\n"
		fact state probe S
		signal USR1 probe
		expect "is 0\n"
		absent /^is/
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "Stopped"
		expect "$ "
		line "kill -KILL %1; wait %1; echo is $?"
		expect "\nis 137\n"
	EOF
}
