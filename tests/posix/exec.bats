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
	departs mksh 'exec: functions are not found'
	run_jsh -c 'ls() { echo function; }; exec ls /dev/null'
	assert_output /dev/null
}

@test "assignments before exec are in the environment of the command" {
	run_jsh -c 'V=1 exec env'
	assert_line V=1
}

@test "exec does not run the EXIT trap" {
	departs mksh 'exec: the EXIT trap is not run'
	run_jsh -c 'trap "echo trapped" EXIT; exec true'
	assert_output ''
}

@test "caught signals have their default in the command" {
	run_jsh -c 'trap : TERM; exec sh -c "kill \$\$; echo alive"'
	assert_failure
	refute_output alive
}

@test "exec of what cannot be run: 126, 127, and the script ends" {
	script 'exec ./nothing; echo no'; complains 127
	script 'exec nosuchcommand; echo no'; complains 127
	script 'exec /; echo no'; complains 126
	script ': >plain; exec ./plain; echo no'; complains 126
	script 'PATH=/none exec ls; echo no'; complains 127
	departs mksh 'exec: functions are not found'
	script 'f() { :; }; exec f; echo no'; complains 127
}

@test "redirections of exec stay, and an error in them ends the script" {
	script <<'EOF'
exec 3>file 4>&3; echo a >&3; echo b >&4; exec 3>&- 4>&-
{ echo c >&3; } 2>/dev/null || echo closed; cat file
exec <file; read x; read y; echo $x$y
x=1; x=2 exec 5>&1; echo $x
exec --; echo $?
EOF
	departs dash 'exec: --'
	unlike mksh 'crashes at exec --'
	departs zsh 'exec: --'
	prints closed a b ab 2 0
	script 'exec 3</nonexistent; echo no'; complains any
	script 'exec 1>&9; echo no'; complains any
}

@test "traps, ignored signals and variables across exec" {
	script "trap 'echo no' TERM EXIT; exec sh -c 'kill \$\$; echo no'"
	((status > 128)) || fail "$status"
	assert_output ''
	script "trap '' TERM; x=1 exec sh -c 'kill \$\$; echo \$x alive'"
	prints '1 alive'
}
