# XCU exec
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "exec replaces the shell" {
	run_jsh -c 'exec echo replaced; echo never'
	assert_output replaced
}

@test "exec keeps the process id" {
	run_jsh -c 'echo $$; exec sh -c "echo \$\$"'
	assert_equal "${lines[0]}" "${lines[1]}"
}

@test "exec without a command keeps redirections" {
	run_jsh -c 'exec >file; echo one; echo two; exec >&2; cat file >&2'
	assert_output ''
	assert_stderr $'one\ntwo'
}

@test "exec opens and closes descriptors" {
	echo line >file
	run_jsh -c 'exec 3<file; read x <&3; echo "$x"; exec 3<&-
		(read y <&3) 2>/dev/null || echo closed'
	assert_output $'line\nclosed'
}

@test "exec of a command that does not exist is status 127 and ends" {
	run_jsh -c '"$0" -c "exec /nonexistent/command; echo alive"; echo $?' \
		"$JSH"
	assert_output 127
	assert [ -n "$stderr" ]
}

@test "exec of what cannot be executed is status 126 and ends" {
	echo text >file
	run_jsh -c 'exec ./file; echo alive'
	assert_failure 126
	assert_output ''
}

@test "exec finds programs in PATH, not functions" {
	run_jsh -c 'ls() { echo function; }; exec ls /dev/null'
	assert_output /dev/null
}

@test "assignments before exec are in the environment of the command" {
	run_jsh -c 'V=1 exec env'
	assert_line V=1
}

@test "exec does not run the EXIT trap" {
	run_jsh -c 'trap "echo trapped" EXIT; exec true'
	assert_output ''
}

@test "caught signals have their default in the command" {
	run_jsh -c 'trap : TERM; exec sh -c "kill \$\$; echo alive"'
	assert_failure
	refute_output alive
}
