#!/usr/bin/env bats
#
# continuation.bats - ^Z in the middle of more than one command
#
# A stopped list stops as a whole and goes on as a whole: the rest does not run
# at the stop, and is not lost. ./one and ./two are programs that end well when
# they get SIGUSR1 ("caught USR1"). Each step may take 60 s (ptyrun's time-out).
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

setup() {
	common_setup
	local name
	for name in one two; do
		ln -s "$PROBE" $name.probe
		printf '%s\n' '#!/bin/sh' \
			"exec ./$name.probe catch USR1 wait 1" >$name
		chmod +x $name
	done
}

@test "a && b: fg runs the rest" {
	ptyrun <<-'EOF'
		spawn $JSH
		let shell shell
		expect "$ "
		line "./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "DONE\n^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		fact state one.probe T
		fact parent one.probe shell
		fact fg shell
		line "echo $?"
		expect "\n148\n$ "
		line "jobs"
		expect "jobs\n[1]+  Stopped                 ./one && echo DONE\n$ "
		line "fg"
		expect "fg\n./one && echo DONE\n"
		fact fg one.probe
		fact state one.probe S
		signal USR1 one.probe
		expect "caught USR1\nDONE\n$ "
		line "jobs; echo $?"
		expect "echo $?\n0\n$ "
		fact fg shell
	EOF
}

@test "a && b: the rest does not run when what was stopped fails" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo DONE || echo FAILED"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE || echo FAILED\n$ "
		line "fg"
		fact fg one.probe
		signal TERM one.probe
		expect /^FAILED\n\$ /
		absent /^DONE/
		line "echo $?"
		expect "\n0\n$ "
	EOF
}

@test "a; b: fg runs the rest, and its status is that of the whole" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; echo DONE; (exit 5)"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one; echo DONE; ( exit 5 )\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nDONE\n$ "
		line "echo $?"
		expect "\n5\n$ "
	EOF
}

@test "bg runs the rest in the background" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && ./two && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && ./two && echo DONE\n$ "
		line "bg"
		expect "bg\n[1]+ ./one && ./two && echo DONE &\n$ "
		fact state one.probe S
		fact fg shell
		signal USR1 one.probe
		expect "caught USR1\n"
		fact catches two.probe USR1
		fact not fg two.probe
		fact fg shell
		line "jobs"
		expect "jobs\n[1]+  Running                 ./one && ./two && echo DONE &\n$ "
		signal USR1 two.probe
		expect "caught USR1\nDONE\n"
		expect "[1]+  Done                    ./one && ./two && echo DONE\n"
		fact gone two.probe
		fact fg shell
	EOF
}

@test "what went on by bg is brought back by fg, and its rest has the terminal" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; cat"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 ./one; cat\n$ "
		line "bg"
		expect "./one; cat &\n$ "
		signal USR1 one.probe
		expect "caught USR1\n"
		fact state cat T
		expect "[1]+  Stopped (tty input)     ./one; cat\n$ "
		line "fg"
		expect "fg\n./one; cat\n"
		fact fg cat
		line "hello"
		expect "hello\nhello\n"
		eof
		expect "$ "
		fact fg shell
	EOF
}

@test "SIGCONT from outside to the group runs the rest in the background" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		signal-group CONT one.probe
		fact state one.probe S
		fact fg shell
		signal USR1 one.probe
		expect "caught USR1\nDONE\n"
		expect "[1]+  Done                    ./one && echo DONE\n"
	EOF
}

@test "SIGCONT from outside to what was stopped alone is enough" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		signal CONT one.probe
		fact state one.probe S
		signal USR1 one.probe
		expect "caught USR1\nDONE\n"
		expect "[1]+  Done                    ./one && echo DONE\n"
	EOF
}

@test "^C after fg ends all of it" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one; echo DONE\n$ "
		line "fg"
		expect "fg\n./one; echo DONE\n"
		fact fg one.probe
		fact state one.probe S
		key ^C
		expect "^C\n$ "
		fact gone one.probe
		line "echo $?; jobs"
		expect "jobs\n130\n$ "
	EOF
}

@test "^C in a list ends all of it, stopped before or not" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "for i in 1 2; do ./one; done; echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^C
		expect "DONE\n^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
	EOF
}

