# XCU command, type
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "command runs past functions" {
	run_jsh -c 'echo() { printf function; }; command echo program'
	assert_output program
}

@test "command has the status of what it runs" {
	run_jsh -c 'command false; echo $?; command nonexistent-command; echo $?'
	assert_output $'1\n127'
}

@test "an error of a special builtin does not end the shell" {
	run_jsh -c 'command . /nonexistent; echo alive; command set -o nothing
		echo alive; readonly x=1; command export x=2; echo "alive $x"'
	assert_output $'alive\nalive\nalive 1'
}

@test "assignments before command and a special builtin do not stay" {
	run_jsh -c 'x=1; x=2 command :; echo "$x"'
	assert_output 1
}

@test "command exec keeps redirections" {
	run_jsh -c 'command exec >file; echo text; cat file >&2'
	assert_stderr text
}

@test "command -p finds the standard utilities without PATH" {
	departs yash 'command: -p'
	run_jsh -c 'PATH=/nonexistent; command -p ls -d /
		env 2>/dev/null || echo none'
	assert_output $'/\nnone'
}

@test "command -v writes the file of a program" {
	mkdir bin
	printf '#!/bin/sh\n' >bin/prog
	chmod +x bin/prog
	run_jsh -c 'PATH=$PWD/bin:$PATH; command -v prog'
	assert_output "$PWD/bin/prog"
}

@test "command -v writes names of builtins, functions and reserved words" {
	run_jsh -c 'f() { :; }; command -v f; command -v cd; command -v :
		command -v if'
	assert_output $'f\ncd\n:\nif'
}

@test "command -v writes an alias as a command" {
	departs ksh 'command'
	run_jsh -c 'alias x="echo a  b"; v=$(command -v x); unalias x
eval "$v"
eval x'
	assert_output 'a b'
}

@test "command -v of nothing is silent and fails" {
	run_jsh -c 'command -v nonexistent-command || echo failed'
	assert_output failed
	assert_stderr ''
}

@test "command -V and type tell of each kind" {
	departs zsh 'command'
	for utility in 'command -V' type; do
		run_jsh -c "f() { :; }; alias x=ls; for n in f x if : ls; do
				$utility \$n; done"
		assert_success
		assert_line --regexp 'f.*function'
		assert_line --regexp 'x.*alias'
		assert_line --regexp 'if.*(keyword|reserved)'
		assert_line --regexp ':.*special'
		assert_line --partial /ls
	done
}

@test "type of nothing fails" {
	run_jsh -c 'type nonexistent-command >file || echo failed'
	assert_output failed
}

@test "command keeps a special builtin's error from ending the shell" {
	departs zsh 'command: special builtins'
	script <<'EOF'
command . /nonexistent 2>/dev/null; echo $(($? > 0))
command set -Z 2>/dev/null; echo $(($? > 0))
command readonly r=1; command readonly r=2 2>/dev/null; echo $(($? > 0))
command unset r 2>/dev/null; echo $(($? > 0))
command trap -Z 2>/dev/null; echo $(($? > 0))
command exec 3</nonexistent 2>/dev/null; echo $(($? > 0))
command : 2>/dev/null >/nonexistent/x; echo $(($? > 0))
command shift 99 2>/dev/null; echo $(($? > 0))
EOF
	ends 0 1 1 1 1 1 1 1 1
}

@test "commands that cannot be read end no shell if eval and dot come by command" {
	departs yash '2.8.1: a special builtin by way of command'
	departs mksh '2.8.1: a special builtin by way of command'
	script <<'EOF'
echo fi >lib
exec 3>&2 2>file
command eval fi; echo $(($? > 0))
command eval 'echo "a'; echo $(($? > 0))
command -p eval 'fi'; echo $(($? > 0))
command . ./lib; echo $(($? > 0))
f() { command eval fi || echo or; echo f; }; f
(command eval fi; echo sub)
x=$(command . ./lib; echo x); echo $x
eval 'command eval fi; echo in'
[ -s file ] && exec 2>&3
EOF
	prints 1 1 1 1 or f sub x in
}

