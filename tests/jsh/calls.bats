#!/usr/bin/env bats
#
# calls.bats - what commands cost in system calls, page faults and memory
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common
load ../lib/calls

turns=20

run_listed() { # LIST ARGUMENT...
	run --separate-stderr timeout -k 5 "$JSH_TEST_SECONDS" \
		"$CALLS" "$1" "$JSH" "${@:2}" </dev/null 3>&-
	assert_stderr ''
	assert_success
}

# List the calls of TEXT in a loop.
loop() { # TEXT [OPTION...]
	local run
	for run in 1 2; do
		run_listed list.$run "${@:2}" -c "f() { x=\$1; }
			i=0
			while [ \$i -lt $((run * turns)) ]; do
				i=\$((i + 1))
				$1
				:
			done"
	done
}

assert_loop() { # CALLS TEXT [OPTION...]
	loop "${@:2}"
	assert_calls "$1" $turns "${*:2}"
}

@test "a program costs six system calls, and what it is redirected by" {
	need_calls
	for text in /bin/true 'cat /dev/null' 'A=1 /bin/true' '/bin/true $i' \
		'if /bin/true; then :; fi' 'eval /bin/true' '(/bin/true)'; do
		assert_loop 6 "$text"
	done
	# Before it is opened for the program: may that block?
	assert_loop 10 '/bin/true >/dev/null'
	assert_loop 15 'x=$(/bin/true)'
}

@test "job control without a terminal adds the group" {
	need_calls
	assert_loop 7 /bin/true -m
}

@test "a stage of a pipeline costs what a program does, and its pipe" {
	need_calls
	assert_loop 17 '/bin/true | /bin/true'
	assert_loop 28 '/bin/true | /bin/true | /bin/true'
	assert_loop 11 'echo a | cat'
	assert_loop 11 '/bin/true & wait $!'
}

@test "what needs no process makes no system call" {
	need_calls
	for text in 'x=$(echo a)' 'x=$(f a)' '(x=a)' '[ $i = a ]' 'f $i' \
		'x=$((i * 2)) y=${x#1}' 'set -- a b; shift' 'x=$x.a' \
		'case $i in *0) x=0 ;; esac' 'for x in a b; do :; done'; do
		assert_loop 0 "$text"
	done
	assert_loop 1 'printf "%s\n" "$i"'
	assert_loop 1 '[ -e /dev/null ]'
}

@test "read from a file makes no system call for a line" {
	need_calls
	seq -f 'line %05g' 1000 >lines.1
	cat lines.1 lines.1 >lines.2
	for run in 1 2; do
		run_listed list.$run -c 'while read -r line; do n=$line; done <lines.'$run'
			echo "$n"'
		assert_output 'line 01000'
	done
	assert_calls 0 1000
}

@test "read from a pipe that is full makes less than one system call for a line" {
	need_calls
	seq -f 'line %05g' 1000 >lines.1
	cat lines.1 lines.1 >lines.2
	for run in 1 2; do
		run_listed list.$run -c 'cat lines.'$run' |
			while read -r line; do :; done'
	done
	assert_calls 0 1000
}

# The target is two: a copy is looked at (two), and the line is taken when the
# next is wanted.
@test "read from a pipe makes three system calls for a line that comes alone" {
	need_calls
	mkfifo taken
	cat >writer <<-'EOF'
		exec 4<taken
		while [ "$((n += 1))" -le "$1" ]; do
			echo "line $n"
			read -r answer <&4
		done
	EOF
	for run in 1 2; do
		run_listed list.$run -c '/bin/sh writer $1 |
			while read -r line; do echo; done >taken' \
			jsh $((run * turns))
	done
	assert_equal "$(per_turn $turns '^write')" 1 # the answer
	assert_calls 4 $turns
}

@test "jobs writes 4 KiB at a time" {
	need_calls
	run_listed list -c 'i=0
		while [ $i -lt 200 ]; do
			i=$((i + 1))
			sleep 1h &
			pids="$pids $!"
		done
		jobs
		kill $pids
		wait'
	assert_equal "${#lines[@]}" 200
	assert_at_most $((${#output} / 4096 + 1)) "$(grep -c '^write' list)"
}

# A C program and nothing else is what the loader alone costs.
@test "to start for -c costs twelve system calls more than a C program" {
	need_calls
	run_listed list.2 -c :
	"$CALLS" list.1 "$CALLS" 2>/dev/null 3>&- || true # says how it is used
	assert_calls 12 1
}

# A process that shares the shell's memory copies no page. The target is 4 faults
# a program; what the kernel needs to execute the least one is 3 (bench/).
@test "to start programs is no page fault of the shell, however large it is" {
	need_own_calls
	for doublings in 1 22; do
		run_jsh -c 'faults() {
				read -r stat </proc/$$/stat
				set -- $stat
				faults=${10}
			}
			turns() {
				i=0
				while [ $i -lt $1 ]; do
					i=$((i + 1))
					/bin/true
				done
			}
			text=text i=0
			while [ $i -lt '$doublings' ]; do
				text=$text$text i=$((i + 1))
			done
			turns 100; faults; before=$faults
			turns 200; faults
			echo $((faults - before))'
		assert_stderr ''
		assert_output --regexp '^[0-9]+$'
		assert_at_most 20 "$output"
	done
}

@test "200,000 turns do not make the shell larger" {
	need_own_calls
	run_jsh -c 'f() {
			b=$1
			x=${b#1} y="$x and $b"
			set -- $y
		}
		turns() {
			i=0
			while [ $i -lt $1 ]; do
				f 1$i
				i=$((i + 1))
			done
		}
		size() {
			while read -r key kilobytes unit; do
				[ $key = VmRSS: ] && break
			done </proc/$$/status
		}
		turns 1000; size; before=$kilobytes
		turns 200000; size
		echo $i $((kilobytes - before))'
	assert_stderr ''
	assert_output --regexp '^200000 -?[0-9]+$'
	assert_at_most 64 "${output#* }"
}