@test "kill %1 ends all of it" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; touch ran"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one; touch ran\n$ "
		line "kill %1"
		expect "[1]+  Terminated              ./one; touch ran\n"
		fact gone one.probe
		fact count jsh 1
		line "jobs; ls ran"
		expect "ls: cannot access 'ran': No such file or directory\n$ "
	EOF
}

@test "closing the terminal ends all of it" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; touch ran"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one; touch ran\n$ "
		hangup
		fact gone one.probe
		fact gone jsh
		fact not file ran
	EOF
	[[ ! -e ran ]]
}

@test "closing the terminal while the rest runs ends all of it" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; ./two; touch ran"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped"
		expect "$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
		fact fg two.probe
		hangup
		fact gone two.probe
		fact gone jsh
	EOF
	[[ ! -e ran ]]
}

@test "stopped again in the same command" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		line "fg"
		expect "fg\n./one && echo DONE\n"
		fact fg one.probe
		fact state one.probe S
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		fact state one.probe T
		fact fg shell
		line "echo $?"
		expect "\n148\n$ "
		line "bg"
		expect "./one && echo DONE &\n$ "
		fact state one.probe S
		line "fg"
		expect "./one && echo DONE\n"
		fact fg one.probe
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nDONE\n$ "
	EOF
}

@test "stopped again in the rest" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; ./two; echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one; ./two; echo DONE\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one; ./two; echo DONE\n$ "
		fact state two.probe T
		fact fg shell
		line "echo $?"
		expect "\n148\n$ "
		line "fg"
		expect "fg\n./one; ./two; echo DONE\n"
		fact fg two.probe
		signal USR1 two.probe
		expect "caught USR1\nDONE\n$ "
		fact count jsh 1
	EOF
}

@test "fg && b stopped again is one job with all of the rest" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one && echo DONE\n$ "
		line "fg && echo MORE"
		expect "fg && echo MORE\n./one && echo DONE\n"
		fact fg one.probe
		fact state one.probe S
		key ^Z
		expect /^\[1\]\+  Stopped +(?P<text>.*)\n\$ /
		fact state one.probe T
		line "fg"
		expect "fg\n@{text}\n"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nDONE\nMORE\n$ "
	EOF
}

@test "a for loop stopped in the middle goes on where it was" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "for i in 1 2 3; do echo $i; ./one; done; echo END $i"
		expect "\n1\n"
		fact catches one.probe USR1
		let first one.probe
		signal USR1 one.probe
		expect "caught USR1\n2\n"
		fact gone @first
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 for i in 1 2 3; do echo $i; ./one; done; echo END $i\njsh: variables that the rest of it sets stay in the job (see help fg)\n$ "
		let second one.probe
		line "echo $i"
		expect "echo $i\n2\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n3\n"
		fact gone @second
		fact catches one.probe USR1
		signal USR1 one.probe
		expect "caught USR1\nEND 3\n$ "
	EOF
}

@test "a while and an until loop stopped in body or condition go on" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "n=0; while [ $n -lt 2 ]; do ./one; n=$((n + 1)); echo n$n; done"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 n=0; while [ $n -lt 2 ]; do ./one; n=$((n + 1)); echo n$n; done\njsh: variables that the rest of it sets stay in the job (see help fg)\n$ "
		let first one.probe
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nn1\n"
		fact gone @first
		fact catches one.probe USR1
		signal USR1 one.probe
		expect "caught USR1\nn2\n$ "
		line "until ./two; do echo again; done; echo END"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "Stopped                 until ./two; do echo again; done; echo END\n$ "
		let first two.probe
		line "fg"
		fact fg two.probe
		signal TERM two.probe
		expect "again\n"
		fact gone @first
		fact catches two.probe USR1
		signal USR1 two.probe
		expect "caught USR1\nEND\n$ "
	EOF
}

@test "break and continue work in the rest of a loop" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "for i in 1 2 3; do ./one; echo $i; [ $i = 2 ] && break; continue; echo NO; done; echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped"
		expect "$ "
		let first one.probe
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n1\n"
		fact gone @first
		fact catches one.probe USR1
		signal USR1 one.probe
		expect "caught USR1\n2\nEND\n$ "
	EOF
}

