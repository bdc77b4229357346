#!/usr/bin/env bats
#
# time.bats - the reserved word time
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

# Standard error is what `time` writes, and nothing else; numbers are free.
# (bats drops the empty line at its start.)
assert_times() {
	run sed -E 's/[0-9]+/N/g' <<<"$stderr"
	assert_output $'real\tNmN.Ns\nuser\tNmN.Ns\nsys\tNmN.Ns'
}

assert_posix_times() {
	run sed -E 's/[0-9]+\.[0-9]{2}$/N/' <<<"$stderr"
	assert_output $'real N\nuser N\nsys N'
}

@test "three lines on standard error, an empty one before them" {
	run_jsh -c 'time echo a'
	assert_success
	assert_output "a"
	assert_times
}

@test "time -p writes what POSIX says" {
	run_jsh -c 'time -p echo a'
	assert_output "a"
	assert_posix_times
}

@test "posix mode: time is reserved too, with -p and --" {
	run_jsh -o posix -c 'time -p -- { echo a; }'
	assert_output "a"
	assert_posix_times
}


@test "the real time is that of the whole pipeline" {
	run_jsh -c 'time -p sleep 0.3 | true'
	[[ $stderr == "real 0."[3-9]* || $stderr == "real "[1-9]* ]]
}

@test "the processor time of children, of builtins and of loops counts" {
	run_jsh -c 'time -p for i in 1; do
		i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done; done'
	assert_posix_times
	refute_stderr_has "user 0.00"
	run_jsh -c 'time -p "$0" -c "i=0; while [ \$i -lt 200000 ]; do
		i=\$((i + 1)); done"' "$JSH"
	assert_posix_times
	refute_stderr_has "user 0.00"
}

refute_stderr_has() {
	[[ $stderr != *"$1"* ]]
}

@test "the status is the pipeline's, and ! inverts it on either side" {
	run_jsh -c 'time (exit 3); echo $?; ! time false; echo $?; time ! true; echo $?'
	assert_output $'3\n0\n1'
}

@test "alone it tells of nothing, with status 0" {
	run_jsh -c 'false; time; echo $?'
	assert_output "0"
	assert_times
}

@test "its redirections are the command's" {
	run_jsh -c 'time sh -c "echo a >&2" 2>file; cat file'
	assert_output "a"
	assert_times
	run_jsh -c '{ time true; } 2>file; wc -l <file; grep -c . file'
	assert_output $'4\n3'
	assert_stderr ""
}

@test "an exit, a break and set -e in it: the times are told on the way out" {
	run_jsh -c 'time exit 3'
	assert_failure 3
	assert_times
	run_jsh -c 'for i in 1 2; do time break; done; echo $i'
	assert_output "1"
	run_jsh -ec 'time false; echo no'
	assert_failure 1
	assert_output ""
}

@test "quoted, behind an assignment or with other options it is a command" {
	mkdir bin
	printf '%s\n' '#!/bin/sh' 'echo utility "$@"' >bin/time
	chmod +x bin/time
	export PATH=$PWD/bin:$PATH
	run_jsh -c '\time a; "time" -p b; x=1 time c; time -v d; true | time e'
	assert_output $'utility a\nutility -p b\nutility c\nutility -v d\nutility e'
	assert_stderr ""
}

@test "type and command -v say that it is reserved" {
	run_jsh -c 'type time; command -v time'
	assert_output $'time is a reserved word\ntime'
}
