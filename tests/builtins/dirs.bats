#!/usr/bin/env bats
#
# dirs.bats - pushd, popd and dirs: the stack of directories
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# Run COMMAND where the stack is /d /c /b /a, the first one being the current.
on_stack() { # COMMAND
	mkdir -p a b c d
	run_jsh -c 'cd a
		pushd ../b >/dev/null; pushd ../c >/dev/null
		pushd ../d >/dev/null
		all() { set -- $(dirs -l); echo "${@##*/} (${PWD##*/})"; }'"
$1"
}

@test "pushd goes to a directory and writes the stack, popd comes back" {
	run_jsh -c 'cd /; pushd /usr; pwd; pushd bin; popd; pwd; popd; pwd'
	assert_success
	assert_output '/usr /
/usr
/usr/bin /usr /
/usr /
/usr
/
/'
}

@test "pushd without an argument exchanges the first two" {
	on_stack 'pushd >/dev/null; all; pushd >/dev/null; all'
	assert_output $'c d b a (c)\nd c b a (d)'
}

@test "pushd +N and -N turn the stack and go to that entry" {
	on_stack 'pushd +1 >/dev/null; all; pushd +3 >/dev/null; all
		pushd -0 >/dev/null; all; pushd -3 >/dev/null; all
		pushd +0 >/dev/null; all'
	assert_output $'c b a d (c)\nd c b a (d)\na d c b (a)\na d c b (a)
a d c b (a)'
}

@test "popd +N and -N take an entry off, and leave only the current one" {
	on_stack 'popd +1 >/dev/null; all; popd -0 >/dev/null; all
		popd +0 >/dev/null; all'
	assert_output $'d b a (d)\nd b (d)\nb (b)'
}

@test "-n changes the stack, not the directory" {
	on_stack 'pushd -n /x >/dev/null; all; popd -n >/dev/null; all
		popd -n +2 >/dev/null; all; pushd -n >/dev/null; all
		pushd -n +1 >/dev/null; all; popd -n +0 >/dev/null; all'
	assert_output 'd x c b a (d)
d c b a (d)
d c a (d)
d c a (d)
d a d (d)
d d (d)'
}

@test "dirs shows one entry, one a line, with numbers, in full" {
	HOME=/usr run_jsh -c 'cd /; pushd /usr/bin >/dev/null
		pushd /usr >/dev/null
		dirs; dirs +1; dirs -1; dirs -0; dirs -p; dirs -v; dirs -l
		dirs -vl +1; dirs -- -2'
	assert_success
	assert_output '~ ~/bin /
~/bin
~/bin
/
~
~/bin
/
 0  ~
 1  ~/bin
 2  /
/usr /usr/bin /
 1  /usr/bin
~'
}

@test "only a whole component is the home directory" {
	mkdir -p "$HOME" "$HOME-not"
	run_jsh -c 'cd; cd ../home-not; dirs; HOME=/; dirs'
	assert_output "$HOME-not"$'\n'"$HOME-not"
}

@test "dirs -c empties the stack" {
	on_stack 'dirs -c; all; popd; echo $?'
	assert_output $'d (d)\n1'
	assert_stderr 'jsh: line 5: popd: no other directory on the stack'
}

@test "entry 0 is the current directory also after cd" {
	on_stack 'cd ../a; all; popd >/dev/null; all'
	assert_output $'a c b a (a)\nc b a (c)'
}

@test "pushd takes - and CDPATH as cd does, and writes the stack alone" {
	run_jsh -c 'cd /usr; cd /; pushd -; CDPATH=/usr pushd bin'
	assert_output $'/usr /\n/usr/bin /usr /'
}

@test "pushd sets PWD and OLDPWD, and keeps the names of links" {
	mkdir real
	ln -s real link
	run_jsh -c 'old=$PWD; pushd link >/dev/null; [ "$PWD" = "$old/link" ] &&
		[ "$OLDPWD" = "$old" ] && dirs -l'
	assert_success
	assert_output "$PWD/link $PWD"
}

@test "what fails leaves directory and stack as they were" {
	on_stack 'pushd /nonexistent; all; rmdir ../c; popd; all
		pushd +1; all; pushd +9; popd -4; dirs +4; all'
	assert_output 'd c b a (d)
d c b a (d)
d c b a (d)
d c b a (d)'
	assert_stderr "jsh: line 5: pushd: /nonexistent: No such file or directory
jsh: line 5: popd: $PWD/c: No such file or directory
jsh: line 6: pushd: $PWD/c: No such file or directory
jsh: line 6: pushd: +9: the stack has 4 directories
jsh: line 6: popd: -4: the stack has 4 directories
jsh: line 6: dirs: +4: the stack has 4 directories"
}

@test "an empty stack has nothing to exchange or to take off" {
	run_jsh -c 'pushd; echo $?; popd; echo $?; popd +0; echo $?'
	assert_output $'1\n1\n1'
	assert_stderr 'jsh: line 1: pushd: no other directory on the stack
jsh: line 1: popd: no other directory on the stack
jsh: line 1: popd: no other directory on the stack'
}

@test "wrong arguments are usage errors" {
	local command
	for command in 'pushd a b' 'pushd +1 +2' 'popd a' 'popd +1 a' 'dirs a' \
		'dirs +1 +2' 'dirs -x' 'pushd -x' 'popd -1x'; do
		run_jsh -c "$command"
		assert_failure 2
		assert_output ''
		assert_stderr --partial "usage: ${command%% *} ["
	done
	run_jsh -c 'pushd ""'
	assert_failure 1
	assert_stderr "jsh: line 1: pushd: the directory's name is empty"
}

@test "names with blanks, newlines and glob characters go to and fro" {
	mkdir "$(printf 'a b\n*')"
	run_jsh -c 'pushd a*; pushd /; popd; popd; pwd'
	assert_success
	assert_equal "${lines[-1]}" "$PWD"
	run_jsh -c 'pushd a* >/dev/null; pushd / >/dev/null; popd >/dev/null
		test "${PWD##*/}" = "$1"' jsh "$(printf 'a b\n*')"
	assert_success
}

@test "a subshell has a stack of its own" {
	on_stack '(popd >/dev/null; all); all'
	assert_output $'c b a (c)\nd c b a (d)'
}

@test "a long number is out of range, not another one" {
	run_jsh -c 'pushd / >/dev/null; dirs +4294967296; dirs -99999999999999999999'
	assert_failure 1
	assert_stderr 'jsh: line 1: dirs: +4294967296: the stack has 2 directories
jsh: line 1: dirs: -99999999999999999999: the stack has 2 directories'
}

@test "in POSIX mode the three are hidden" {
	run_jsh --posix -c 'command -v pushd popd dirs; command -v cd'
	assert_output 'cd'
}
