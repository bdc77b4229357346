# suspend in scripts; on a terminal: tests/interactive/acts.bats
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "suspend stops a script, which goes on after it when it is continued" {
	run_jsh -c 'set -m; "$JSH" -m -c "suspend; echo on \$?" & p=$!
		until grep -q "^State:.T" /proc/$p/status; do :; done
		kill -CONT $p; wait -f $p'
	assert_output 'on 0'
}

@test "suspend needs job control, or -f" {
	run_jsh -c 'suspend'
	assert_failure 1
	assert_stderr 'jsh: line 1: suspend: no job control in this shell'
	run_jsh -c 'set -m; "$JSH" -c "suspend -f; echo on" & p=$!
		until grep -q "^State:.T" /proc/$p/status; do :; done
		kill -CONT $p; wait -f $p'
	assert_output on
}

@test "suspend takes no operand" {
	run_jsh -c 'set -m; suspend now'
	assert_failure 2
	assert_stderr --partial 'usage: suspend [-f]'
}
