#!/usr/bin/env bats
#
# last-command.bats - a program that nothing follows has no shell waiting for it
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	printf 'echo $$\n' >pid
	printf 'echo $PPID\n' >parent
}

@test "the last program of -c takes the shell's place, in eval and others too" {
	local text

	for text in 'sh pid' 'eval sh pid' 'eval "eval sh pid"' 'command sh pid' \
		'command eval sh pid' 'f() { eval sh pid; }; f' \
		'{ :; eval sh pid; }' 'eval "f() { sh pid; }; f"' \
		'eval sh pid >&2 2>&1'; do
		run_jsh -c "echo \$\$; $text"
		assert_success
		assert_equal "$text: ${lines[1]:-$stderr}" "$text: ${lines[0]}"
	done
}

@test "it does not if something follows or a trap is to run" {
	local text

	for text in 'eval "sh pid; :"' 'eval sh pid; :' 'eval sh pid && :' \
		'while eval sh pid; do exit; done' \
		'trap "echo bye" EXIT; eval sh pid' \
		'eval "trap : TERM; sh pid"' 'eval "sh pid
:"'; do
		run_jsh -c "echo \$\$; $text"
		assert_success
		assert_not_equal "$text: ${lines[1]}" "$text: ${lines[0]}"
	done
}

@test "the last program of a subshell is the shell's child, in eval and others too" {
	local text

	for text in 'sh parent' 'eval sh parent' 'command sh parent' \
		'f() { eval sh parent; }; f' ': | eval sh parent'; do
		run_jsh -c "echo \$\$; echo \"\$($text)\"; ($text); :"
		assert_success
		assert_output "${lines[0]}"$'\n'"${lines[0]}"$'\n'"${lines[0]}"
	done
}
