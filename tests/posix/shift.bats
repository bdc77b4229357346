# XCU shift
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "shift drops the first parameter" {
	run_jsh -c 'shift; echo $# "$@"' sh a b c
	assert_output '2 b c'
}

@test "shift n drops n, shift 0 none" {
	run_jsh -c 'shift 2; echo $# "$1"; shift 0; echo $#; shift 1; echo $#' \
		sh a b c
	assert_output $'1 c\n1\n0'
}

@test "shift beyond the last is an error, and drops nothing" {
	unlike busybox 'says nothing, as it need not be an error'
	run_jsh -c '(shift 4; echo $? $#) || echo ended' sh a b c
	assert_output --regexp '^(1 3|ended)$' # dash, ksh and mksh end
	assert [ -n "$stderr" ]
}

@test "shift in a function is for the function's parameters" {
	run_jsh -c 'f() { shift; echo "$@"; }; f 1 2; echo "$@"' sh a b
	assert_output $'2\na b'
}

@test "shift with a wrong number fails" {
	departs ksh 'shift'
	departs zsh 'shift'
	departs mksh 'shift'
	for operand in x 1x; do
		run_jsh -c "(shift $operand) || echo failed" sh a
		assert_output failed
		assert [ -n "$stderr" ]
	done
}

@test "shift 0, shift of all, and too many or wrong numbers" {
	script <<'EOF'
set -- a b c; shift 0; echo $# $1; shift 3; echo $#; shift 0; echo $?
set -- a b c; shift 03; echo $#
set -- a; f() { shift; echo $# $1; }; f x y; echo $#
EOF
	departs ksh 'shift: a decimal number'
	prints '3 a' 0 0 0 '1 y' 1
	script 'set -- a b; (shift 5) 2>/dev/null; echo $(($? > 0))
		(shift 99999999999) 2>/dev/null; echo $(($? > 0))
		(shift -1) 2>/dev/null; echo $(($? > 0)); echo $#'
	prints 1 1 1 2
	departs zsh 'shift: what is no number is an error'
	departs mksh 'shift: what is no number is an error'
	script '(shift abc) 2>/dev/null; echo $(($? > 0))'
	prints 1
}
