# XCU cd, pwd
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "cd changes the directory, PWD and OLDPWD" {
	mkdir dir
	run_jsh -c 'd=$PWD; cd dir && [ "$PWD" = "$d/dir" ] &&
		[ "$OLDPWD" = "$d" ] && pwd'
	assert_output "$PWD/dir"
}

@test "cd without operand goes to HOME" {
	run_jsh -c 'HOME=/usr; cd; pwd'
	assert_output /usr
}

@test "cd - goes back and writes where" {
	run_jsh -c 'cd /usr; cd /; cd -; pwd; echo "$OLDPWD"'
	assert_output $'/usr\n/usr\n/'
}

@test "cd without OLDPWD cannot go back" {
	bug_of dash 'says nothing'
	run_jsh -c 'unset OLDPWD; cd -; echo $?'
	refute_output 0
	assert [ -n "$stderr" ]
}

@test "a symbolic link counts as a directory of its own" {
	mkdir -p real/sub
	ln -s real/sub link
	run_jsh -c 'cd link; pwd; pwd -P; cd ..; pwd'
	assert_output "$PWD/link
$PWD/real/sub
$PWD"
}

@test "cd -P follows links" {
	mkdir -p real/sub
	ln -s real/sub link
	run_jsh -c 'cd -P link; echo "$PWD"; cd ..; pwd'
	assert_output "$PWD/real/sub
$PWD/real"
}

@test "the last of -L and -P wins" {
	mkdir -p real/sub
	ln -s real/sub link
	run_jsh -c 'cd -P -L link; pwd; cd ..; cd -LP link; pwd'
	assert_output "$PWD/link
$PWD/real/sub"
}

@test "dots and slashes are simplified" {
	mkdir -p a/b
	run_jsh -c 'cd ./a/.//b/../b/.; pwd; cd ../..; pwd'
	assert_output "$PWD/a/b
$PWD"
}

@test "dot-dot after what is no directory is an error" {
	bug_of dash 'drops both without looking (step 8b)'
	mkdir a
	: >file
	run_jsh -c 'cd nowhere/../a; echo $?; cd file/../a; echo $?; pwd'
	refute_line 0
	assert_line "$PWD"
	assert [ -n "$stderr" ]
}

@test "dot-dot at the root stays there" {
	run_jsh -c 'cd /../..; pwd'
	assert_output /
}

@test "CDPATH is searched, and the directory written" {
	mkdir -p top/x y
	run_jsh -c 'CDPATH=$PWD/top; cd x; pwd'
	assert_output "$PWD/top/x
$PWD/top/x"
}

@test "an empty element of CDPATH is the current directory" {
	mkdir -p top/x x
	run_jsh -c 'CDPATH=:$PWD/top; cd x; pwd'
	assert_output "$PWD/x"
}

@test "what is not in CDPATH is taken as it is" {
	mkdir -p top y
	run_jsh -c 'CDPATH=$PWD/top; cd y; pwd'
	assert_output "$PWD/y"
}

@test "CDPATH is not for names that begin with / or a dot component" {
	mkdir -p top/x x
	run_jsh -c 'CDPATH=$PWD/top; cd ./x; pwd; cd ../x; pwd'
	assert_output "$PWD/x
$PWD/x"
}

@test "a name that only begins with a dot is looked for in CDPATH" {
	mkdir -p top/.x .x
	run_jsh -c 'CDPATH=$PWD/top; cd .x >/dev/null; pwd'
	assert_output "$PWD/top/.x"
}

@test "a directory that is not there is an error and changes nothing" {
	run_jsh -c 'd=$PWD; cd nowhere; echo $?; [ "$PWD" = "$d" ] && pwd'
	assert_equal "${#lines[@]}" 2
	assert [ "${lines[0]}" != 0 ]
	assert_line "$PWD"
	assert [ -n "$stderr" ]
}


@test "cd in a subshell changes nothing outside" {
	run_jsh -c '(cd /usr); pwd'
	assert_output "$PWD"
}


@test "-- ends the options of cd" {
	mkdir ./-x
	run_jsh -c 'cd -- -x; pwd'
	assert_output "$PWD/-x"
}

@test "OLDPWD is in the environment of commands, as PWD is" {
	departs ksh 'cd: OLDPWD is an environment variable'
	departs mksh 'cd: OLDPWD is an environment variable'
	script 'cd /usr; cd /; env | grep PWD= | sort'
	prints OLDPWD=/usr PWD=/
}
