# messages of the builtins that steer the shell
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "shift says how many there are" {
	run_jsh -c 'shift 5; echo $? $#' jsh a b
	assert_output '1 2'
	assert_stderr 'jsh: line 1: shift: 5: only 2 parameters'
}

@test "exit with a number that is too large is status 2" {
	run_jsh -c 'exit 99999999999'
	assert_failure 2
	assert_stderr --partial 'exit: 99999999999: not a number that can be'
}

@test "exit takes its number modulo 256, as bash does" {
	run_jsh -c 'exit 257'
	assert_failure 1
	run_jsh -c 'exit -1'
	assert_failure 255
}

@test "return outside of functions ends a script, and a subshell" {
	run_jsh -c '(return 4; echo alive); echo $?; trap "echo end" EXIT
		return 3; echo alive'
	assert_failure 3
	assert_output $'4\nend'
	assert_stderr ''
}

@test "return outside of functions is an error at the prompt" {
	run_jsh -i -c 'return 3; echo $?'
	assert_output 2
	assert_stderr --partial 'return: not in a function or a script read by'
}

@test "return with a wrong number ends the script" {
	run_jsh -c 'f() { return x; }; f; echo alive'
	assert_failure 2
	assert_output ''
}

@test "break and continue outside of loops say so" {
	run_jsh -c 'break; echo $?; continue; echo $?'
	assert_output $'0\n0'
	assert_stderr --partial 'break: not in a loop'
}

@test "break in a function does not leave the loop around the call" {
	run_jsh -c 'f() { break; }; for i in 1 2; do f; done 2>/dev/null; echo $i'
	assert_output 2
}

@test "exec of nothing executable names it" {
	run_jsh -c '(exec nothing-such; echo alive); echo $?'
	assert_stderr --partial 'nothing-such: not found'
	assert_output 127
}

@test "dot without a file is a usage error" {
	run_jsh -c '.; echo alive'
	assert_failure 2
	assert_stderr 'jsh: usage: . file [argument ...]'
}

@test "dot names what it cannot read" {
	run_jsh -c 'command . ./nowhere; echo $?; command . nothing-such; echo $?'
	assert_output $'1\n1'
	assert_stderr --partial '.: ./nowhere: No such file or directory'
	assert_stderr --partial '.: nothing-such: not found in PATH'
}

@test "arguments of dot are the script's parameters" {
	echo 'echo "$# $1"; set -- x' >script
	run_jsh -c '. ./script a b; echo "$# $1"; . ./script; echo "$# $1"' jsh p
	assert_output $'2 a\n1 p\n1 p\n1 x'
}

@test "eval and dot nested without end are stopped" {
	echo '. ./script' >script
	run_jsh -c '. ./script'
	assert_failure
	assert_stderr --partial 'nested too deeply'
	run_jsh -c 'e="eval \$e"; eval "$e"'
	assert_failure
	assert_stderr --partial 'nested too deeply'
}
