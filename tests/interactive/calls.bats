#!/usr/bin/env bats
#
# calls.bats - what keys and commands cost at a terminal
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common
load ../lib/calls

turns=10

setup() {
	common_setup
	need_calls
	find_libraries
	ln -s /bin/true nop
	export PATH=$PWD:$PATH
}

teardown() {
	common_teardown
}

# List the calls of a session in which the steps on standard input are played so
# many times, after the first ones.
play_listed() { # LIST EDITOR TIMES [FIRST-STEP...]
	local steps time
	steps=$(cat)
	{
		echo "spawn $CALLS $1 $JSH"
		printf '%s\n' 'expect "$ "' 'fact reads shell' "${@:4}"
		for ((time = 0; time < $3; time++)); do
			echo "$steps"
		done
	} | JSH_EDITOR=$2 ptyrun
}

play_turns() { # EDITOR TURNS [FIRST-STEP...]
	local steps
	steps=$(cat)
	play_listed list.1 "$1" "$2" "${@:3}" <<<"$steps"
	play_listed list.2 "$1" $((2 * $2)) "${@:3}" <<<"$steps"
}

to_terminal='^write [0-9]+ /dev/(pts/[0-9]+|tty)$'

# So often a turn writes to the terminal, and no more than so many bytes.
assert_writes() { # COUNT BYTES TURNS WHAT
	local count bytes
	count=$(per_turn "$3" "$to_terminal")
	bytes=$(per_turn --bytes "$3" "$to_terminal")
	((count == $1 && bytes <= $2)) && return
	echo "$4: $bytes bytes in $count writes, not $2 in $1"
	return 1
}

# How often the terminal is written to after CALL, until it is read.
writes_after() { # CALL
	awk -v call="$1" -v to_terminal="$to_terminal" '
		$1 == call { counts = 1; n = 0 }
		counts && $0 ~ to_terminal { n++ }
		counts && /^read [0-9]+ \/dev\/pts/ { print n; counts = 0 }' \
		list.2 | sort -u
}

@test "a key at the end of a line is one byte and one write" {
	for editor in "${libraries[@]}"; do
		play_turns "$editor" $turns <<-'EOF'
			send x
			expect x
			fact reads shell
		EOF
		case $editor in
		libedit) assert_calls 4 $turns "$editor" ;; # is there more, it asks
		*) assert_calls 3 $turns "$editor" ;;
		esac
		assert_writes 1 1 $turns "$editor"
	done
}

# The target is 6 bytes, which libedit misses.
@test "a key in the middle of a line is one write of a few bytes" {
	for editor in "${libraries[@]}"; do
		play_turns "$editor" $turns 'send "echo some words before, others after"' \
			'expect after' 'fact reads shell' \
			'key Left Left Left Left Left Left Left Left Left Left' \
			'key Left Left' <<-'EOF'
			send x
			expect x
			fact reads shell
		EOF
		case $editor in
		libedit) assert_writes 1 13 $turns "$editor" ;;
		*) assert_writes 1 6 $turns "$editor" ;;
		esac
	done
}

@test "a paste is drawn by one write" {
	local text
	text=$(printf %0799d 0)
	for editor in "${libraries[@]}"; do
		play_listed list.1 "$editor" 0 </dev/null
		play_listed list.2 "$editor" 1 <<-EOF
			send "\e[200~${text}z\e[201~"
			expect z
			fact reads shell
		EOF
		assert_writes 1 1000 1 "$editor"
	done
}

# The target is 30, with three keys and Enter typed at once: then an editor reads
# them without sleeping. One after the other they are always the same.
@test "a command costs few system calls from its first key to the next prompt" {
	for editor in plain "${libraries[@]}"; do
		play_turns "$editor" $turns <<-EOF
			$(
				if [[ $editor == plain ]]; then
					echo 'line nop'
				else
					printf 'send %s\nexpect %s\nfact reads shell\n' n n o o p p
					echo 'key Enter'
				fi
			)
			expect "$ "
			fact reads shell
		EOF
		case $editor in
		plain) assert_calls 23 $turns "$editor" ;;
		readline) assert_calls 36 $turns "$editor" ;;
		# It looks again when told late that the program has ended.
		libedit) assert_at_most 51 "$(per_turn $turns .)" ;;
		esac
	done
}

@test "all that comes before the prompt is one write with it" {
	for editor in plain "${libraries[@]}"; do
		play_turns "$editor" 2 <<-'EOF'
			line "$PROBE read"
			fact reads probe
			fact waits shell
			line text
			expect "$ "
			fact reads shell
			line "$PROBE pause"
			fact fg probe
			fact waits shell
			key ^C
			expect "$ "
			fact reads shell
			line "$PROBE pause"
			fact fg probe
			fact waits shell
			key ^Z
			expect "$ "
			fact reads shell
			line "fg"
			expect "pause\n"
			fact fg probe
			fact waits shell
			key ^Z
			expect "$ "
			fact reads shell
			line "fg"
			expect "pause\n"
			fact fg probe
			fact waits shell
			key ^C
			expect "$ "
			fact reads shell
		EOF
		assert_equal "$editor: $(writes_after execve)" "$editor: 1"
		assert_equal "$editor: $(writes_after kill)" "$editor: 1"
	done
}

# The target is 12.
@test "a program of a script with job control costs 13 system calls" {
	echo 'while [ "$((n += 1))" -le "$1" ]; do nop; done' >loop
	for run in 1 2; do
		ptyrun <<-EOF
			spawn $CALLS list.$run $JSH -m loop $((run * turns))
			status 0
		EOF
	done
	assert_calls 13 $turns
}

# Bounds, as the loader and the libraries have calls of their own: 101, 188 and 214
# were seen.
@test "until the first prompt there are few system calls" {
	for editor in plain "${libraries[@]}"; do
		play_listed list "$editor" 0 </dev/null
		run sed -n '/^p\?poll$/q;p' list
		case $editor in
		plain) assert_at_most 105 ${#lines[@]} ;;
		readline) assert_at_most 195 ${#lines[@]} ;;
		libedit) assert_at_most 222 ${#lines[@]} ;;
		esac
	done
}

# Not those that are called private and dirty: pages of a program that has just
# been built are dirty too.
@test "at the prompt a shell has at most 600 KB of memory of its own" {
	for editor in plain "${libraries[@]}"; do
		JSH_EDITOR=$editor ptyrun <<-'EOF'
			spawn $JSH
			expect "$ "
			line "cat /proc/$$/smaps_rollup >memory"
			expect "$ "
		EOF
		assert_at_most 600 "$(awk '$1 == "Anonymous:" { print $2 }' memory)"
	done
}
