#!/usr/bin/env bats
#
# direct.bats - programs that are started without a subshell: nobody notices
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "what a command of a pipeline expands changes nothing in the shell" {
	run_jsh -c 'unset x; n=1
		/bin/echo ${x=a} | cat; /bin/echo $((n += 1)) | cat; /bin/echo "$(y=1; echo b)" | cat
		/bin/echo "[${x-unset}] $n" | cat'
	assert_output $'a\n2\nb\n[unset] 1'
	run_jsh -c '/bin/echo ${x=a} >out & wait; echo "[${x-unset}]"; cat out
		y=$(/bin/echo ${x=b}); echo "$y [${x-unset}]"'
	assert_output $'[unset]\na\nb [unset]'
}

@test "an expansion that fails ends its command, not the shell" {
	for text in '${x?gone}' '${x!}' '$((1/0))'; do
		run_jsh -c "/bin/echo no $text | cat; echo on; /bin/echo no $text & wait \$!; echo \$?"
		assert_output $'on\n1'
	done
	run_jsh -c 'set -u; /bin/echo no $x | cat; echo on'
	assert_output on
	assert_stderr --regexp '^jsh: line 1: x: '
}

@test "a redirection that fails ends its command, not the shell" {
	run_jsh -c '/bin/echo no </nosuch | cat; echo on; /bin/echo no >&9 | cat; echo on'
	assert_output $'on\non'
	assert_stderr "jsh: line 1: /nosuch: No such file or directory
jsh: line 1: 9: Bad file descriptor"
	run_jsh -c 'set -C; : >file; /bin/echo no >file & wait $!; echo $?'
	assert_output 1
	assert_stderr 'jsh: line 1: file: File exists'
}

@test "redirections come after the pipe" {
	run_jsh -c '/bin/sh -c "echo out; echo err >&2" 2>&1 >/dev/null | cat'
	assert_output err
	assert_stderr ''
	run_jsh -c 'echo in >file; echo pipe | cat <file; { echo no | cat </dev/null; echo $?; }'
	assert_output $'in\n0'
}

@test "functions and builtins keep their place before programs" {
	run_jsh -c 'cat() { echo function; }; echo no | cat; c=cat; echo no | $c; echo no | \cat
		e=echo; $e builtin | /bin/cat; p=printf; $p "%s\n" too | /bin/cat'
	assert_output $'function\nfunction\nfunction\nbuiltin\ntoo'
}

@test "what cannot be found is told as ever" {
	run_jsh -c $'set -o pipefail\n: |\nnosuch | cat; echo $?; nosuch & wait $!; echo $?'
	assert_output $'127\n127'
	assert_stderr "jsh: line 3: nosuch: not found
jsh: line 3: nosuch: not found"
	: >plain
	run_jsh -c './plain | cat; set -o pipefail; ./plain | cat; echo $?'
	assert_output 126
}

@test "a FIFO holds up its own command only" {
	mkfifo fifo
	run_jsh -c 'cat <fifo | sed s/a/b/ >out & echo a >fifo; wait; cat out'
	assert_output b
}

@test "traps and ignored signals are as in a subshell" {
	run_jsh -c 'trap "" USR1; trap : USR2
		grep -E "Sig(Ign|Cgt)" /proc/self/status | cat >piped
		grep -E "Sig(Ign|Cgt)" /proc/self/status >plain
		cmp piped plain && echo same'
	assert_output same
}

@test "how the program of a subshell died is told past its redirections" {
	for command in '(sh -c "kill \$\$")' '(:; sh -c "kill \$\$")' '(:; : | sh -c "kill \$\$")'; do
		run_jsh -c "$command 2>/dev/null; echo \$?"
		assert_output 143
		assert_stderr 'jsh: line 1: Terminated'
	done
	run_jsh -c 'x=$(sh -c "kill \$\$"); echo $?; x=$(:; sh -c "kill \$\$"); echo $?'
	assert_output $'143\n143'
	assert_stderr ''
}

@test "set -x traces in the order of the commands of a pipeline" {
	run_jsh -c 'set -x; /bin/echo a 2>/dev/null | cat'
	assert_output a
	assert_stderr --partial '+ cat'
}

@test "line numbers are those of the command" {
	run_jsh -c $'/bin/echo $LINENO |\n/bin/cat - /nosuch 2>/dev/null; /bin/echo $LINENO &\nwait'
	assert_output $'1\n2'
}

@test "a program that was moved since it was run is found again" {
	mkdir one two
	printf '#!/bin/sh\necho "${0%%/*}" "$@"\n' >one/prog
	chmod +x one/prog
	run_jsh -c 'PATH=$PWD/one:$PWD/two:$PATH; cd "$PWD"; prog 1
		mv one/prog two; prog 2; hash | grep -c prog; prog 3
		mv two/prog one; x=$(prog 4); echo "$x"; prog 5 | cat
		prog 6 & wait; sed -i 1d one/prog; prog 7'
	assert_output "$PWD/one 1
$PWD/two 2
0
$PWD/two 3
$PWD/one 4
$PWD/one 5
$PWD/one 6
$PWD/one 7"
}

@test "a program that is gone since it was run is not found" {
	mkdir one
	cp /bin/true one/prog
	run_jsh -c 'PATH=$PWD/one:$PATH; prog; rm one/prog; prog; echo $?
		cp /bin/true one/prog; prog; chmod -x one/prog; prog; echo $?
		./one/none; echo $?; ./one; echo $?; ./one/none | cat'
	assert_output $'127\n126\n127\n126'
	assert_stderr "jsh: line 1: prog: not found
jsh: line 2: prog: Permission denied
jsh: line 3: ./one/none: No such file or directory
jsh: line 3: ./one: Is a directory
jsh: line 3: ./one/none: No such file or directory"
}
