# XCU unset
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "unset removes a variable" {
	run_jsh -c 'x=1; unset x; echo "${x-unset}"; y=; unset -v y; echo "${y-unset}"'
	assert_output $'unset\nunset'
}

@test "unset of an exported variable takes it out of the environment" {
	run_jsh -c 'export x=1; unset x; sh -c "echo \${x-unset}"; x=2
		sh -c "echo \${x-unset}"'
	assert_output $'unset\nunset'
}

@test "unset -f removes a function" {
	run_jsh -c 'f() { echo f; }; unset -f f; f 2>/dev/null; echo $?'
	assert_output 127
}

@test "unset -v leaves a function of that name" {
	run_jsh -c 'x=1; x() { echo f; }; unset -v x; x; echo "${x-unset}"'
	assert_output $'f\nunset'
}

@test "unset of what is not set is no error" {
	run_jsh -c 'unset -v nothing; echo $?; unset -f nothing; echo $?'
	assert_output $'0\n0'
}

@test "a read-only variable cannot be unset" {
	run_jsh -c 'readonly x=1; (unset x) && echo unset; echo "$x"'
	assert_output 1
	assert [ -n "$stderr" ]
}

@test "unset takes several names" {
	run_jsh -c 'a=1 b=2 c=3; unset a c; echo "${a-u} ${b-u} ${c-u}"'
	assert_output 'u 2 u'
}
