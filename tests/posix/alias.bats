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
	departs zsh 'alias: where its message goes'
	departs mksh 'alias: where its message goes'
	run_jsh -c 'alias nothing; echo $?'
	assert_output 1
	assert [ -n "$stderr" ]
}

@test "unalias removes, unalias -a removes all" {
	departs mksh 'alias: where its message goes'
	run_jsh -c 'alias a=x b=y c=z; unalias a; alias a 2>/dev/null || echo no a
		alias b >/dev/null && echo b; unalias -a; alias'
	assert_output $'no a\nb'
}

@test "unalias of an unknown name fails" {
	departs ksh 'alias: where its message goes'
	departs mksh 'alias: where its message goes'
	run_jsh -c 'unalias nothing; echo $?'
	assert_output 1
	assert [ -n "$stderr" ]
}

@test "one operand that fails does not stop the others" {
	departs mksh 'alias: where its message goes'
	run_jsh -c 'alias a=x; unalias nothing a; echo $?; alias a 2>/dev/null || echo gone'
	assert_output $'1\ngone'
}

@test "after a value that ends in a blank an alias may lead to another one" {
	unlike bash 'looks at no word after an alias whose value is empty'
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

@test "alias writes definitions that are read back, whatever is in them" {
	departs mksh 'alias: comes with aliases of its own'
	script <<'EOF'
alias a='echo "x  y"' b="echo 'it'" c='' d='a=b' e='$x `y` \'
alias >file; alias a c >part
unalias -a; alias; sed 's/^/alias /' file >again; . ./again
alias >file2; cmp file file2 && alias a >part2 && head -n 1 part | cmp - part2
eval 'a; b'
EOF
	prints 'x  y' it
}

@test "alias and unalias: wrong names and options, and the rest is done" {
	departs dash 'unalias: without operands'
	departs mksh 'alias: a name that is not known'
	departs ksh 'alias: a name that is not known'
	departs busybox 'alias'
	script <<'EOF'
alias a=1 nope b=2 2>/dev/null || echo status; alias a b
unalias nope a 2>/dev/null || echo status; alias a 2>/dev/null || echo gone
unalias 2>/dev/null || echo usage; unalias -Z 2>/dev/null || echo option
alias -- b; unalias -- b; unalias -a; unalias -a; alias
EOF
	departs zsh 'alias: quoting'
	ends 0 status "$(printf 'a=%s\nb=%s' "$(q 1)" "$(q 2)")" status gone usage option "b=$(q 2)"
}

# How the shell under test quotes a word that needs none.
q() {
	if peer bash || peer dash; then echo "'$1'"; else echo "$1"; fi
}

@test "an alias is no command for command, function bodies and quoted words" {
	departs mksh 'alias: where its message goes'
	script <<'EOF'
alias true='echo alias' nothing='echo nothing'
eval 'true; \true; "true"; command true'
eval 'f() { true; }'; unalias true; f
eval 'nothing'
(alias sub=x); alias sub 2>/dev/null || echo no
EOF
	prints alias alias nothing no
}
