#!/usr/bin/env bats
#
# job-reports.bats - what an interactive shell tells of its jobs: why they
# stopped, what long ones have cost, and that one has ended meanwhile
#
# With JOBREPORT=0 every job is a long one. `sleep 1h` and `sleep 2h` are told
# apart by their argument. A process may be seen stopped before its shell is told;
# when another child has ended it knows of both. Each step may take 60 s (ptyrun's
# time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	unset JOBREPORT
	# Uses CPU time before it ends, with status $1.
	cat >burn <<-'EOF'
		i=0
		while [ $i -lt 30000 ]; do i=$((i + 1)); done
		exit $1
	EOF
}

@test "each stop has its reason" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "^Z\n[1]+  Stopped                 sleep 1h\n$ "
		line "sleep 2h & kill -STOP $!"
		expect "[2]+  Stopped (signal)        sleep 2h\n"
		line "cat &"
		expect "[3]+  Stopped (tty input)     cat\n"
		line "stty tostop; sh -c 'exec echo x' &"
		expect "[4]+  Stopped (tty output)    sh -c 'exec echo x'\n"
		line "echo; jobs -F '%n %s %r\n'"
		expect "1 stopped tty stop\n2 stopped signal\n3 stopped tty input\n4 stopped tty output\n"
		line "kill -KILL %1 %2 %3 %4; wait"
		fact gone cat
		fact gone 1h
		fact gone 2h
	EOF
}

@test "each stop has its reason in the standard's words" {
	ptyrun <<-'EOF'
		spawn $JSH -o posix
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^Z
		expect "^Z\n[1] + Stopped (SIGTSTP) sleep 1h\n$ "
		line "sleep 2h &"
		expect "$ "
		fact state 2h S
		signal STOP 2h
		fact state 2h T
		line "/bin/true"
		expect "[2] + Stopped (SIGSTOP) sleep 2h\n"
		line "cat &"
		fact state cat T
		line "/bin/true"
		expect "[3] + Stopped (SIGTTIN) cat\n"
		line "stty tostop; sh -c 'exec echo x' &"
		fact state echo T
		line "/bin/true"
		expect "[4] + Stopped (SIGTTOU) sh -c 'exec echo x'\n"
		line "kill -KILL %1 %2 %3 %4; wait"
		fact gone cat
		fact gone 1h
		fact gone 2h
	EOF
}

@test "a core dump is told with the end" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "ulimit -c unlimited; sleep 1h &"
		expect /\[1\] \d+/
		signal SEGV 1h
		expect /\[1\]\+  Segmentation fault      (\(core dumped\) )?sleep 1h\n/
	EOF
}

@test "a background job over JOBREPORT has its cost in its line" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "JOBREPORT=0; sh burn 3 &"
		expect /\[1\]\+  Exit 3                  sh burn 3 \(took \d+\.\d s, CPU \d+\.\d s, \d+ (KiB|MiB)\)\n/
		line "sleep 1h & kill $!"
		expect /\[1\]\+  Terminated              sleep 1h \(took \d+\.\d s, CPU \d+\.\d s, \d+ (KiB|MiB)\)\n/
	EOF
}

@test "a background job within JOBREPORT is told as ever" {
	for value in '' 10 0x0 1e0 -1; do
		ptyrun <<-EOF
			spawn \$JSH
			expect "$ "
			line "JOBREPORT=$value; sh burn 3 &"
			expect "[1]+  Exit 3                  sh burn 3\n"
		EOF
	done
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sh burn 3 &"
		expect "[1]+  Exit 3                  sh burn 3\n"
	EOF
}

@test "a stopped job is not charged for" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "JOBREPORT=0; sleep 1h & kill -STOP $!"
		expect "[1]+  Stopped (signal)        sleep 1h\n$ "
		line "fg"
		expect "\nsleep 1h\n"
		fact fg 1h
		key ^Z
		expect "^Z\n[1]+  Stopped                 sleep 1h\n$ "
		line "kill -KILL %1"
		expect /Killed                  sleep 1h \(took/
	EOF
}

@test "a foreground job whose CPU time is over JOBREPORT has a line of its own" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "JOBREPORT=0.0001; sh burn 0 | cat; echo next"
		expect /^took \d+\.\d s, CPU \d+\.\d s, \d+ (KiB|MiB)\nnext\n\$ /
		line "sh -c 'kill -KILL $$'; sh burn 7; echo $?"
		expect /^took \d+\.\d s, CPU .*\n7\n\$ /
	EOF
}

@test "a foreground job that used little CPU time is not reported, however long" {
	mkfifo hold
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "JOBREPORT=1"
		expect "$ "
		line "sh -c 'read line <hold; echo read'; echo next"
		fact state sh S
		ahead line ""
		signal KILL sh
		expect "Killed\nnext\n"
		absent "took"
	EOF
}

