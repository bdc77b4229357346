#!/usr/bin/env bats
#
# manual.bats - the sessions of the manual's JOB CONTROL, byte for byte
#
# Each test plays a session and then finds its lines in doc/jsh.1. Pids are
# those of the page there, and those of the kernel here.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

# The lines on standard input follow one another in the manual.
in_manual() {
	local session manual
	session=$(cat)
	manual=$(<"$TOP_SRCDIR/doc/jsh.1")
	[[ $manual == *$'\n'"$session"$'\n'* ]] || fail "not there: $session"
}

@test "the manual's session of stopping and going on is what jsh prints" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "sleep 1h\n^Z\n[1]+  Stopped                 sleep 1h\n$ "
		line "sleep 2h &"
		expect /^\[2\] \d+\n\$ /
		line "jobs"
		expect "jobs\n[1]+  Stopped                 sleep 1h\n[2]-  Running                 sleep 2h &\n$ "
		line "bg %1"
		expect "bg %1\n[1]+ sleep 1h &\n$ "
		line "fg %2"
		expect "fg %2\nsleep 2h\n"
		fact fg 2h
		key ^C
		expect "^C\n$ "
		line "kill %1"
		expect "[1]+  Terminated              sleep 1h\n"
	EOF
	in_manual <<-'EOF'
		$ sleep 1h
		^Z
		[1]+  Stopped                 sleep 1h
		$ sleep 2h &
		[2] 4243
		$ jobs
		[1]+  Stopped                 sleep 1h
		[2]-  Running                 sleep 2h &
		$ bg %1
		[1]+ sleep 1h &
		$ fg %2
		sleep 2h
		^C
		$ kill %1
		[1]+  Terminated              sleep 1h
	EOF
}

@test "the manual's session of a pipeline and a stopped job is what ps shows" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "sleep 1h | sleep 2h &"
		expect /^\[1\] (?P<last>\d+)\n\$ /
		let first 1h
		line "sleep 3h"
		fact fg 3h
		key ^Z
		expect "^Z\n[2]+  Stopped                 sleep 3h\n$ "
		fact group @first @last
		fact leader 3h
		line "ps -o pid,ppid,pgid,sid,tpgid,stat,args"
		expect /PID +PPID +PGID +SID +TPGID STAT COMMAND\n/
		# In the order of the pids, which begin anew some time.
		expect /(?s:(?=.* S[N<]? +sleep 1h\n)(?=.* S[N<]? +sleep 2h\n)(?=.* T[N<]? +sleep 3h\n)(?=.* R[N<]?\+ +ps -o pid,ppid,pgid,sid,tpgid,stat,args\n))(.+\n){5}\$ /
		line "kill %1 %2"
		fact gone sleep
	EOF
	in_manual <<-'EOF'
		$ sleep 1h | sleep 2h &
		[1] 4243
		$ sleep 3h
		^Z
		[2]+  Stopped                 sleep 3h
	EOF
}

@test "the manual's session of a reader in the background is what jsh prints" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "cat &"
		expect /^\[1\] \d+\n/
		expect "[1]+  Stopped (tty input)     cat\n"
		line "fg"
		expect "cat\n"
		fact fg cat
		key ^C
		expect "^C\n$ "
	EOF
	in_manual <<-'EOF'
		$ cat &
		[1] 4242
		[1]+  Stopped (tty input)     cat
		$ fg
		cat
	EOF
}

@test "the manual's session of make && ./run is what jsh prints" {
	mkdir bin
	cat >bin/make <<-'EOF'
		#!/usr/bin/env python3
		import signal
		signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
		print("compiling", flush=True)
		signal.sigwait({signal.SIGUSR1})
		print("built")
	EOF
	printf '#!/bin/sh\necho running\n' >run
	chmod +x bin/make run
	PATH=$PWD/bin:$PATH
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "make && ./run"
		expect "make && ./run\ncompiling\n"
		key ^Z
		expect "^Z\n[1]+  Stopped                 make && ./run\n$ "
		line "fg"
		expect "fg\nmake && ./run\n"
		fact fg make
		signal USR1 make
		expect "built\nrunning\n$ "
	EOF
	in_manual <<-'EOF'
		$ make && ./run
		compiling
		^Z
		[1]+  Stopped                 make && ./run
		$ fg
		make && ./run
		built
		running
	EOF
}
