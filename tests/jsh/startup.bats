#!/usr/bin/env bats
#
# startup.bats - profiles, ENV, privileges, SHLVL and wrong options
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016,SC2154 # the shell under test expands

load ../lib/common

# A shell whose real user is another one than its effective user.
run_privileged() { # ARGUMENT...
	((EUID == 0)) || skip 'only root can run a privileged shell'
	run --separate-stderr setpriv --ruid=65534 --clear-groups \
		"$JSH" "$@" 3>&-
}

# A login shell (-l) with the file "profile" as /etc/profile.
run_login() { # ARGUMENT...
	unshare --mount true 2>/dev/null || skip 'mounting is not allowed here'
	run --separate-stderr unshare --mount sh -c \
		'mount --bind profile /etc/profile && exec "$0" "$@"' \
		"$JSH" "$@" 3>&-
}

@test "a login shell reads /etc/profile, then .profile at home" {
	echo 'echo system; x=1' >profile
	echo 'echo home $x; x=2' >"$HOME/.profile"
	run_login -l -c 'echo $x'
	assert_output $'system\nhome 1\n2'
	run_login --login -c 'echo $x'
	assert_output $'system\nhome 1\n2'
	run_login -c 'echo $x'
	assert_output ''
}

@test "a profile that fails does not end the login" {
	printf 'echo system\nset -u; : $nothing\necho not reached\n' >profile
	printf 'set +u; echo home\nif ;\n' >"$HOME/.profile"
	run_login -l -c 'echo command'
	assert_success
	assert_output $'system\nhome\ncommand'
	assert_stderr --partial 'profile: line 2: nothing: '
	assert_stderr --partial '.profile: line 2, column 4: syntax error'
}

@test "return in a profile ends that file only" {
	printf 'echo system; return 3; echo bad\n' >profile
	printf 'echo home\n' >"$HOME/.profile"
	run_login -l -c 'echo command'
	assert_output $'system\nhome\ncommand'
}

@test "exit in a profile ends the login" {
	printf 'exit 7\n' >profile
	printf 'echo bad\n' >"$HOME/.profile"
	run_login -l -c 'echo bad'
	assert_failure 7
	assert_output ''
}

@test "a home that cannot be used does not end the login" {
	: >profile
	HOME=/nonexistent run_login -l -c 'echo command'
	assert_output 'command'
	assert_stderr ''
	HOME="" run_login -l -c 'echo command'
	assert_output 'command'
	mkdir "$HOME/.profile"
	run_login -l -c 'echo command'
	assert_output 'command'
	assert_stderr "jsh: $HOME/.profile: Is a directory"
}

@test "a privileged shell reads no start-up file and no PS4" {
	echo 'echo bad' >"$HOME/.profile"
	ENV=$HOME/.profile PS4='bad ' run_privileged -lxc 'echo good'
	assert_success
	assert_output 'good'
	assert_stderr '+ echo good'
}

@test "ENV is expanded, and its file run by an interactive shell only" {
	echo 'echo env' >envfile
	ENV='${PWD}/envfile' ptyrun <<-'EOF'
		spawn $JSH
		expect "env\n$ "
		line "echo 'echo no' >envfile; $0 -c 'echo child'"
		expect "\nchild\n$ "
	EOF
}

@test "SHLVL counts" {
	SHLVL=3 run_jsh -c 'echo $SHLVL; env | grep ^SHLVL='
	assert_output $'4\nSHLVL=4'
	run_jsh -c 'echo $SHLVL'
	assert_output '1'
	local wrong
	for wrong in x -5 '' 99999999999999999999; do
		SHLVL=$wrong run_jsh -c 'echo $SHLVL'
		assert_output '1'
	done
}

@test "an unknown option is told in one line, and has status 2" {
	local option
	for option in -Z +Z -eZ --nonsense; do
		run_jsh "$option" -c 'echo bad'
		assert_failure 2
		assert_output ''
		assert_stderr --regexp \
			'^jsh: ([-+]Z|--nonsense): no such option; see jsh --help$'
	done
	run_jsh -o
	assert_failure 2
	assert_stderr --regexp "^jsh: -o: an option's name is expected$"
	run_jsh +o
	assert_failure 2
	assert_stderr --regexp "^jsh: \\+o: an option's name is expected$"
	run_jsh -c
	assert_failure 2
	assert_stderr --regexp '^jsh: -c: a command is expected$'
	run_jsh -o nonsense -c 'echo bad'
	assert_failure 2
	assert_stderr --regexp '^jsh: nonsense: no such option'
}

@test "letters may follow -o in the same argument, as in other shells" {
	run_jsh -oe noglob -c 'echo *; false; echo bad'
	assert_failure 1
	assert_output '*'
}

@test "a binary file is refused with status 126" {
	printf '\177ELF\0\nexit 3\n' >binary
	run_jsh binary
	assert_failure 126
	assert_stderr 'jsh: binary: cannot execute binary file'
	run_jsh -c '. ./binary; echo bad'
	assert_failure 1
	assert_output ''
	assert_stderr 'jsh: line 1: .: ./binary: cannot execute binary file'
}
