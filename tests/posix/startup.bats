#!/usr/bin/env bats
#
# startup.bats - what a shell makes of its environment, and its options
#
# POSIX.1-2024 XCU sh, OPTIONS and ENVIRONMENT VARIABLES; 2.5.3.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016,SC2154 # the shell under test expands

load ../lib/posix

# Run COMMAND with only these variables.
with() { # [NAME=VALUE...] -- COMMAND
	local variables=()
	while [[ $1 != -- ]]; do
		variables+=("$1")
		shift
	done
	run env -i PATH="$PATH" "${variables[@]}" "$JSH" -c "$2" 3>&-
}

@test "PPID, OPTIND and IFS of the environment are ignored" {
	with OPTIND=9 IFS=x -- 'x="a b axb"; set -- $x; echo $# $OPTIND'
	departs ksh 2.5.3
	assert_output '3 1'
	with PPID=1 -- 'test "$PPID" -gt 1 && echo parent'
	assert_output 'parent'
}

@test "LINENO of the environment is ignored" {
	departs busybox 'sh'
	with LINENO=77 -- $'\necho $LINENO'
	departs dash 2.5.3
	departs ksh 2.5.3
	departs mksh 2.5.3
	assert_output '2'
}

@test "PWD is kept if it names the current directory" {
	mkdir real
	ln -s real link
	local here=$PWD
	cd link
	with PWD="$here/link" -- 'echo "$PWD"; pwd'
	assert_output "$here/link"$'\n'"$here/link"
}

@test "PWD is not kept if it is relative, has . or .. or names another place" {
	departs busybox 'sh'
	local here wrong
	here=$(pwd -P)
	mkdir sub
	for wrong in . "$here/." "$here/sub/.." "$here/../${here##*/}" /tmp \
		/nonexistent ''; do
		with PWD="$wrong" -- 'echo "$PWD"'
		departs dash 'sh, ENVIRONMENT VARIABLES, PWD'
		departs ksh 'sh, ENVIRONMENT VARIABLES, PWD'
		departs bash 'sh, ENVIRONMENT VARIABLES, PWD'
		departs mksh 'sh, ENVIRONMENT VARIABLES, PWD'
		assert_output "$here"
	done
	with -- 'echo "$PWD"'
	assert_output "$here"
}

@test "PS4 of the environment is used" {
	unlike bash 'ignores it when run by root'
	unlike yash 'uses a variable of its own'
	run env -i PATH="$PATH" PS4='trace ' "$JSH" -xc ':' 3>&-
	assert_output 'trace :'
}

@test "names that are no identifiers are handed on" {
	departs busybox 'sh'
	with a.b=1 'f()=2' 1x=3 -- 'env | grep -c -e "^a\.b=1$" -e "^f()=2$" -e "^1x=3$"'
	unlike dash 'leaves them out'
	unlike mksh 'leaves them out'
	assert_output '3'
}

@test "a variable of the environment is exported, and others are not" {
	with E=1 -- 'E=2; N=3; env | grep -e ^E= -e ^N='
	assert_output 'E=2'
}

@test "an option's name may be attached to -o" {
	unlike bash 'takes the letters as options'
	unlike dash 'takes the letters as options'
	unlike busybox 'wants it to be an argument of its own'
	run_jsh -onoglob -c 'echo *'
	assert_success
	assert_output '*'
	run_jsh -eonoglob -c 'echo *; false; echo bad'
	assert_output '*'
	run_jsh -f -c 'set +onoglob; echo /dev/nul[l]'
	assert_output '/dev/null'
}

@test "letters after -c, and -o last of several letters" {
	run_jsh -cf 'echo *'
	assert_output '*'
	run_jsh -feo nounset -c 'echo *; echo $u; echo bad'
	assert_failure
	assert_output '*'
	run_jsh -fo nounset +o nounset -c 'echo *$u'
	assert_output '*'
}

@test "options may follow -c" {
	run_jsh -c -f 'echo *'
	assert_output '*'
	run_jsh -c -- 'echo "$0"' -f
	assert_output '-f'
}

@test "-- and - end the options" {
	echo 'echo "file $1"' >./-x
	run_jsh -- -x 1
	assert_output 'file 1'
	run_jsh -f -- -x -e
	assert_output 'file -e'
}

@test "a login shell reads .profile at home" {
	echo 'profile=read; echo "$0" >&2' >"$HOME/.profile"
	run bash -c 'exec -a -sh "$1" -c "echo \$profile"' - "$JSH" 3>&-
	unlike yash 'reads a file of its own'
	assert_line 'read'
	run_jsh -c 'echo "[$profile]"'
	assert_output '[]'
}

@test "exit in .profile ends a login" {
	echo 'exit 6' >"$HOME/.profile"
	run bash -c 'exec -a -sh "$1" -c "echo bad"' - "$JSH" 3>&-
	unlike yash 'reads a file of its own'
	assert_failure 6
	refute_output --partial 'bad'
}

@test "ENV is not read when it is empty, or the file is missing" {
	unlike busybox 'greets on standard output'
	ENV='' run_jsh -i -c 'echo c'
	assert_output 'c'
	ENV=/nonexistent run_jsh -i -c 'echo c'
	assert_output 'c'
}