@test "if and case: the branch is chosen by what was stopped, and goes on" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "if ./one; then echo yes; ./two; echo END; else echo no; fi"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 if ./one; then echo yes; ./two; echo END; else echo no; fi\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nyes\n"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "Stopped                 if ./one; then echo yes; ./two; echo END; else echo no; fi\n$ "
		line "fg"
		fact fg two.probe
		signal USR1 two.probe
		expect "caught USR1\nEND\n$ "
		line "case x in (x) ./one; echo END;; esac"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 case x in x) ./one; echo END ;; esac\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nEND\n$ "
	EOF
}

@test "a function goes on with its parameters, and returns to its caller" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "f() { ./one; echo $1-$#; return 3; }"
		expect "$ "
		line "g() { f a b; echo g $? $1; }"
		expect "$ "
		line "g x; echo END $?"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 g x; echo END $?\n$ "
		line "fg"
		expect "fg\ng x; echo END $?\n"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\na-2\ng 3 x\nEND 0\n$ "
		line "f; echo NO"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 f; echo NO\n$ "
		line "kill %f"
		expect "Terminated"
		fact gone one.probe
	EOF
}

@test "braces keep their redirections" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "{ echo a; ./one; echo b; } >out; echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 { echo a; ./one; echo b; } > out; echo END\n$ "
		# The shell's own output is the terminal.
		line "echo here"
		expect "\nhere\n$ "
		line "fg"
		expect "echo END\n"
		fact fg one.probe
		signal USR1 one.probe
		expect "END\n$ "
		absent "caught"
		fact file out "a\ncaught USR1\nb\n"
	EOF
}

@test "a loop that reads a file goes on with the next line" {
	printf '%s\n' l1 l2 l3 >in
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "while read x; do echo $x; [ $x = l2 ] && ./one; done <in; echo END"
		expect /^l1\nl2\n/
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 while read x; do echo $x; [ $x = l2 ] && ./one; done < in; echo END\njsh: variables that the rest of it sets stay in the job (see help fg)\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nl3\nEND\n$ "
	EOF
}

@test "! a: the status of the whole is the negated one" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "! ./one; echo $?"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 ! ./one; echo $?\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n1\n$ "
		line "! ./two"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "Stopped                 ! ./two\n$ "
		line "fg"
		fact fg two.probe
		signal USR1 two.probe
		expect "caught USR1\n$ "
		line "echo $?"
		expect "\n1\n$ "
	EOF
}

@test "a pipeline into a loop stops and goes on, and so does what follows" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "printf '%s\\n' a b | while read x; do ./one; echo $x; done; echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "; echo END\n^Z\n[1]+  Stopped                 printf '%s\\n' a b | while read x; do ./one; echo $x; done; echo END\n$ "
		fact state one.probe T
		let first one.probe
		line "bg"
		expect "END &\n$ "
		fact state one.probe S
		signal USR1 one.probe
		expect "caught USR1\na\n"
		fact gone @first
		fact catches one.probe USR1
		line "fg"
		expect "END\n"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nb\nEND\n$ "
	EOF
}

@test "a subshell stops as a whole and goes on as a whole" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "(./one; (./two; echo in); echo out); echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ( ./one; ( ./two; echo in ); echo out ); echo END\n$ "
		fact fg shell
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\n"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ( ./one; ( ./two; echo in ); echo out ); echo END\n$ "
		fact state two.probe T
		line "fg"
		fact fg two.probe
		signal USR1 two.probe
		expect "caught USR1\nin\nout\nEND\n$ "
	EOF
}

@test "nested: a function in a loop in braces in an and-list" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "f() { ./one && echo f$1; }"
		expect "$ "
		line "{ for i in a b; do f $i; done; echo loop; } && echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 { for i in a b; do f $i; done; echo loop; } && echo END\njsh: variables that the rest of it sets stay in the job (see help fg)\n$ "
		let first one.probe
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nfa\n"
		fact gone @first
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 { for i in a b; do f $i; done; echo loop; } && echo END\n$ "
		let second one.probe
		line "bg"
		expect "END &\n$ "
		fact state one.probe S
		signal USR1 one.probe
		expect "caught USR1\nfb\nloop\nEND\n"
		expect "[1]+  Done                    { for i in a b; do f $i; done; echo loop; } && echo END\n"
		fact gone @second
	EOF
}

@test "eval and . are part of the whole" {
	printf '%s\n' './one' 'echo from file' >file
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "eval './one; echo evaluated'; echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 eval './one; echo evaluated'; echo END\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nevaluated\nEND\n$ "
		line ". ./file; echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 . ./file; echo END\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nfrom file\nEND\n$ "
	EOF
}

