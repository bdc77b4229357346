# trap of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "trap -p lists all conditions, those with the default too" {
	run_jsh -c 'trap "echo a" INT; trap -p'
	assert_line 'trap -- - EXIT'
	assert_line "trap -- 'echo a' INT"
	assert_line 'trap -- - TERM'
	refute_line --partial KILL
}

@test "trap -p with conditions lists these" {
	run_jsh -c 'trap "" TERM; trap -p TERM SIGINT 0'
	assert_output "trap -- '' TERM
trap -- - INT
trap -- - EXIT"
}

@test "the output of trap -p can be read back" {
	run_jsh -c 'trap "echo caught" USR1; v=$(trap -p); trap - USR1; eval "$v"
		kill -USR1 $$'
	assert_output caught
}

@test "an action of several lines can be read back" {
	run_jsh -c 'trap "echo a
echo b" USR1; v=$(trap); trap - USR1; eval "$v"; kill -USR1 $$'
	assert_output $'a\nb'
}

@test "signals ignored when a script began are listed" {
	run_jsh -c 'trap "" HUP; "$0" -c "trap; trap \"echo x\" HUP; trap"' "$JSH"
	assert_output "trap -- '' HUP
trap -- '' HUP"
}

@test "a signal alone goes back to the default" {
	run_jsh -c 'trap "echo x" INT; trap INT; trap'
	assert_success
	assert_output ''
}

@test "an action for KILL or STOP has no effect and is no error" {
	run_jsh -c 'trap "echo x" KILL; trap "echo x" 9 STOP TERM; echo $?
		trap; trap - KILL STOP; echo $?'
	assert_output $'0\ntrap -- '"'echo x'"$' TERM\n0'
	assert_stderr ''
}

@test "an action without a signal is a usage error" {
	run_jsh -c 'trap "echo x"; echo alive'
	assert_failure 2
	assert_output ''
	assert_stderr 'jsh: usage: trap [-p] [action] [signal ...]'
}

@test "a subshell lists its parent's actions until it sets one" {
	run_jsh -c 'trap "echo x" INT; (trap; trap : TERM; trap)'
	assert_output "trap -- 'echo x' INT
trap -- : TERM"
}

@test "the trap on CHLD runs once for each child, also when many end together" {
	run_jsh -c 'n=0; trap "n=\$((n + 1))" CHLD
		i=0; while [ $i -lt 20 ]; do (exit 0) & i=$((i + 1)); done
		wait; echo $n'
	assert_output 20
}

@test "the trap on CHLD runs for a foreground child too, and not for those before it" {
	run_jsh -c '/bin/true; (exit 3) & wait; trap "echo child" CHLD
		/bin/true; echo end; trap - CHLD; /bin/true'
	assert_output $'child\nend'
}
