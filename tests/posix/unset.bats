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

@test "-f and -v each take their own; without them it is the variable" {
	departs bash 'unset: a function without -f is unspecified only if there is no variable'
	script <<'EOF'
x=1; x() { echo f; }
unset -f x; echo ${x-unset}; x 2>/dev/null || echo gone
x() { echo f; }; unset -v x; echo ${x-unset}; x
x=1; unset x; echo ${x-unset}; x
unset -f nosuch; echo $?; unset nosuch; echo $?; unset -v -- nosuch; echo $?
EOF
	prints 1 gone unset f unset f 0 0 0
}

@test "an error of unset ends a script" {
	departs ksh 'unset: an error of a special builtin'
	departs mksh 'unset: an error of a special builtin'
	departs bash 'unset: an error of a special builtin'
	departs zsh 'unset: an error of a special builtin'
	for code in 'unset -Z x' 'readonly r=1; unset r' 'readonly r=1; unset -v x r'; do
		script "$code; echo no"
		complains any
	done
}

@test "unset of what the shell uses: IFS, PATH, OPTIND, a running function" {
	departs dash 'unset: OPTIND'
	departs yash 'unset: PATH'
	departs zsh 'unset: OPTIND'
	script <<'EOF'
IFS=:; x='a b:c'; unset IFS; set -- $x; echo $#; echo "$*"
f() { unset -f f; echo still; }; f; f 2>/dev/null || echo gone
export e=1; unset e; sh -c 'echo ${e-unset}'
unset OPTIND HOME PWD OLDPWD CDPATH; echo $?
EOF
	prints 2 'a b:c' still gone unset 0
}
