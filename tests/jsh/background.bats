#!/usr/bin/env bats
#
# background.bats - many jobs at once: none is lost, and all statuses are right
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# Fails unless the shell has no child, not even a zombie: the kernel says.
childless='read -r left </proc/$$/task/$$/children
	[ -z "$left" ] || echo "left: $left"'

@test "of 1,000 jobs in a loop, each is waited for by its pid, none is lost" {
	run_jsh -c 'i=0 pids=
		while [ $i -lt 1000 ]; do
			(exit $((i % 251))) &
			pids="$pids $!" i=$((i + 1))
		done
		i=0 wrong=0
		for pid in $pids; do
			wait $pid
			[ $? -eq $((i % 251)) ] || wrong=$((wrong + 1))
			i=$((i + 1))
		done
		echo "$i waited for, $wrong wrong"
		'"$childless"
	assert_output '1000 waited for, 0 wrong'
	assert_stderr ''
	assert_success
}

@test "1,000 programs, waited for from the last to the first" {
	run_jsh -c 'i=0 pids=
		while [ $i -lt 1000 ]; do
			/bin/true & pids="$! $pids"
			i=$((i + 1))
		done
		for pid in $pids; do
			wait $pid || echo "status $? of $pid"
		done
		wait $pid; echo "again: $?"
		'"$childless"
	assert_output 'again: 127'
	assert_stderr --regexp \
		'^jsh: line 9: wait: [0-9]+: is not a child of this shell$'
}

@test "1,000 jobs with job control, with pipelines among them" {
	run_jsh -mc 'i=0 pids=
		while [ $i -lt 500 ]; do
			(exit $((i % 7))) & pids="$pids $!"
			: | (exit $((i % 7))) & pids="$pids $!"
			i=$((i + 1))
		done
		i=0
		for pid in $pids; do
			wait $pid
			[ $? -eq $((i / 2 % 7)) ] || echo "status $? of $pid"
			i=$((i + 1))
		done
		wait; jobs; echo $i
		'"$childless"
	assert_output 1000
	assert_stderr ''
}

@test "200 jobs that live at once have their own numbers, and all end" {
	mkfifo go
	run_jsh -c 'i=0 pids=
		exec 3<>go
		while [ $i -lt 200 ]; do
			(read x <&3; exit $((i % 100))) &
			pids="$pids $!" i=$((i + 1))
		done
		jobs >listed
		read -r children </proc/$$/task/$$/children
		set -- $children; echo "$# alive, $(grep -c Running listed) listed"
		kill -0 %200 && echo "200 is there"
		i=0; while [ $i -lt 200 ]; do echo; i=$((i + 1)); done >&3
		i=0 wrong=0
		for pid in $pids; do
			wait $pid
			[ $? -eq $((i % 100)) ] || wrong=$((wrong + 1))
			i=$((i + 1))
		done
		echo "$wrong wrong"; jobs
		'"$childless"
	assert_output '200 alive, 200 listed
200 is there
0 wrong'
	assert_stderr ''
}

@test "wait without operands waits for 200 jobs, and no zombie is left" {
	run_jsh -c 'i=0
		while [ $i -lt 200 ]; do sleep 0.01 & i=$((i + 1)); done
		wait; echo $?; jobs
		'"$childless"
	assert_output 0
}

@test "an interactive shell reaps its jobs by itself" {
	run_jsh_reading -i +m <<-'EOF'
		i=0; while [ $i -lt 300 ]; do : & i=$((i + 1)); done 2>/dev/null
		while read -r left </proc/$$/task/$$/children; [ -n "$left" ]; do :; done; echo none
	EOF
	assert_output none
}

@test "jobs between foreground commands are not mixed up with them" {
	run_jsh -c 'i=0 wrong=0
		while [ $i -lt 200 ]; do
			(exit 3) & pid=$!
			/bin/true || wrong=$((wrong + 1))
			[ "$(echo x | cat)" = x ] || wrong=$((wrong + 1))
			/bin/false && wrong=$((wrong + 1))
			wait $pid; [ $? -eq 3 ] || wrong=$((wrong + 1))
			i=$((i + 1))
		done
		echo $wrong
		'"$childless"
	assert_output 0
}

@test "as process 1 it reaps the orphans of others with its own children" {
	unshare --fork --pid --mount-proc true 2>/dev/null ||
		skip 'namespaces are not allowed here'
	mkfifo gate
	cat >script <<-'EOF'
		/bin/true
		sh -c 'read -r word <gate & echo $! >pid'
		read -r orphan <pid
		echo go >gate
		while read -r pid name state rest 2>/dev/null </proc/$orphan/stat &&
			[ "$state" != Z ]; do :; done
		/bin/true
	EOF
	echo "$childless" >>script
	for mode in +m -i; do
		run --separate-stderr unshare --fork --pid --mount-proc \
			--kill-child "$JSH" "$mode" -c '. ./script; echo $$'
		assert_output 1
	done
}
