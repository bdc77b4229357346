# read of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "without names the whole line goes to REPLY" {
	run_jsh_reading -c 'read; echo "[$REPLY]"' <<<'  a  b '
	assert_output '[  a  b ]'
}

@test "NUL bytes are dropped" {
	run_jsh_reading -c 'read -r a; echo "$a"' < <(printf 'a\0b\n')
	assert_output ab
}

@test "a blank protected at the end of the last field stays" {
	run_jsh_reading -c 'read a b; echo "[$b]"' <<<'x y\  '
	assert_output '[y ]'
}

@test "a backslash at the end of the input is dropped" {
	run_jsh_reading -c 'read a; echo "$? [$a]"' < <(printf 'a\134')
	assert_output '1 [a]'
}

@test "-d with the NUL byte reads names of find -print0" {
	run_jsh_reading -c 'while IFS= read -r -d "" f; do echo "[$f]"; done' \
		< <(printf 'a b\0c\nd\0')
	assert_output $'[a b]\n[c\nd]'
}

@test "-t gives up with status 142" {
	mkfifo fifo
	run_jsh -c 'exec 3<>fifo; x=old; read -t 0.05 x <&3; echo "$? [$x]"'
	assert_output '142 []'
}

@test "-t does not matter when there is input" {
	run_jsh_reading -c 'read -t 60 x; echo "$? $x"' < <(echo in)
	assert_output '0 in'
}

@test "-p writes nothing when input is no terminal" {
	run_jsh_reading -c 'read -p "name: " x; echo "$x"' <<<in
	assert_output in
	assert_stderr ''
}

@test "a descriptor that is closed, or a directory, is status 2" {
	run_jsh -c 'read x <&-; echo $?; read x </; echo $?'
	assert_output $'2\n2'
	assert_stderr 'jsh: line 1: read: standard input: Bad file descriptor
jsh: line 1: read: standard input: Is a directory'
}

@test "what is no name is status 2, and nothing is read" {
	run_jsh_reading -c 'read a 1b; echo $?; read a; echo "$a"' <<<first
	assert_output $'2\nfirst'
	assert_stderr --partial 'read: 1b: not a variable name'
}

@test "IFS may be among the names" {
	run_jsh_reading -c 'IFS=:; read IFS a b; echo "[$IFS][$a][$b]"' <<<'x:y:z'
	assert_output '[x][y][z]'
}

@test "traps run at once, and read goes on" {
	mkfifo fifo ready
	run_jsh -c 'trap "echo caught; echo go >ready" USR1
		{ kill -USR1 $$; read x <ready; echo line; } >fifo &
		read x <fifo; echo "$x"; wait'
	assert_output $'caught\nline'
}

@test "exit in a trap ends read" {
	mkfifo fifo
	run_jsh -c 'trap "exit 7" USR1; exec 3<>fifo
		kill -USR1 $$ & read x <&3; echo never'
	assert_failure 7
	assert_output ''
}


@test "-t ends the wait also for input that never pauses and has no newline" {
	run_jsh -c 'read -t 0.1 x </dev/zero; echo $?'
	assert_output 142
}
