# cd and pwd of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "cd names the directory and says why" {
	run_jsh -c 'cd nowhere'
	assert_failure 1
	assert_stderr 'jsh: line 1: cd: nowhere: No such file or directory'
}

@test "cd to a file says that it is no directory" {
	: >file
	run_jsh -c 'cd file'
	assert_failure 1
	assert_stderr --partial 'cd: file: Not a directory'
}

@test "cd without HOME, cd - without OLDPWD, cd to nothing" {
	run_jsh -c 'unset HOME; cd'
	assert_failure 1
	assert_stderr --partial 'cd: HOME: not set'
	run_jsh -c 'unset OLDPWD; cd -'
	assert_failure 1
	assert_stderr --partial 'cd: OLDPWD: not set'
	run_jsh -c 'cd ""'
	assert_failure 1
	assert_stderr --partial "cd: the directory's name is empty"
}

@test "cd takes one directory" {
	run_jsh -c 'cd a b'
	assert_failure 2
	assert_stderr 'jsh: line 1: cd: too many arguments
jsh: usage: cd [-L|-P [-e]] [directory]'
}

@test "in a directory that is gone, cd .. says what is missing" {
	mkdir -p a/b
	run_jsh -c 'cd a/b; rm -r ../../a; cd ..; echo $?; cd /; pwd'
	assert_output $'1\n/'
	assert_stderr --partial "cd: ..: $PWD/a/b: No such file or directory"
}

@test "cd . enters a directory that was made anew" {
	mkdir a
	run_jsh -c 'cd a; rmdir ../a; mkdir "$PWD"; (: >f) 2>/dev/null || echo gone
		cd . && : >f && echo back'
	assert_output $'gone\nback'
}

@test "cd -eP has status 2 for errors, to tell them from a PWD not known" {
	run_jsh -c 'cd -eP nowhere'
	assert_failure 2
}

@test "two slashes at the beginning are kept, three are one" {
	run_jsh -c 'cd //usr; echo "$PWD"; cd ///usr; echo "$PWD"'
	assert_output $'//usr\n/usr'
}

@test "a directory deeper than PATH_MAX can be reached step by step" {
	run_jsh -c 'd=$(printf "%0200d" 0); i=0
		while [ $i -lt 25 ]; do
			mkdir $d && cd $d || exit; i=$((i+1))
		done
		[ ${#PWD} -gt 5000 ] && echo deep
		cd -P .. && [ ${#PWD} -gt 4800 ] && echo up'
	assert_success
	assert_output $'deep\nup'
}

@test "pwd in a directory that is gone is an error" {
	mkdir a
	run_jsh -c 'cd a; rmdir ../a; pwd'
	assert_failure 1
	assert_stderr --partial 'pwd: current directory: No such file'
}

@test "pwd does not believe a PWD that a script made up" {
	run_jsh -c 'd=$PWD; PWD=/usr; pwd; PWD=$d/.; pwd'
	assert_output "$PWD
$PWD"
}
