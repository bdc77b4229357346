# XCU alias, unalias
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "an alias is replaced from the next line on" {
	run_jsh_reading -s <<'X'
alias hi='echo hello'
hi world
X
	assert_output 'hello world'
}

@test "alias lists definitions that can be read back" {
	run_jsh -c 'alias x="echo '\''a b'\''"; v=$(alias x); unalias x
eval "alias -- $v" 2>/dev/null || eval "alias $v"
eval x'
	assert_output 'a b'
}

@test "alias of an unknown name fails" {
	run_jsh -c 'alias nothing; echo $?'
	assert_output 1
	assert [ -n "$stderr" ]
}

@test "unalias removes, unalias -a removes all" {
	run_jsh -c 'alias a=x b=y c=z; unalias a; alias a 2>/dev/null || echo no a
		alias b >/dev/null && echo b; unalias -a; alias'
	assert_output $'no a\nb'
}

@test "unalias of an unknown name fails" {
	run_jsh -c 'unalias nothing; echo $?'
	assert_output 1
	assert [ -n "$stderr" ]
}

@test "one operand that fails does not stop the others" {
	run_jsh -c 'alias a=x; unalias nothing a; echo $?; alias a 2>/dev/null || echo gone'
	assert_output $'1\ngone'
}

@test "after a value that ends in a blank an alias may lead to another one" {
	run_jsh_reading <<-'EOF'
		alias echo="echo " a=b b=c d="1 2 " empty="" blank=" "
		echo a
		echo d a b
		echo empty a
		echo blank a
		echo a a
	EOF
	assert_output $'c\n1 2 c b\nc\nc\nc a'
}
