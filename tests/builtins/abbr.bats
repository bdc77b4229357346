# abbr: defining, listing and removing; typing them is in
# tests/interactive/abbreviations.bats
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

@test "what is listed is sorted and can be read back" {
	run_jsh -c "abbr b='echo \"it'\\''s\"' a=; abbr"
	assert_success
	assert_output "abbr a=''
abbr b='echo \"it'\\''s\"'"
	run_jsh -c "$output; abbr"
	assert_output "abbr a=''
abbr b='echo \"it'\\''s\"'"
}

@test "one is shown by its name, and may be redefined" {
	run_jsh -c "abbr g='git status'; abbr g=git d=date; abbr d g"
	assert_success
	assert_output "abbr d=date
abbr g=git"
}

@test "-u removes, and what is not there is an error after the others" {
	run_jsh -c 'abbr a=1 b=2 c=3; abbr -u a x c; echo $?; abbr'
	assert_stderr 'jsh: line 1: abbr: x: not found'
	assert_output "1
abbr b=2"
	run_jsh -c 'abbr x; echo $?'
	assert_stderr 'jsh: line 1: abbr: x: not found'
	assert_output '1'
}

@test "a name is a word that needs no quotes" {
	run_jsh -c 'abbr "a b=x" =x -- -x=y "a;=z" good=g; echo $?; abbr'
	assert_output "1
abbr good=g"
	assert_stderr --partial 'line 1: abbr: a b=x: not a name for an abbreviation'
	assert_stderr --partial 'line 1: abbr: =x: not a name for an abbreviation'
	run_jsh -c 'abbr -- -x=y'
	assert_failure 1
	assert_stderr 'jsh: line 1: abbr: -x=y: not a name for an abbreviation'
}

@test "an unknown option and -u alone are usage errors" {
	run_jsh -c 'abbr -z'
	assert_failure 2
	run_jsh -c 'abbr -u'
	assert_failure 2
	assert_stderr --partial 'usage: abbr [name[=text] ...] | abbr -u name ...'
}

@test "a script knows nothing of them" {
	run_jsh -c 'abbr hello="echo hello"
		hello
		echo $?'
	assert_output 127
}

@test "posix mode does not have it" {
	run_jsh -o posix -c 'abbr a=b; echo $?'
	assert_output 127
}
