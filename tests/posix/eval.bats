# XCU eval
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "eval runs its arguments joined by spaces" {
	run_jsh -c 'eval echo a "b  c" "; echo" d'
	assert_output $'a b c\nd'
}

@test "eval expands a second time" {
	run_jsh -c 'x=y; y=z; eval "echo \$$x"'
	assert_output z
}

@test "eval of nothing has status 0" {
	run_jsh -c 'false; eval; echo $?; false; eval ""; echo $?
		false; eval " " ""; echo $?'
	assert_output $'0\n0\n0'
}

@test "eval has the status of its last command" {
	run_jsh -c 'eval "true; (exit 3)"; echo $?'
	assert_output 3
}

@test "eval sees the status of the command before" {
	run_jsh -c '(exit 3); eval "echo \$?"'
	assert_output 3
}

@test "a syntax error in eval ends the shell with a message" {
	departs ksh '2.8.1'
	departs zsh '2.8.1'
	run_jsh -c 'eval "if"; echo alive'
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "eval runs several lines and here-documents" {
	run_jsh -c 'eval "cat <<E
one
E
echo two"'
	assert_output $'one\ntwo'
}

@test "break in eval leaves the loop around it" {
	run_jsh -c 'for i in 1 2; do eval break; done; echo $i'
	assert_output 1
}

@test "lines without a command have status 0, whatever was before" {
	script <<'EOF'
false; eval '
'; echo $?
false; eval '# nothing'; echo $?
false; eval '

# nothing
'; echo $?
eval 'false
# the end'; echo $?
EOF
	prints 0 0 0 1
}

@test "what eval runs is in this shell: variables, functions, return, exit" {
	departs ksh 'eval: arguments after an empty one'
	script <<'EOF'
eval 'x=1; f() { return 4; }'; echo $x; f; echo $?
g() { eval 'return 6; echo no'; echo no; }; g; echo $?
(eval 'exit 3'; echo no); echo $?
eval 'echo a' '; echo' b; eval eval eval 'echo c'; eval '' 'echo d' ''
set -- p q; eval 'echo $2; set -- r'; echo $1
y='$x'; eval "echo $y \$y"
EOF
	prints 1 4 6 3 a b c d q r '1 $x'
}

@test "-- ends the options of eval" {
	unlike dash 'takes -- as a command, as POSIX allows'
	unlike ksh 'takes -- as a command, as POSIX allows'
	unlike busybox 'takes -- as a command, as POSIX allows'
	script 'eval -- "echo a"; eval --; echo $?'
	prints a 0
}

@test "a syntax error in eval ends the shell, in a subshell only that" {
	departs bash 'eval: some syntax errors do not end the shell'
	departs ksh 'eval: a syntax error ends the shell'
	departs zsh 'eval: a syntax error ends the shell'
	for code in '(' 'if' 'if true' 'for' 'echo "' '}' 'case x in' '&& a' '<' '$('; do
		script 'eval "$1"; echo no' "$code"
		complains any
	done
	script '(eval "("; echo no); echo $(($? > 0))'
	complains 0 1
}
