# read at a terminal: prompts, ^C, ^D
#
# Each step may take 60 s. Prompts show that read has begun: what is typed
# before may be lost with ^C.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	export JSH_EDITOR=plain
}

@test "^C ends read with status 130, and the variable is as it was" {
	ptyrun <<-'X'
		spawn $JSH -i
		expect "$ "
		line "x=old; read -p 'name: ' x"
		expect "\nname: "
		send "half"
		expect half
		key ^C
		expect "$ "
		line "echo status=$? $x."
		expect "status=130 old."
		expect "$ "
		line exit
		status 0
	X
}

@test "^D at the start of the line ends read with status 1" {
	ptyrun <<-'X'
		spawn $JSH -i
		expect "$ "
		line "read -p 'name: ' x; echo status=$?."
		expect "\nname: "
		eof
		expect "status=1."
		expect "$ "
		line exit
		status 0
	X
}

@test "-p writes its prompt, and PS2 asks for the rest of a line" {
	ptyrun <<-'X'
		spawn $JSH -i
		expect "$ "
		line "PS2='more> '; read -p 'name: ' x"
		expect "\nname: "
		line "one\\"
		expect "more> "
		line "two"
		expect "$ "
		line "echo got=$x."
		expect "got=onetwo."
		expect "$ "
		line exit
		status 0
	X
}

@test "a trap runs while read waits" {
	ptyrun <<-'X'
		spawn $JSH -i
		expect "$ "
		line "trap 'echo caught.' USR1; read -p 'name: ' x; echo x=$x."
		expect "\nname: "
		signal USR1 shell
		expect "caught."
		line "text"
		expect "x=text."
		expect "$ "
		line exit
		status 0
	X
}
