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

# An interactive shell that runs COMMAND.
run_interactive() { # COMMAND [OPTION...]
	local command=$1
	shift
	run_jsh "$@" +m -i -c "$command"
}

@test "jshrc is read by an interactive shell only" {
	mkdir -p "$HOME/.config/jsh"
	echo 'echo rc; x=1' >"$HOME/.config/jsh/jshrc"
	run_interactive 'echo $x'
	assert_output $'rc\n1'
	run_jsh -c 'echo $x'
	assert_output ''
	run_jsh -s <<<'echo $x'
	assert_output ''
}

@test "jshrc is looked for in XDG_CONFIG_HOME, unless that is relative" {
	mkdir -p "$HOME/.config/jsh" config/jsh
	echo 'echo home' >"$HOME/.config/jsh/jshrc"
	echo 'echo config' >config/jsh/jshrc
	XDG_CONFIG_HOME=$PWD/config run_interactive :
	assert_output 'config'
	XDG_CONFIG_HOME=config run_interactive :
	assert_output 'home'
	XDG_CONFIG_HOME='' run_interactive :
	assert_output 'home'
	XDG_CONFIG_HOME=$PWD run_interactive :
	assert_output ''
}

@test "a login reads the profiles first, and then jshrc" {
	mkdir -p "$HOME/.config/jsh"
	echo 'echo system' >profile
	echo 'echo home' >"$HOME/.profile"
	echo 'echo rc' >"$HOME/.config/jsh/jshrc"
	run_login -l +m -i -c 'echo command'
	assert_output $'system\nhome\nrc\ncommand'
	run_login -l -c 'echo command'
	assert_output $'system\nhome\ncommand'
}

@test "who has set ENV has its file in place of jshrc" {
	mkdir -p "$HOME/.config/jsh"
	echo 'echo rc' >"$HOME/.config/jsh/jshrc"
	echo 'echo env' >envfile
	ENV=$PWD/envfile run_interactive :
	assert_output 'env'
	ENV=/nonexistent run_interactive :
	assert_output ''
	ENV='' run_interactive :
	assert_output 'rc'
}

@test "in POSIX mode ENV is read, jshrc is not" {
	mkdir -p "$HOME/.config/jsh"
	echo 'echo rc' >"$HOME/.config/jsh/jshrc"
	echo 'echo env' >envfile
	run_interactive : --posix
	assert_output ''
	ENV=$PWD/envfile run_interactive : --posix
	assert_output 'env'
}

@test "--norc leaves out jshrc and ENV, not the profile" {
	mkdir -p "$HOME/.config/jsh"
	echo 'echo rc' >"$HOME/.config/jsh/jshrc"
	echo 'echo profile' >"$HOME/.profile"
	run_interactive : --norc
	assert_output ''
	ENV=$HOME/.profile run_interactive : --norc
	assert_output ''
	run_interactive : --norc --login
	assert_output --partial 'profile'
}

@test "an error in jshrc is one message with file and line" {
	mkdir -p "$HOME/.config/jsh"
	local rc=$HOME/.config/jsh/jshrc
	printf '\ncd /nonexistent\necho goes on\n' >"$rc"
	run_interactive 'echo prompt'
	assert_output $'goes on\nprompt'
	assert_stderr \
		"$rc: line 2: cd: /nonexistent: No such file or directory"
	printf 'x=1\nif fi\n' >"$rc"
	run_interactive 'echo prompt'
	assert_output 'prompt'
	assert_stderr --regexp "^$rc: line 2, column [0-9]+: syntax error: [^
]*$"
	rm "$rc"
	mkdir "$rc"
	run_interactive 'echo prompt'
	assert_output 'prompt'
	assert_stderr "jsh: $rc: Is a directory"
}

@test "no error in a start-up file ends the shell" {
	mkdir -p "$HOME/.config/jsh"
	local rc=$HOME/.config/jsh/jshrc line
	for line in 'set -e; (false)' 'exec /nonexistent' ': ${x?unset}' \
		'readonly r; r=1' '. /nonexistent' 'shift 9' 'break 1 2' \
		'f() { f; }; f' 'set -o nonsense' "'" 'return 9' 'set -n; false'; do
		echo "$line" >"$rc"
		run_interactive 'echo prompt'
		assert_success
		assert_output 'prompt'
	done
}

@test "with errexit a failure ends the start-up file, and tells so" {
	printf 'set -e\nfalse\necho bad\n' >"$HOME/.profile"
	: >profile
	run_login -l -c 'echo command'
	assert_output 'command'
	assert_stderr "$HOME/.profile: line 2: status 1: with errexit this file \
ends here"
}

@test "ENV that cannot be expanded is one message" {
	ENV='${x' run_interactive 'echo prompt'
	assert_output 'prompt'
	assert_stderr 'jsh: ENV: ${x: cannot be expanded'
	ENV='${x?unset}' run_interactive 'echo prompt'
	assert_output 'prompt'
	assert_stderr 'jsh: x: unset'
}

@test "jshrc and ENV can tell by PS1 that the shell is interactive" {
	mkdir -p "$HOME/.config/jsh"
	echo 'echo "${PS1:+has a prompt}"' >"$HOME/.config/jsh/jshrc"
	unset PS1
	run_interactive :
	assert_output 'has a prompt'
}

@test "--version and --help write to standard output, and nothing is read" {
	echo 'echo bad' >"$HOME/.profile"
	run_jsh --version
	assert_success
	assert_output --regexp '^jsh [0-9]+\.[0-9]+\.[0-9]+$'
	run_jsh -l --help
	assert_success
	assert_line --index 0 --partial 'usage: jsh '
	assert_line --partial '--norc '
	refute_output --partial 'bad'
	assert_stderr ''
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

@test "the locale is not loaded before a text depends on it" {
	[[ -r /proc/self/maps ]] || skip 'no /proc'
	cat >ascii.jsh <<-'END'
		loaded() { grep -c '/locale/.*/LC_CTYPE' /proc/$$/maps; }
		x=abc; case $x in [[:alpha:]]?c) echo ${#x} ${x#a}; esac
		loaded
		x=é; echo ${#x}
		loaded
	END
	LC_ALL=C.UTF-8 run_jsh ascii.jsh
	assert_output --regexp $'^3 bc\n0\n1\n[01]$'
}
