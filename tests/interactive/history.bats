#!/usr/bin/env bats
#
# history.bats - the history at a terminal: keys, several shells, kill -9
#
# Each step may take 60 s.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2030,SC2031,SC2016 # ptyrun and the shell under test expand

load ../lib/common

setup() {
	common_setup
	unset HISTFILE
	find_libraries
	FILE=$HOME/.local/state/jsh/history
}

# Play the script on standard input with each library, each with a history that
# has the texts of $RECORDS.
play() {
	local script editor
	script=$(cat)
	mkdir -p "${FILE%/*}"
	for editor in "${libraries[@]}"; do
		echo "with $editor:" # shown when it fails
		printf '1\t-\t-\ts\t/\t%s\n' "${RECORDS[@]}" >"$FILE"
		JSH_EDITOR=$editor ptyrun <<<"$script"
	done
}

texts() {
	awk -F '\t' '$6 != "" { print $6 }' "$FILE"
}

@test "the up arrow finds what begins with what was typed, in former sessions too" {
	RECORDS=('echo first' 'ls one' 'echo second' 'ls two')
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		send "ech"
		key Up
		expect "second"
		key Up
		expect "first"
		key Down
		expect "second"
		key Enter
		expect "\nsecond\n$ "
		fact reads shell
		key Up Up Enter
		expect /two.*\n.*\n\$ /
		line "exit"
		status 2
	EOF
}

@test "the arrows do what inputrc says" {
	RECORDS=('echo first' 'ls one')
	[[ " ${libraries[*]} " == *" readline "* ]] || skip "readline was not built"
	libraries=(readline)
	printf '%s\n' '"\e[A": previous-history' >inputrc
	INPUTRC=$PWD/inputrc play <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		send "ech"
		key Up Up
		send " again"
		key Enter
		expect "\nfirst again\n$ "
		line "exit"
		status 0
	EOF
}

@test "^R finds the oldest of more than a thousand" {
	RECORDS=()
	local i
	for i in {1..3000}; do
		RECORDS+=(": $i")
	done
	RECORDS[0]='echo needle'
	HISTSIZE=5000 play <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		key ^R
		send "need"
		expect "echo needle"
		key Enter
		expect "\nneedle\n$ "
		line "exit"
		status 0
	EOF
}

@test "a command of several lines comes back as one in the next session" {
	RECORDS=('for i in 1 2\ndo echo got $i\ndone')
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		key Up Enter
		expect "\ngot 1\ngot 2\n$ "
		line "exit"
		status 0
	EOF
}

@test "the arrows forget what history -D and -c have deleted" {
	RECORDS=('echo old' 'echo secret')
	play <<-'EOF'
		spawn $JSH
		expect "$ "
		fact reads shell
		line " history -D 2"
		expect "\n$ "
		fact reads shell
		key Up Enter
		expect "\nold\n$ "
		fact reads shell
		line " history -c"
		expect "\n$ "
		fact reads shell
		line "echo new"
		expect "\nnew\n$ "
		fact reads shell
		key Up Up Up Enter
		expect "\nnew\n$ "
		line "exit"
		status 0
	EOF
}

@test "after kill -9 the command that ran is in the file" {
	ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line "echo before"
		expect "\nbefore\n$ "
		line "cat"
		fact fg cat
		signal KILL shell
		status KILL
	EOF
	run texts
	assert_output $'echo before\ncat'
	PS1='' run timeout "$JSH_TEST_SECONDS" setsid -w "$JSH" -i <<<'history -j cat' 3>&-
	assert_output --partial '"duration_ms":null,"status":null'
}

# Commands for a shell to enter as fast as it can.
hammer() { # NAME
	local i=0
	while ((i < 2000)); do
		echo ": $1.$((++i)) xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	done
}

@test "ten shells at once, half of them killed by -9: nothing is lost or torn" {
	local pids=() name i
	export PS1='' PS2=''
	for name in {1..10}; do
		hammer "$name" >"typed.$name"
	done
	for name in {1..10}; do
		setsid "$JSH" -i <"typed.$name" >/dev/null 2>&1 3>&- &
		pids+=($!)
	done
	until [[ -e $FILE ]] && (($(wc -l <"$FILE") > 2000)); do :; done
	for i in 0 1 2 3 4; do
		kill -KILL "${pids[i]}" || true # it was quick
	done
	for i in {0..9}; do
		wait "${pids[i]}" || true # the half of them: 137
	done
	# No line is anything but a record or an end.
	run awk -F '\t' 'NF != 6 || $3 !~ /^(-|0)$/' "$FILE"
	assert_output ''
	for name in {6..10}; do
		assert_equal "$(texts | grep -c "^: $name\\.")" 2000
	done
	# Of a shell that was killed all is there up to some command.
	for name in {1..5}; do
		texts | grep "^: $name\\." >there || true
		cmp -n "$(stat -c %s there)" there "typed.$name"
	done
}

@test "ten shells that start and cut the file meanwhile lose nothing of each other" {
	local name pids=()
	export PS1='' PS2=''
	mkdir -p "${FILE%/*}"
	yes "$(printf '1\t-\t-\told\t/\tan old command')" | head -n 3000 >"$FILE"
	echo HISTFILESIZE=1000 >rc
	for name in {1..10}; do
		hammer "$name" | head -n 40 >"typed.$name"
	done
	for name in {1..10}; do
		ENV=$PWD/rc setsid "$JSH" -i <"typed.$name" >/dev/null 2>&1 3>&- &
		pids+=($!)
	done
	wait "${pids[@]}"
	assert_equal "$(texts | grep -c '^: ')" 400
	assert_equal "$(texts | sort -u | grep -c '^: ')" 400
	assert [ "$(texts | wc -l)" -lt 2000 ]
	run ls -A "${FILE%/*}"
	assert_output history
}
