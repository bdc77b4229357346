# complete: who completes the arguments of which command
# What it does at the prompt is in tests/interactive/complete.bats.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "complete lists what was said, sorted, in a form that reads back" {
	run_jsh -c "complete -W 'start it'\''s' svc; complete -F f ping b
		complete -C 'prog -x' -- -dash; list=\$(complete); echo \"\$list\"
		complete -r svc ping b -- -dash; complete; eval \"\$list\"
		test \"\$list\" = \"\$(complete)\" && echo same"
	assert_success
	assert_output "complete -C 'prog -x' -- -dash
complete -F f -- b
complete -F f -- ping
complete -W 'start it'\\''s' -- svc
same"
}

@test "complete shows the names that it is given" {
	run_jsh -c 'complete -W "a b" x y; complete y nothing'
	assert_failure 1
	assert_output "complete -W 'a b' -- y"
	assert_stderr 'jsh: line 1: complete: nothing: no completer'
}

@test "complete -r of what has no completer is an error" {
	run_jsh -c 'complete -W a x; complete -r x y; complete'
	assert_success
	assert_output ''
	assert_stderr 'jsh: line 1: complete: y: no completer'
}

@test "the last thing said about a name holds" {
	run_jsh -c 'complete -W a x; complete -F f x; complete'
	assert_success
	assert_output 'complete -F f -- x'
}

@test "complete wants one option, and a name for it" {
	for arguments in '-F f' '-r' '-W a -F f x' '-z x'; do
		run_jsh -c "complete $arguments"
		assert_failure 2
		assert_stderr --partial 'usage: complete '
	done
}
