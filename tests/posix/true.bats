# XCU colon, true, false
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "colon and true succeed, false fails, whatever their arguments" {
	run_jsh -c ': a b; echo $?; true a b; echo $?; false a b; echo $?'
	assert_success
	assert_output $'0\n0\n1'
}

@test "colon expands its arguments" {
	run_jsh -c ': "${x:=set}"; echo "$x"'
	assert_output set
}

@test "a redirection error of colon ends the shell" {
	run_jsh -c ': >/nonexistent/file; echo alive'
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "assignments before colon stay" {
	run_jsh -c 'x=1 :; echo "$x"'
	assert_output 1
}

@test "assignments before true do not stay" {
	run_jsh -c 'x=1; x=2 true; echo "$x"'
	assert_output 1
}

@test "true, false and : take anything; : expands it" {
	script <<'EOF'
true a -x --help; echo $?; false a; echo $?; : a -x --; echo $?
: ${x:=set} $(exit 3); echo $? $x
: >file && [ -e file ] && echo file; true >file2; [ -e file2 ] && echo file2
EOF
	prints 0 1 0 '0 set' file file2
	script ': ${x?no}; echo no'; complains any
	script ': >/nonexistent/x; echo no'; complains any
	script 'true >/nonexistent/x; echo $(($? > 0))'; complains 0 1
}
