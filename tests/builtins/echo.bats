# echo of jsh: bash's
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "-n writes no newline" {
	run_jsh -c 'echo -n a; echo -n; echo b'
	assert_output ab
}

@test "backslashes are text without -e" {
	run_jsh -c 'echo "a\tb"; echo -E "a\tb"'
	assert_output $'a\\tb\na\\tb'
}

@test "-e decodes escapes" {
	run_jsh -c 'echo -e "a\tb\\\\c\0101\x42"'
	assert_output $'a\tb\\cAB'
}

@test "backslash c ends the output, newline and all" {
	run_jsh -c 'echo -e "a\cb" c; echo d'
	assert_output ad
}

@test "options may be together, and the last of e and E counts" {
	run_jsh -c 'echo -neE "a\t"; echo -nEe "b\t" -n'
	assert_output $'a\\tb\t -n'
}

@test "what is not made of n, e and E is text" {
	run_jsh -c 'echo -nx; echo --; echo -; echo -n- a'
	assert_output $'-nx\n--\n-\n-n- a'
}
