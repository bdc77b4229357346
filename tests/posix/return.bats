# XCU return
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "return leaves a function with its status" {
	run_jsh -c 'f() { return 3; echo never; }; f; echo $?'
	assert_output 3
}

@test "return without n has the status of the last command" {
	run_jsh -c 'f() { false; return; }; f; echo $?'
	assert_output 1
}

@test "return leaves all loops of the function" {
	run_jsh -c 'f() { while :; do for i in 1 2; do return 4; done; done; }
		f; echo $?'
	assert_output 4
}

@test "return leaves only the innermost function" {
	run_jsh -c 'g() { return 1; }; f() { g; echo in f; }; f'
	assert_output 'in f'
}

@test "return leaves a dot script" {
	printf '%s\n' 'echo one' 'return 5' 'echo never' >script
	run_jsh -c '. ./script; echo $?'
	assert_output $'one\n5'
}

@test "return in a dot script inside a function leaves the script only" {
	echo 'return 6' >script
	run_jsh -c 'f() { . ./script; echo $?; }; f'
	assert_output 6
}

@test "return from nested constructs, with a status of 0 to 255" {
	script <<'EOF'
f() { for i in 1 2; do while :; do case x in x) if :; then { return $1; }; fi ;; esac; done; done; echo no; }
for n in 0 1 42 255; do f $n; printf '%s ' $?; done; echo
g() { f 3; echo $?; return; }; g; echo $?
h() { (return 5; echo no); echo $?; false; return; }; h; echo $?
i() { return; }; false; i; echo $?; (exit 9); i; echo $?
EOF
	prints '0 1 42 255 ' 3 0 5 1 1 9
}

@test "return with a wrong n fails and goes no further in the function" {
	unlike ksh 'takes what is no number, as POSIX allows'
	unlike zsh 'takes what is no number, as POSIX allows'
	script 'f() { return abc; echo no; }; (f); echo $(($? > 0))'
	complains 0 1
}

@test "-- ends the options of return, exit, shift, break and continue" {
	departs busybox 'return'
	for peer in dash mksh; do
		departs $peer 'return: --'
	done
	script <<'EOF'
f() { return -- 4; }; f; echo $?
(exit -- 5); echo $?
set -- a b c; shift -- 2; echo $1
for i in 1 2; do break -- 1; done; echo $i
for i in 1 2; do continue -- 1; echo no; done; echo $i
EOF
	prints 4 5 c 1 2
}
