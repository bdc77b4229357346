#!/usr/bin/env bats
#
# faults.bats - calls that fail: no process, no descriptor, no room on the disk
#
# tests/helpers/faults.c makes the Nth call of the shell fail.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

again="Resource temporarily unavailable"
many="Too many open files"

# Is a child left, or a descriptor above 2? The kernel says. The shell itself
# has number 3 while it looks, and a pipe from its handlers if there is a trap.
export look='read -r children </proc/$$/task/$$/children
	[ -z "$children" ] || echo "children left: $children"
	set -- /proc/$$/fd/*
	[ $# -eq ${descriptors:-4} ] || echo "descriptors left: $*"'

# Run the shell with FAULTS (see faults.c); The sanitizers'
# library need not be the first one.
faulty() { # FAULTS TEXT [OPTION...]
	faulty_reading "$1" "${@:3}" -c "$2" </dev/null
}

faulty_reading() { # FAULTS ARGUMENT...
	local asan=${ASAN_OPTIONS:+$ASAN_OPTIONS:}verify_asan_link_order=0
	local preload=$TOP_BUILDDIR/tests/helpers/.libs/faults.so
	run --separate-stderr timeout --foreground -k 5 "$JSH_TEST_SECONDS" \
		env ASAN_OPTIONS="$asan" LD_PRELOAD="$preload" \
		JSH_FAULTS="$1" "$JSH" "${@:2}" 3>&-
}

@test "without a process a command fails, and the shell goes on" {
	for command in cat '(cat)' 'cat <>fifo' 'command cat' '{ cat; }' \
		'nohup cat' 'sleep 1h &' 'cat | cat' 'cat | cat &' '! (cat)' \
		'(cat; cat) &' 'while cat; do break; done &'; do
		rm -f fifo
		mkfifo fifo
		faulty process:1:EAGAIN "$command
			echo \$?; eval \"\$look\"; cat /dev/null; echo on"
		case $command in
		'!'*) assert_output $'0\non' ;;
		*) assert_output $'1\non' ;;
		esac
		assert_stderr "jsh: line 1: cannot make a process: $again"
		assert_success
	done
}

@test "what only executes a program needs no copy of the shell" {
	for command in cat '(cat)' '{ (cat); } <file' '( (cat) )' '(cat) 2>&1' \
		'x=$(cat)' 'x=$(:; cat 2>&1)' '(cd / && cat)' 'x=$(cat | cat)' \
		'(v=1; cat | cat)' 'f() { cat; }; x=$(f)' '(cat) | (cat)' \
		'(cat) & wait' 'x=$(A=1 cat)' 'set -m; (cat)'; do
		: >file
		faulty fork:1+:EAGAIN "$command
			echo \$?"
		assert_output 0
		assert_stderr ''
	done
}

@test "echo and printf need no process at the beginning of a pipeline" {
	for text in 'echo one two | cat' 'x="one two"; printf "%s\n" "$x" | cat' \
		'set -- one two; echo "$@" | (read -r line; echo "$line")'; do
		faulty process:2+:EAGAIN "$text"
		assert_output 'one two'
		assert_stderr ''
	done
	faulty process:1:EAGAIN 'printf %5000s | cat; echo $?; echo a | cat'
	assert_output $'1\na'
	assert_stderr "jsh: line 1: cannot make a process: $again"
}

@test "no half of a pipeline is left, whichever process cannot be made" {
	for number in 1 2 3 4; do
		faulty "process:$number:EAGAIN" 'sleep 1h | sleep 1h | sleep 1h | sleep 1h
			echo $?; eval "$look"; echo on'
		assert_output $'1\non'
		assert_stderr "jsh: line 1: cannot make a process: $again"
		faulty "process:$number:EAGAIN" 'sleep 1h | sleep 1h | sleep 1h | sleep 1h &
			echo $? "[$!]"; jobs; eval "$look"; echo on'
		assert_output $'1 []\non'
		assert_stderr "jsh: line 1: cannot make a process: $again"
	done
}

@test "no half of a pipeline with job control is left" {
	for number in 1 2 3; do
		faulty "process:$number:EAGAIN" '(sleep 1h; :) | (sleep 1h; :) | sleep 1h
			echo $?; eval "$look"; jobs; sleep 1h & kill %1; wait %1; echo $?' -m
		assert_output $'1\n143'
		assert_stderr "jsh: line 1: cannot make a process: $again"
	done
}

@test "without a pipe a pipeline fails, and none of it is left" {
	for fault in pipe:1:EMFILE pipe:2:EMFILE pipe:3:EMFILE; do
		faulty "$fault" 'sleep 1h | sleep 1h | sleep 1h | sleep 1h
			echo $?; eval "$look"; echo on'
		assert_output $'1\non'
		assert_stderr "jsh: line 1: cannot make a pipe: $many"
	done
	faulty pipe:2:EMFILE 'sleep 1h | sleep 1h | sleep 1h &
		echo $?; eval "$look"; echo on'
	assert_output $'1\non'
	assert_stderr "jsh: line 1: cannot make a pipe: $many"
}

@test "a substitution that cannot be made is an error of expansion" {
	export JSH_SUBSHELLS=fork # else builtins need no process
	for text in 'echo "no: $(echo a)"' 'x=$(echo a)' 'for x in $(echo a); do echo no; done' \
		'case $(echo a) in *) echo no ;; esac' 'echo no >$(echo a)' \
		': $((1 + $(echo 1)))' 'echo ${x-$(echo a)}'; do
		for fault in process:1:EAGAIN pipe:2:EMFILE dup:4:EMFILE; do # behind the trap's own
			faulty "$fault" "descriptors=6
				trap 'eval \"\$look\"; echo end' EXIT
				$text
				echo no"
			assert_output end
			assert_failure 1
			case $fault in
			process*) assert_stderr "jsh: line 3: cannot make a process: $again" ;;
			*) assert_stderr "jsh: line 3: cannot make a pipe: $many" ;;
			esac
		done
	done
}

@test "at the prompt that ends the line, not the shell" {
	faulty_reading process:1:EAGAIN,pipe:3:EMFILE +m -i <<-'EOF'
		echo "no: $(echo a)"; echo no
		echo $?; sleep 1h | sleep 1h; echo $?
		read -r children </proc/$$/task/$$/children; echo "[$children]"
	EOF
	assert_output $'1\n1\n[]'
	assert_equal "$(grep -o 'jsh: .*' <<<"$stderr")" \
		"jsh: cannot make a process: $again
jsh: cannot make a pipe: $many"
	assert_success
}

@test "without a descriptor a redirection fails, and what it is for is not run" {
	: >file
	for text in 'echo no >file' '{ echo no; } >file' 'f() { echo no; }; f >file' \
		'cat /dev/null <file' 'echo no <<E
a
E'; do
		faulty dup:1:EMFILE "$text
			echo \$?; eval \"\$look\"; echo on"
		case $text in
		cat*) assert_output $'0\non' ;; # the program's own process does it
		*) assert_output $'1\non' ;;
		esac
	done
	assert [ ! -s file ]
}

@test "a redirection that fails takes back the ones before it" {
	faulty dup:4:EMFILE 'echo no >file 2>&1 3<&0
		echo $?; eval "$look"; echo on'
	assert_output $'1\non'
}

@test "a here-document that cannot be written is a failed redirection" {
	faulty write:1:ENOSPC 'cat <<-E
			text
		E
		echo $?; eval "$look"; echo on'
	assert_output $'1\non'
	assert_stderr "jsh: line 1: here-document: No space left on device"
}

@test "a builtin whose output cannot be written says so, with status 1" {
	faulty write:1:ENOSPC 'echo text
		echo $?'
	assert_output 1
	assert_stderr "jsh: line 1: echo: write error: No space left on device"
	for command in 'echo x' 'printf x' pwd set 'type cd' help 'umask' 'alias' \
		'export' 'readonly' 'ulimit -a' times 'kill -l' 'command -v ls' \
		'hash' 'set -o' trap 'jobs' 'cd -' 'test_function' 'eval echo x' \
		'. ./lib' 'command echo x' 'jobs -l'; do
		echo 'echo x' >lib
		run_jsh -c 'alias a=b; readonly r=1; set -m; cat /dev/null; trap : INT; cd .
			test_function() { echo x; }; mkfifo f; read x <f & 
			'"$command"' >/dev/full; echo $?; : >f; wait'
		assert_output 1
		assert_equal "$(grep -c 'write error: No space left on device' \
			<<<"$stderr")" 1
		assert_equal "$(grep -vc '^\[1\]' <<<"$stderr")" 1
		rm f
	done
}
