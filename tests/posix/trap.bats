# XCU trap
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "a trap's action runs when the signal comes" {
	run_jsh -c 'trap "echo caught" USR1; kill -USR1 $$; echo after'
	assert_output $'caught\nafter'
}

@test "\$? is kept over an action" {
	run_jsh -c 'trap "false" USR1; (exit 3); x=$?; kill -USR1 $$; echo $? $x'
	assert_output '0 3'
}

@test "- and a first operand that is a number reset" {
	run_jsh -c 'trap "echo x" EXIT; trap - EXIT; trap "echo y" 0; trap 0
		trap "echo z" USR1 EXIT; trap 10 0; trap'
	assert_output ''
}

@test "an empty action ignores, also in programs" {
	run_jsh -c 'trap "" USR1; kill -USR1 $$; sh -c "kill -USR1 \$\$; echo lives"'
	assert_output lives
}

@test "trap lists actions that can be read back" {
	bug_of dash 'shows none in a command substitution'
	run_jsh -c 'trap "echo '\''a b'\''" INT; trap "" TERM; v=$(trap)
		trap - INT TERM; eval "$v"; kill -INT $$; kill -TERM $$; echo end'
	assert_output $'a b\nend'
}

@test "the list has one line for each, in trap's own form" {
	run_jsh -c 'trap "echo x" INT; trap'
	assert_output "trap -- 'echo x' INT"
}

@test "a subshell starts without the actions" {
	run_jsh -c 'trap "echo outer" USR1; (sh -c "kill -USR1 \$PPID"; echo alive)
		echo $?'
	refute_line outer
	refute_line alive
}

@test "ignored signals stay ignored in a subshell" {
	run_jsh -c 'trap "" USR1; (sh -c "kill -USR1 \$PPID"; echo alive)'
	assert_output alive
}

@test "a command substitution shows the actions of its parent" {
	bug_of dash 'shows none in a command substitution'
	run_jsh -c 'trap "echo x" INT; echo "$(trap)"'
	assert_output "trap -- 'echo x' INT"
}

@test "names may be numbers; several conditions share an action" {
	run_jsh -c 'trap "echo x" 2 TERM 0; kill -TERM $$; kill -INT $$; trap - 0'
	assert_output $'x\nx'
}

@test "a wrong condition is status 1, and the shell goes on" {
	run_jsh -c 'trap "echo x" NOTHING USR1; echo $?; kill -USR1 $$'
	assert_line --index 0 1
	assert [ -n "$stderr" ]
}

@test "the EXIT trap runs at the end, once" {
	run_jsh -c 'trap "echo bye" EXIT; echo end'
	assert_output $'end\nbye'
	run_jsh -c 'trap "echo bye; exit" EXIT; exit 2'
	assert_failure 2
	assert_output bye
}

@test "signals ignored at entry stay ignored" {
	run_jsh -c 'trap "" USR1
		"$0" -c "trap \"echo caught\" USR1; kill -USR1 \$\$; echo end"' "$JSH"
	assert_output end
}

@test "an action sees the variables and positional parameters" {
	run_jsh -c 'trap "echo \$x \$1" USR1; x=later; kill -USR1 $$' sh first
	assert_output 'later first'
}

@test "an action runs after the foreground program, not in its middle" {
	run_jsh -c 'trap "echo caught" USR1
		sh -c "kill -USR1 \$PPID; echo program"; echo end'
	assert_output $'program\ncaught\nend'
}