@test "^C of a long foreground job leaves one row" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "JOBREPORT=0"
		expect "$ "
		line "sleep 1h"
		fact fg 1h
		key ^C
		expect "^C\n$ "
		absent "took"
	EOF
}

@test "posix mode and scripts report no cost" {
	ptyrun <<-'EOF'
		spawn $JSH -o posix
		expect "$ "
		line "JOBREPORT=0; sh burn 3"
		expect "$ "
		line "sh burn 3 & wait; sh burn 4"
		expect "[1] + Done(3) sh burn 3\n"
		absent "took"
	EOF
	JOBREPORT=0 run_jsh -c 'sh burn 0; sh burn 0 & wait'
	assert_stderr ''
}

# Start a job, then another in the foreground; end the first; what the terminal
# gets meanwhile is in `raw`.
ends_meanwhile() { # STEPS...
	mkfifo hold 2>/dev/null || true
	{
		printf '%s\n' "$@"
		cat <<-'EOF'
			record raw
			spawn $JSH
			expect "$ "
			line "JOBREPORT=0; sleep 1h &"
			expect "$ "
			line "sleep 2h"
			fact fg 2h
			signal TERM 1h
			fact gone 1h
			key ^C
			expect "$ "
			line "exit"
			status 130
		EOF
	} | ptyrun
}

@test "a long job that ends while another runs is announced by the terminal" {
	ends_meanwhile 'env TERM=xterm-kitty'
	run -0 cat -v raw
	assert_output --regexp '\^\[\]99;;Terminated after [0-9]+\.[0-9] s: sleep 1h\^\[\\'
	ends_meanwhile 'env TERM_PROGRAM=iTerm.app'
	run -0 cat -v raw
	assert_output --regexp '\^\[\]9;Terminated after [0-9]+\.[0-9] s: sleep 1h\^\[\\'
	ends_meanwhile 'env VTE_VERSION=7006'
	run -0 cat -v raw
	assert_output --regexp \
		'\^\[\]777;notify;jsh;Terminated after [0-9]+\.[0-9] s: sleep 1h\^\[\\\^G'
}

@test "a terminal of which nothing is known gets the bell" {
	ends_meanwhile 'env TERM=xterm'
	run -0 cat -v raw
	assert_output --partial $'^G'
	refute_output --partial '^[]9'
	ends_meanwhile 'env TMUX=x,1,0' 'env KITTY_WINDOW_ID=1'
	run -0 cat -v raw
	assert_output --partial $'^G'
	refute_output --partial '^[]9'
}

@test "a dumb terminal gets nothing" {
	ends_meanwhile 'env TERM=dumb'
	run -0 cat -v raw
	refute_output --partial '^G'
}

@test "it is announced while the foreground job runs, not at its end" {
	ptyrun <<-'EOF'
		env TERM=xterm-kitty
		record raw
		spawn $JSH
		expect "$ "
		line "JOBREPORT=0; stty tostop; sleep 1h &"
		expect "$ "
		line "sleep 2h"
		fact fg 2h
		signal TERM 1h
		fact file raw "\e]99;;Terminated after"
		fact fg 2h
		key ^C
		expect "$ "
	EOF
}

@test "set +o notifylong, a job within JOBREPORT and posix mode announce nothing" {
	for start in '$JSH +o notifylong' '$JSH -o posix' 'env JOBREPORT=99 $JSH'; do
		ptyrun <<-EOF
			record raw
			spawn $start
			expect "$ "
			line "test \$JOBREPORT || JOBREPORT=0; sleep 1h &"
			expect "$ "
			line "sleep 2h"
			fact fg 2h
			signal TERM 1h
			fact gone 1h
			key ^C
			expect "$ "
		EOF
		run -0 cat -v raw
		refute_output --partial '^G'
	done
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "set -o | grep notifylong"
		expect /^notifylong +on .*\n\$ /
		line "set +o notifylong; set -o | grep notifylong"
		expect /^notifylong +off /
	EOF
	run_jsh -c 'set -o'
	assert_line --regexp '^notifylong +off '
}

@test "at the prompt only a terminal that knows its focus is told" {
	ptyrun <<-'EOF'
		env TERM=xterm-kitty
		record raw
		spawn $JSH
		expect "$ "
		line "JOBREPORT=0; sleep 1h &"
		expect "$ "
		signal TERM 1h
		fact file raw "\e]99;o=unfocused;Terminated after"
		expect "[1]+  Terminated              sleep 1h (took"
	EOF
	ptyrun <<-'EOF'
		record raw
		spawn $JSH
		expect "$ "
		line "JOBREPORT=0; sleep 1h &"
		expect "$ "
		signal TERM 1h
		expect "[1]+  Terminated              sleep 1h (took"
	EOF
	run -0 cat -v raw
	refute_output --partial '^G'
}
