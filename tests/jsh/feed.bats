#!/usr/bin/env bats
#
# feed.bats - what `echo` prints into a pipeline without a process: nobody notices
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "what is longer than any pipe holds comes whole" {
	for length in 4095 4096 4097 65536 65537 300000; do
		run_jsh -c "x=\$(printf %${length}s); printf %s \"\$x\" | wc -c; echo \"\$x\" | wc -c"
		assert_output "$length"$'\n'$((length + 1))
	done
	run_jsh -c 'x=$(printf %300000s); echo "$x" | true; echo "$?"; trap "" PIPE
		echo "$x" | true; echo $?'
	assert_output $'0\n0'
	assert_stderr 'jsh: line 2: echo: write error: Broken pipe'
}

@test "what goes wrong is told once, and ends that command only" {
	for width in 1 5000; do
		run_jsh -c "printf %${width}d 3x | tr -d ' '; echo; printf %${width}d x | wc -c; echo on"
		assert_output $'3\n'"$width"$'\non'
		assert_stderr 'jsh: line 1: printf: 3x: not a number from "x" on
jsh: line 1: printf: "x": expected a number'
	done
	run_jsh -c 'set -eu; echo "$none" | cat; echo on'
	assert_output on
	assert_stderr 'jsh: line 1: none: parameter not set'
}

@test "its status is what pipefail wants" {
	run_jsh -c 'printf %d x | cat; echo " $?"; set -o pipefail; printf %d x | cat; echo " $?"'
	assert_output $'0 0\n0 1'
}

@test "what it changes is its own" {
	run_jsh -c 'x=1; echo ${y=3} | cat; echo $((x += 4)) | cat
		echo "$x ${y-none}"; x=6 echo "$x" | cat; false; echo $? | cat; echo $?'
	assert_output $'3\n5\n1 none\n1\n1\n0'
}

@test "a function of its name, and a redirection, are heeded" {
	run_jsh -c 'echo a >out | cat; cat out; echo b 2>&1 | cat; echo c >&2 | cat
		echo() { printf "%s\n" function; }; echo d | cat'
	assert_output $'a\nb\nfunction'
	assert_stderr c
}

@test "a substitution in its words runs beside the rest of the pipeline" {
	mkfifo fifo
	run_jsh -c 'echo "$(cat fifo)" | { echo through >fifo; cat; }'
	assert_output through
}

@test "line numbers and traces are its own" {
	run_jsh -c $'echo $LINENO |\ncat; set -x; echo a | :'
	assert_output 1
	assert_stderr --partial '+ echo a'
}
