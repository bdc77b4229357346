# XCU dot
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "dot runs a file in this shell" {
	echo 'x=1; f() { echo f; }' >script
	run_jsh -c '. ./script; echo $x; f'
	assert_output $'1\nf'
}

@test "dot looks in PATH, and the file need not be executable" {
	mkdir bin
	echo 'echo found' >bin/script
	run_jsh -c 'PATH=$PWD/bin:$PATH; . script'
	assert_output found
}

@test "dot has the status of the last command, 0 without one" {
	echo '(exit 3)' >script
	: >empty
	run_jsh -c '. ./script; echo $?; false; . ./empty; echo $?'
	assert_output $'3\n0'
}

@test "the script sees the status from before" {
	echo 'echo $?' >script
	run_jsh -c '(exit 5); . ./script'
	assert_output 5
}

@test "a file that is not there ends the shell" {
	run_jsh -c '. ./nowhere; echo alive'
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "dot sees the positional parameters" {
	echo 'echo $# "$1"' >script
	run_jsh -c '. ./script' sh a b
	assert_output '2 a'
}

@test "break in a dot script leaves the loop around it" {
	unlike yash 'does not, as POSIX allows'
	unlike zsh 'does not, as POSIX allows'
	unlike mksh 'does not, as POSIX allows'
	echo break >script
	run_jsh -c 'for i in 1 2; do . ./script; done; echo $i'
	assert_output 1
}

@test "a syntax error in the file ends the shell" {
	departs ksh '2.8.1'
	departs zsh '2.8.1'
	departs mksh '2.8.1'
	echo 'if' >script
	run_jsh -c '. ./script; echo alive'
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "a file of empty lines and comments has status 0" {
	printf '\n# nothing\n\n' >file
	: >empty
	script 'false; . ./file; echo $?; false; . ./empty; echo $?'
	prints 0 0
}

@test "PATH is searched when there is no slash, directories are passed over" {
	departs mksh 'dot: a directory in PATH'
	departs yash 'dot: an empty element of PATH'
	script <<'EOF'
mkdir -p p1/f p2; echo 'echo found $1 $#' >p2/f; chmod 0444 p2/f
PATH=p1:p2:$PATH; set -- a b; . f; . -- f
echo 'echo here' >g; PATH=:/bin; . g
EOF
	prints 'found a 2' 'found a 2' here
}

@test "what cannot be found or read ends a script, wherever it is" {
	departs zsh 'dot: an error of a special builtin'
	departs mksh 'dot: a directory'
	for code in '. ./nothing' '. nothing' '. /nonexistent/x' 'eval ". ./nothing"' \
		'f() { . ./nothing; }; f' ': >g; . g'; do
		script "$code; echo no"
		complains any
	done
	script '(. ./nothing; echo no); echo $(($? > 0))'
	complains 0 1
}

@test "the status of the script, of return and of exit in it" {
	script <<'EOF'
echo false >f; . ./f; echo $?
echo 'return 5; echo no' >f; g() { . ./f; echo after $?; }; g
printf 'false\nreturn\n' >f; . ./f; echo $?
echo 'exit 6' >f; (. ./f; echo no); echo $?
echo 'break; echo no' >f; for i in 1 2; do . ./f; done; echo $i
echo 'set -- q; x=1; cd /' >f; set -- a; . ./f; echo $1 $x $PWD
EOF
	departs yash 'break: a loop around dot'
	departs zsh 'break: a loop around dot'
	unlike mksh 'break: a loop around dot, which is unspecified'
	prints 1 'after 5' 1 6 1 'q 1 /'
}

@test "a syntax error after good lines: these are run first" {
	departs bash 'dot: a syntax error ends the shell'
	departs ksh 'dot: a syntax error ends the shell'
	departs mksh 'dot: a syntax error ends the shell'
	departs zsh 'dot: a syntax error ends the shell'
	unlike yash 'reads the file whole'
	script "printf 'echo a\\nfor\\n' >f; . ./f; echo no"
	complains any a
}