@test "a pipeline followed by more: the status of its last command counts" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./two | ./one && echo DONE"
		fact fg one.probe
		fact fg two.probe
		fact catches one.probe USR1
		fact catches two.probe USR1
		key ^Z
		expect "Stopped                 ./two | ./one && echo DONE\n$ "
		line "fg"
		fact fg one.probe
		signal KILL two.probe
		fact gone two.probe
		signal USR1 one.probe
		expect "caught USR1\nDONE\n$ "
		line "set -o pipefail; ./two | ./one || echo FAILED"
		fact fg one.probe
		fact fg two.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped"
		expect "$ "
		line "fg"
		fact fg one.probe
		signal TERM two.probe
		fact gone two.probe
		signal USR1 one.probe
		expect "caught USR1\nFAILED\n$ "
	EOF
}

@test "kill -KILL of what was stopped alone leaves the rest to fg" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; echo DONE $?"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one; echo DONE $?\n$ "
		signal KILL one.probe
		fact gone one.probe
		line "jobs"
		expect /^\[1\]\+  Stopped.*\.\/one; echo DONE \$\?\n\$ /
		line "fg"
		expect "fg\n./one; echo DONE $?\nDONE 137\n$ "
	EOF
}

@test "two stopped lists are two jobs, each with its own rest" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo ONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "[1]+  Stopped                 ./one && echo ONE\n$ "
		line "./two && echo TWO"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "[2]+  Stopped                 ./two && echo TWO\n$ "
		fact not group one.probe two.probe
		line "fg %1"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nONE\n$ "
		line "fg"
		fact fg two.probe
		signal USR1 two.probe
		expect "caught USR1\nTWO\n$ "
	EOF
}

@test "the rest sees the shell's state at the stop, and does not change it" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "x=1; ./one; echo x=$x; x=2; cd /"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped"
		expect "$ "
		line "x=3"
		expect "$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nx=1\n$ "
		line "echo x=$x; pwd"
		expect /^x=3\n.*\/work\n\$ /
	EOF
}

@test "the EXIT trap is the shell's alone" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap 'echo GOODBYE' EXIT"
		expect "$ "
		line "./one; echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped"
		expect "$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nDONE\n$ "
		eof
		expect /^GOODBYE\n/
		status 0
	EOF
}

@test "a stop from outside keeps the rest as ^Z does" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		signal STOP one.probe
		expect "[1]+  Stopped (signal)        ./one && echo DONE\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nDONE\n$ "
	EOF
}

@test "a program that stops itself, twice, keeps the rest" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE raise STOP say on raise STOP say last && echo DONE"
		expect "[1]+  Stopped (signal)        $PROBE raise STOP say on raise STOP say last && echo DONE\n$ "
		line "fg"
		expect "DONE\non\n"
		expect "[1]+  Stopped (signal)        $PROBE raise STOP say on raise STOP say last && echo DONE\n$ "
		fact state probe T
		line "fg"
		expect "DONE\nlast\nDONE\n$ "
	EOF
}

@test "a raw-mode program in a list: its modes are its own, the prompt's the shell's" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "$PROBE raw catch USR1 wait 1 && echo DONE"
		fact catches probe USR1
		fact mode icanon off
		signal TSTP probe
		expect "Stopped"
		expect "$ "
		line "stty -a | grep -o ' .echo '"
		expect "$ "
		line "fg"
		fact fg probe
		fact mode icanon off
		signal USR1 probe
		expect "caught USR1\n"
		expect "DONE\n"
		expect "$ "
		line "cat"
		fact fg cat
		fact mode icanon on
		fact mode echo on
		fact mode opost on
		eof
		expect "$ "
	EOF
}

@test "^Z while a command substitution runs stops the line when that has ended" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "x=$(./one); echo got $x"
		fact catches one.probe USR1
		fact ignores one.probe TSTP
		key ^Z
		expect "^Z"
		fact state one.probe S
		fact fg shell
		signal USR1 one.probe
		expect "\n[1]+  Stopped                 x=$(./one); echo got $x\n"
		absent /(?s:.)/
		expect "$ "
		line "fg"
		expect "\ngot caught USR1\n$ "
		line "x=$(./one)"
		fact catches one.probe USR1
		key ^Z
		expect "^Z"
		signal USR1 one.probe
		expect "$ "
		absent /(?s:.)/
		line "x=$(./one); echo NO"
		fact catches one.probe USR1
		key ^C
		expect "^C"
		expect "$ "
		line "echo $?; jobs"
		expect /^130\n\$ /
		fact gone one.probe
	EOF
}

