#!/usr/bin/env bats
#
# endurance.bats - thousands of jobs, storms of signals, a shell that is stopped
#
# ./one is a program that ends well when it gets SIGUSR1 ("caught USR1"). Each
# step may take 20 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common

setup() {
	common_setup
	find_libraries
	ln -s "$PROBE" one.probe
	printf '%s\n' '#!/bin/sh' "exec ./one.probe catch USR1 wait 1" >one
	chmod +x one
}

# Play the script on standard input with each of the editors. A step `reading`
# waits until the editor has set its modes.
play() {
	local script editor icanon
	script=$(cat)
	for editor in "${libraries[@]}" plain; do
		icanon=off
		[[ $editor != plain ]] || icanon=on
		echo "with $editor:" # shown when it fails
		JSH_EDITOR=$editor ptyrun <<<"${script//reading/fact mode icanon $icanon}"
	done
}

@test "a shell that nobody can bring forward again leaves the terminal to others" {
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		line "sh -c \"PS1='inner: ' $JSH; :\""
		expect "inner: "
		reading
		line "./one & echo pid $$."
		expect /pid (?P<inner>\d+)\./
		expect "inner: "
		signal KILL sh
		expect "Killed"
		expect "$ "
		reading
		line "echo one; kill -0 $$"
		expect "\none\n$ "
		fact fg shell
		line "echo two; kill -0 $$"
		expect "\ntwo\n$ "
		fact fg shell
		fact not fg @inner
	EOF
}