@test "of what command eval runs, an error ends the shell as always" {
	unlike bash 'goes on, as command covers what eval runs'
	unlike dash 'goes on, as command covers what eval runs'
	unlike ksh 'goes on, as command covers what eval runs'
	unlike busybox 'goes on, as command covers what eval runs'
	unlike zsh 'goes on, as command covers what eval runs'
	script "command eval 'readonly r=1; r=2'; echo no"
	complains any
	script "command eval 'set -o nonsense'; echo no"
	complains any
	script "command eval 'eval fi'; echo no"
	complains any
}

@test "command exec of what is not there ends the shell, as exec does" {
	script 'command exec /nonexistent; echo $?'
	complains 127
	script 'command exec /; echo $?'
	complains 126
	script '(command exec /nonexistent; echo no) || echo $?'
	complains 0 127
}

@test "command exit of what is no number ends the shell" {
	departs dash 'exit'
	departs busybox 'exit'
	script 'command exit x; echo no'
	ends "$status"
}

@test "command break, continue, return, exit and eval do what they do" {
	departs yash 'command: break with it'
	script <<'EOF'
for i in 1 2; do command break; done; echo $i
for i in 1 2; do command continue; echo no; done; echo $i
f() { command return 3; echo no; }; f; echo $?
command eval 'x=1'; echo $x; command export y=2; echo $y
(command exit 4; echo no); echo $?
x=5 command :; echo $x
EOF
	prints 1 2 3 1 2 4 1
}

@test "command -v of each kind of name, its status and nothing of what is not" {
	departs dash 'command: -v of {, and of what is no program'
	departs ksh 'command: -v of an alias'
	departs yash 'command: -v of {'
	departs busybox 'command'
	script <<'EOF'
f() { :; }; alias a='b  c'
for n in cd break : if '{' '!' f a; do command -v $n; done
[ "$(command -v ls)" = "$(command -v -- ls)" ] && case $(command -v ls) in
/*/ls) echo file ;; esac
command -v /bin/sh; : >here; chmod +x here; case $(command -v ./here) in
/*/here | ./here) echo slash ;; esac
command -v nonesuch; echo $(($? > 0)); command -v /nonesuch; echo $(($? > 0))
: >plain; command -v ./plain; echo $(($? > 0)); PATH=/none command -v ls; echo $(($? > 0))
EOF
	prints cd break : if '{' '!' f "alias a='b  c'" file /bin/sh slash 1 1 1 1
}

@test "command -V and type tell of each kind, and fail for nothing" {
	departs busybox 'command'
	script <<'EOF'
f() { :; }; alias a='b c'
for n in cd break : if f a ls /bin/sh; do
	command -V $n | grep -q -e "${n##*/}" || echo "-V $n"
	type $n | grep -q -e "${n##*/}" || echo "type $n"
done
command -V nonesuch >/dev/null 2>&1 || echo a
type nonesuch >/dev/null 2>&1 || echo b
type cd nonesuch : >file 2>/dev/null || wc -l <file | tr -d ' '
EOF
	unlike dash 'says so on standard output'
	unlike mksh 'says so on standard output'
	unlike zsh 'says so on standard output'
	prints a b 2
}

@test "command -p has the standard programs, and options are checked" {
	unlike bash 'looks in its default PATH for more than -p'
	script <<'EOF'
PATH=/none
command -p ls / >/dev/null && echo a
[ -n "$(command -p -v ls)" ] && echo b
command -v ls || echo c
command ls 2>/dev/null; echo $?
EOF
	departs ksh 'command: an option'
	departs yash 'command: -p'
	ends 0 a b c 127
	script 'command -Z 2>/dev/null || echo option; command -- echo d; command; echo $?'
	ends 0 option d 0
}
