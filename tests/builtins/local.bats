# local: variables that end with their function
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

prints() { # TEXT
	assert_success
	assert_stderr ''
	assert_output "$1"
}

@test "a local variable has its value in the function and is put back after it" {
	run_jsh -c 'x=out; f() { local x=in y=new; echo $x $y; }
		f; echo $x ${y-unset}'
	prints $'in new\nout unset'
}

@test "local is there in sh as well" {
	run_jsh -o posix -c 'f() { local x=in; echo $x; }; f; command -v local'
	prints $'in\nlocal'
}

@test "a local variable without a value keeps that from outside" {
	run_jsh -c 'x=out; f() { local x y; echo $x ${y-unset}; x=in; y=in; }
		f; echo $x ${y-unset}'
	prints $'out unset\nout unset'
}

@test "functions that are called see the local variable of the caller" {
	run_jsh -c 'x=out; g() { echo $x; x=changed; }
		f() { local x=in; g; echo $x; }; f; echo $x'
	prints $'in\nchanged\nout'
}

@test "each call of a recursive function has its own" {
	run_jsh -c 'f() { local n=$1; [ $n = 0 ] || f $((n - 1)); echo $n; }; f 2'
	prints $'0\n1\n2'
}

@test "what looks like an assignment is not split" {
	run_jsh -c 'f() { local x=$(echo "a  b") y=~; echo "$x"; [ "$y" = "$HOME" ]; }
		f && command -v f'
	prints $'a  b\nf'
	run_jsh -c 'f() { command local x=$1; echo "$x"; }; f "a  b"'
	prints 'a  b'
}

@test "local twice puts back the value from outside" {
	run_jsh -c 'x=out; f() { local x=1; local x=2; }; f; echo $x'
	prints out
}

@test "a local variable ends with return out of a loop" {
	run_jsh -c 'x=out; f() { local x=in; while :; do return 3; done; }
		f; echo $? $x'
	prints '3 out'
}

@test "the EXIT trap sees the local variables of the function that exits" {
	run_jsh -c 'trap '\''echo $x; : ; echo $x'\'' EXIT; x=out
		f() { local x=in; exit 3; }; f'
	assert_failure 3
	assert_output $'in\nin'
	run_jsh -c 'trap '\''echo $x'\'' EXIT; x=out
		f() { local x=in; exit 3; }; eval f'
	assert_output in
}

@test "the EXIT trap does not see those of a function that returned" {
	run_jsh -c 'x=out; f() { local x=in; trap '\''echo $x'\'' EXIT; }; f'
	prints out
}

@test "unset leaves the variable local" {
	run_jsh -c 'x=out; f() { local x=in; unset x; echo ${x-unset}; x=again; }
		f; echo $x'
	prints $'unset\nout'
}

@test "attributes given in the function end with it" {
	run_jsh -c 'f() { local x=in; export x; env | grep ^x=; readonly x; }
		x=out; f; env | grep ^x=; x=free; echo $x'
	prints $'x=in\nfree'
}

@test "the local copy of an exported variable is exported" {
	run_jsh -c 'export x=out; f() { local x=in; env | grep ^x=; }
		f; env | grep ^x='
	prints $'x=in\nx=out'
}

@test "a read-only variable cannot be made local" {
	run_jsh -c 'readonly x=1; f() { local x=2; echo $? $x; }; f'
	assert_output '1 1'
	assert_stderr 'jsh: line 1: x: readonly variable'
}

@test "local outside a function is an error that ends nothing" {
	run_jsh -c 'local x=1; echo $? ${x-unset}'
	assert_output '1 unset'
	assert_stderr 'jsh: line 1: local: not in a function'
}

@test "local names what is no name and makes the others local" {
	run_jsh -c 'f() { local 1a=2 x=in; echo $? $x; }; x=out; f; echo $x'
	assert_output $'1 in\nout'
	assert_stderr 'jsh: line 1: local: 1a=2: not a variable name'
}

@test "local without operands does nothing" {
	run_jsh -c 'f() { local; }; f; echo $?'
	prints 0
}

@test "an assignment before a command does not hide what was outside" {
	run_jsh -c 'x=out; f() { local x; echo $x; x=in; }; x=before f; echo $x'
	prints $'before\nout'
	run_jsh -c 'x=out; f() { x=before eval "local x=in"; echo $x; }; f; echo $x'
	prints $'in\nout'
	run_jsh -c 'x=out; f() { local x=in; x=before eval "local x"; echo $x; }
		f; echo $x'
	prints $'before\nout'
}

@test "local - puts the options back" {
	run_jsh -c 'f() { local -; set -f; set -u; local -; set -C; echo $-; }
		f; echo $-; g() { set -f; }; g; echo $-'
	prints $'Cfhu\nh\nfh'
}

@test "local works in a script read in a function, and in a trap" {
	echo 'local x=in' >part
	run_jsh -c 'x=out; f() { . ./part; echo $x; }; f; echo $x'
	prints $'in\nout'
}

@test "PATH and the locale take effect and are put back" {
	run_jsh -c 'f() { local PATH=/nowhere LC_ALL=C; x=é; echo ${#x}; cat; }
		f; x=é; echo ${#x}; command -v cat >/dev/null && echo found'
	assert_output $'2\n1\nfound'
	assert_stderr 'jsh: line 1: cat: not found'
}

@test "LINENO goes on counting after it was local" {
	run_jsh -c 'f() { local LINENO=9; echo $LINENO; }
		f; echo $LINENO; LINENO=7 true
		echo $LINENO'
	prints $'9\n2\n3'
}

@test "a function with OPTIND of its own does not disturb its caller's getopts" {
	run_jsh -c 'f() { local OPTIND o; getopts xy o; echo $o; }
		set -- -abc arg
		while getopts abc o; do echo $o; f -y; done; shift $((OPTIND - 1))
		echo $1'
	prints $'a\ny\nb\ny\nc\ny\narg'
}

@test "^C and an error in a function put its variables back" {
	export JSH_EDITOR=plain
	ptyrun <<-'X'
		spawn $JSH -i
		expect "$ "
		line "x=out; f() { local x=in; cat; }; f"
		fact fg cat
		key ^C
		expect "$ "
		line "echo [$x]"
		expect "[out]"
		expect "$ "
		line "f() { local x=in; : ${y?is not set}; }; f"
		expect "is not set"
		expect "$ "
		line "echo [$x]"
		expect "[out]"
		expect "$ "
		line exit
		status 0
	X
}