@test "time a && b: the time is told when a has ended, and then comes b" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "time -p ./one && echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "DONE\n^Z\n[1]+  Stopped                 time -p ./one && echo DONE\n$ "
		line "fg"
		expect "fg\ntime -p ./one && echo DONE\n"
		fact fg one.probe
		signal USR1 one.probe
		expect /^caught USR1\nreal \d+\.\d\d\nuser \d+\.\d\d\nsys \d+\.\d\d\nDONE\n\$ /
	EOF
}

@test "time a, stopped twice: the time is told once, at the end" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "time -p ./one"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 time -p ./one\n$ "
		line "fg"
		expect "fg\ntime -p ./one\n"
		fact fg one.probe
		fact state one.probe S
		key ^Z
		expect "^Z\n[1]+  Stopped                 time -p ./one\n$ "
		line "bg"
		expect "bg\n[1]+ time -p ./one &\n$ "
		signal USR1 one.probe
		expect "caught USR1\nreal "
		absent /real/
		expect "[1]+  Done                    time -p ./one\n"
	EOF
}

@test "time of what was stopped counts the processor time of before" {
	cat >burn <<-'EOF'
		#!/bin/sh
		i=0; while [ $i -lt 400000 ]; do i=$((i + 1)); done
		exec ./one
	EOF
	chmod +x burn
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "time -p ./burn"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 time -p ./burn\n$ "
		line "fg"
		expect "fg\n"
		fact fg one.probe
		signal USR1 one.probe
		expect /^user (?P<user>\S+)\n/
		expect "$ "
		line "[ @{user} = 0.00 ]; echo $?"
		expect "\n1\n$ "
	EOF
}

@test "a || b: the rest runs when what was stopped fails, and only then" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one || echo FAILED; echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one || echo FAILED; echo END\n$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\nEND\n$ "
		line "./two || echo FAILED"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "Stopped                 ./two || echo FAILED\n$ "
		line "bg"
		expect "bg\n[1]+ ./two || echo FAILED &\n$ "
		signal TERM two.probe
		expect "FAILED\n"
		expect "[1]+  Done                    ./two || echo FAILED\n"
	EOF
}

@test "a loop stopped by ^Z goes on by SIGCONT from outside, and ends by it" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "for i in 1 2; do ./one; echo $i; done"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 for i in 1 2; do ./one; echo $i; done\njsh: variables that the rest of it sets stay in the job (see help fg)\n$ "
		let first one.probe
		signal-group CONT one.probe
		fact state one.probe S
		fact fg shell
		signal USR1 one.probe
		expect "caught USR1\n1\n"
		fact gone @first
		fact catches one.probe USR1
		signal USR1 one.probe
		expect "caught USR1\n2\n"
		expect "[1]+  Done                    for i in 1 2; do ./one; echo $i; done\n"
	EOF
}

@test "^C after fg ends a loop, a function and a subshell, in their rest too" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "f() { ./one; ./two; echo F; }"
		expect "$ "
		line "for i in 1 2; do ./one; done; echo END"
		fact fg one.probe
		fact catches one.probe USR1
		let first one.probe
		key ^Z
		expect "; echo END\n"
		expect "$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		fact gone @first
		fact fg one.probe
		fact catches one.probe USR1
		key ^C
		expect "^C\n$ "
		line "echo $?; f; echo END"
		expect "\n130\n"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped "
		expect "$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		fact fg two.probe
		fact catches two.probe USR1
		key ^C
		expect "^C\n$ "
		absent /^(F|END)$/
		line "( ./one; echo SUB ); echo END"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped "
		expect "$ "
		line "fg"
		fact fg one.probe
		fact state one.probe S
		key ^C
		expect "^C\n$ "
		absent /^(SUB|END)$/
		line "jobs; echo $?"
		expect "echo $?\n0\n$ "
		fact count jsh 1
	EOF
}

