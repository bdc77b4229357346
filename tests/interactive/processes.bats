#!/usr/bin/env bats
#
# processes.bats - the programs of examples/processes, played on a terminal
#
# The kernel is the witness: process groups, the terminal's foreground group and
# states are read from it, not concluded from what the shell prints. Each step
# may take 60 s (ptyrun's time-out). Python may write a line's end by itself: if it
# runs in the background a prompt or a hang-up may come before that.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

setup() {
	common_setup
	cp "$TOP_SRCDIR"/examples/processes/*.py .
}

# For the programs time passes when the test says so: USR1 ends what takes a while
# now, or else the next that does, and USR2 ends all from then on. (Not for ptyrun:
# the scripts set PYTHONPATH.)
time_on_demand() {
	mkdir clock
	cat >clock/sitecustomize.py <<-'EOF'
		import os, select, signal, time
		ticks, ticker = os.pipe()
		os.set_blocking(ticker, False)
		signal.set_wakeup_fd(ticker)  # gets a byte at once: the number
		for number in signal.SIGUSR1, signal.SIGUSR2:
		    signal.signal(number, lambda *_: None)
		now = 0
		looked = False  # at the clock, since it went on
		hurry = False
		def sleep(_seconds):
		    global hurry
		    hurry = hurry or os.read(ticks, 1)[0] == signal.SIGUSR2
		def monotonic():
		    global looked, now
		    goes_on = looked and select.select([ticks], [], [], 0)[0]
		    if goes_on:
		        os.read(ticks, 1)
		        now += 1000
		    looked = not goes_on
		    return now
		time.sleep = sleep
		time.monotonic = monotonic
	EOF
}

@test "a parent and its child: the parent is a child of the shell" {
	ptyrun <<-'EOF'
		spawn $JSH
		let shell shell
		expect "$ "
		line "python3 parent.py"
		expect /^child:  pid \d+, ppid (?P<parent>\d+)$/
		expect "parent: pid @{parent}, ppid @{shell}\n$ "
		fact gone parent.py
		eof
		status 0
	EOF
}

@test "a program runs, sleeps, stops itself, and goes on with fg" {
	time_on_demand
	ptyrun <<-'EOF'
		env PYTHONPATH=clock
		spawn $JSH
		expect "$ "
		line "python3 easy.py 2"
		expect "running ("
		fact state easy.py R
		fact fg easy.py
		fact leader easy.py
		signal USR1 easy.py
		expect "sleeping\n"
		fact state easy.py S
		signal USR1 easy.py
		expect "stopping\n"
		expect "[1]+  Stopped                 python3 easy.py 2\n$ "
		fact state easy.py T
		fact fg shell
		line "fg"
		expect "python3 easy.py 2\ncontinued\n$ "
		fact gone easy.py
		line "echo $?"
		expect "\n0\n$ "
	EOF
}

@test "^Z stops, & starts in the background, jobs lists, fg brings back" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "python3 easy.py 100"
		expect "running ("
		key ^Z
		expect "^Z\n[1]+  Stopped                 python3 easy.py 100\n$ "
		fact state easy.py T
		fact fg shell
		line "python3 example.py 100 &"
		# Either may be the first.
		expect /(?s:(?=.*\[2\] (?P<pid>\d+)\n)(?=.*line 1))/
		fact leader @pid
		fact state @pid S
		fact not fg @pid
		fact session @pid shell
		line "jobs"
		expect "jobs\n[1]+  Stopped                 python3 easy.py 100\n[2]-  Running                 python3 example.py 100 &\n$ "
		line "fg %1"
		expect "fg %1\npython3 easy.py 100\n"
		fact fg easy.py
		fact state easy.py R
		key ^C
		expect "KeyboardInterrupt\n"
		expect "$ "
		fact gone easy.py
		fact state @pid S
		line "kill %2"
		expect "$ "
		fact gone @pid
	EOF
}

@test "^C ends a program by KeyboardInterrupt" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "python3 example.py 0.05"
		expect "line 3\n"
		fact fg example.py
		key ^C
		expect "KeyboardInterrupt\n"
		expect "$ "
		fact gone example.py
		fact fg shell
		line "echo $?"
		expect "\n130\n$ "
	EOF
}

@test "a program that catches SIGINT goes on in the foreground" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "ulimit -c 0; python3 catch_int.py"
		expect "try ^C"
		fact catches catch_int.py INT
		key ^C
		expect "caught SIGINT, going on\n"
		key ^C
		expect "caught SIGINT, going on\n"
		fact fg catch_int.py
		key ^\
		expect "$ "
		fact gone catch_int.py
		line "echo $?"
		expect "\n131\n$ "
	EOF
}

@test "kill %1 asks a program to end, and it tidies up" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "python3 catch_term.py &"
		expect "waiting for SIGTERM"
		fact waits catch_term.py
		line "kill %1"
		expect "caught SIGTERM, tidying up\n"
		fact gone catch_term.py
		line
		expect "[1]+  Done                    python3 catch_term.py\n"
	EOF
}

@test "SIGTERM from outside ends a program in the foreground" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "python3 catch_term.py"
		expect "waiting for SIGTERM\n"
		signal TERM catch_term.py
		expect "caught SIGTERM, tidying up\n$ "
		line "echo $?"
		expect "\n0\n$ "
	EOF
}

@test "a closed terminal tells the program in the foreground" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "python3 hangup.py"
		expect "close the terminal\n"
		fact fg hangup.py
		hangup
		fact file hangup.txt "SIGHUP arrived: the terminal was closed\n"
		fact gone hangup.py
		fact gone shell
	EOF
}

@test "a closed terminal tells a program in the background" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "python3 hangup.py &"
		expect "close the terminal"
		fact waits hangup.py
		fact not fg hangup.py
		hangup
		fact file hangup.txt "SIGHUP arrived: the terminal was closed\n"
		fact gone hangup.py
		fact gone shell
	EOF
}

@test "a closed terminal continues and tells a stopped program" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "python3 hangup.py"
		expect "close the terminal\n"
		key ^Z
		expect "Stopped"
		fact state hangup.py T
		hangup
		fact file hangup.txt "SIGHUP arrived: the terminal was closed\n"
		fact gone hangup.py
		fact gone shell
	EOF
}

@test "a count in front is stopped, goes on behind, and is brought back" {
	time_on_demand
	ptyrun <<-'EOF'
		env PYTHONPATH=clock
		spawn $JSH
		expect "$ "
		line "python3 count.py 0.2"
		expect "1\n"
		signal USR1 count.py
		expect "2\n"
		fact fg count.py
		key ^Z
		expect "[1]+  Stopped                 python3 count.py 0.2\n$ "
		fact state count.py T
		fact fg shell
		line "bg"
		expect "[1]+ python3 count.py 0.2 &\n"
		fact state count.py RS
		fact not fg count.py
		signal USR1 count.py
		expect "3"
		line "fg"
		expect "python3 count.py 0.2\n"
		fact fg count.py
		signal USR2 count.py
		expect /^30$/
		expect "$ "
		fact gone count.py
		fact fg shell
	EOF
}

@test "a count under nohup outlives the terminal and fills nohup.out" {
	time_on_demand
	ptyrun <<-'EOF'
		env PYTHONPATH=clock
		spawn $JSH
		expect "$ "
		line "nohup python3 count.py 0.2 &"
		fact file nohup.out /^1$/
		fact ignores count.py HUP
		hangup
		status HUP
		fact not gone count.py
		signal USR1 count.py
		fact file nohup.out /^2$/
		signal USR2 count.py
		fact file nohup.out /^30$/
		fact gone count.py
	EOF
	[[ $(stat -c %a nohup.out) == 600 ]]
}