@test "kill %1 ends a loop, a function and a pipeline into a loop" {
	ptyrun <<-'EOF'
		size 24 120
		spawn $JSH
		expect "$ "
		line "f() { ./one; touch ran; }"
		expect "$ "
		line "while ./one; do touch ran; done; touch ran"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "; touch ran\n$ "
		line "kill %1"
		expect /\[1\]\+ +Terminated .*; touch ran\n/
		fact gone one.probe
		line "f; touch ran"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "; touch ran\n$ "
		line "kill %1"
		expect /\[1\]\+ +Terminated .*; touch ran\n/
		fact gone one.probe
		line "echo a | while read x; do ./one; touch ran; done; touch ran"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "; touch ran\n$ "
		line "kill %1"
		expect /\[1\]\+ +Terminated .*; touch ran\n/
		fact gone one.probe
		line "ls ran"
		expect "ls: cannot access 'ran': No such file or directory\n$ "
		fact count jsh 1
	EOF
}

@test "closing the terminal ends a loop that is stopped, and one that runs on" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "for i in 1 2; do ./one; touch ran; done"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped "
		expect "$ "
		line "while ./two; do touch ran; done"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "Stopped "
		expect "$ "
		line "bg"
		expect "done &\n$ "
		fact state two.probe S
		hangup
		fact gone one.probe
		fact gone two.probe
		fact gone jsh
	EOF
	[[ ! -e ran ]]
}

@test "wait and \$? give the status of the whole that went on by bg" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "set +b; ./one; ./two; (exit 7)"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped "
		expect "$ "
		line "bg"
		expect "&\n$ "
		line "wait %1; echo status $?"
		signal USR1 one.probe
		fact catches two.probe USR1
		signal USR1 two.probe
		expect "\nstatus 7\n"
	EOF
}

@test "a here-document of a loop goes on where it was" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "while read x; do echo got $x; [ $x = b ] && ./one; done <<E"
		expect "> "
		line "a"
		expect "> "
		line "b"
		expect "> "
		line "c"
		expect "> "
		line "E"
		expect "got a\ngot b\n"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped "
		expect "$ "
		line "fg"
		fact fg one.probe
		signal USR1 one.probe
		expect "caught USR1\ngot c\n$ "
	EOF
}

@test "that what the rest sets is the job's own is said once, when it matters" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "./one; echo DONE"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped                 ./one; echo DONE\n$ "
		line "kill %1"
		expect "Terminated              ./one; echo DONE\n"
		line "./two; x=1"
		fact fg two.probe
		fact catches two.probe USR1
		key ^Z
		expect "x=1\njsh: variables that the rest of it sets stay in the job (see help fg)\n$ "
		line "fg; x=1"
		fact fg two.probe
		fact state two.probe S
		key ^Z
		expect /Stopped .*; x=1\n\$ /
	EOF
}

@test "a stop, or ^C, is no answer that ! turns round" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "! ./one"
		fact fg one.probe
		key ^Z
		expect "[1]+  Stopped                 ! ./one\n$ "
		line "echo $?"
		expect "\n148\n$ "
		line "if ! ./two; then echo NO; fi"
		fact fg two.probe
		key ^Z
		expect "[2]+  Stopped                 if ! ./two; then echo NO; fi\n$ "
		line "echo $?"
		expect "\n148\n$ "
		line "! sleep 3h"
		fact fg sleep
		key ^C
		expect "^C\n$ "
		line "echo $?"
		expect "\n130\n$ "
	EOF
}

@test "the rest of a list does not show its own job" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "{ ./one; jobs; echo END; }"
		fact fg one.probe
		fact catches one.probe USR1
		key ^Z
		expect "Stopped "
		expect "$ "
		line "fg"
		expect "{ ./one; jobs; echo END; }\n"
		fact fg one.probe
		signal USR1 one.probe
		expect "END\n$ "
		absent /^\[/
	EOF
}

@test "a trap on CHLD runs before the prompt, once for a list that stops" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "trap 'echo trapped' CHLD"
		expect "$ "
		line "./one"
		fact catches one.probe USR1
		key ^Z
		expect "^Z\n[1]+  Stopped                 ./one\ntrapped\n$ "
		line "$PROBE catch USR1 wait 1 && echo DONE"
		fact fg probe
		fact catches probe USR1
		key ^Z
		expect "^Z\n[2]+  Stopped                 $PROBE catch USR1 wait 1 && echo DONE\ntrapped\n$ "
		line "trap - CHLD; kill -9 %1 %2; wait; echo over"
		expect "\nover\n"
		expect "$ "
	EOF
}
