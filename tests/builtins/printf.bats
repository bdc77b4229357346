# printf of jsh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

@test "numbered conversions take the argument of that number" {
	run_jsh -c 'printf "%2\$s %1\$s\n" a b'
	assert_success
	assert_output 'b a'
}

@test "numbered conversions go on after the highest number" {
	run_jsh -c 'printf "%2\$s%1\$s|" a b c d e'
	assert_output 'ba|dc|e|'
}

@test "* takes width and precision from arguments" {
	run_jsh -c 'printf "[%*d|%-*s|%.*f|%*s]\n" 4 1 3 a 1 2.25 -3 b'
	assert_output '[   1|a  |2.2|b  ]'
}

@test "an empty argument is no number" {
	run_jsh -c 'printf "%d|" "" 2'
	assert_failure 1
	assert_output '0|2|'
	assert_stderr 'jsh: line 1: printf: "": expected a number'
}

@test "what cannot be read of a number is shown" {
	run_jsh -c 'printf "%d\n" 12abc'
	assert_failure 1
	assert_output 12
	assert_stderr --partial 'printf: 12abc: not a number from "abc" on'
}

@test "an unknown conversion ends the output" {
	run_jsh -c 'printf "a%zb%yc" 1 2'
	assert_failure 1
	assert_stderr --partial 'printf: %y: unknown conversion'
	run_jsh -c 'printf "a%"'
	assert_failure 1
	assert_output a
	assert_stderr --partial 'printf: %: incomplete conversion'
}

@test "a width that is too large is an error, not the end of the shell" {
	run_jsh -c 'printf "%99999999999d" 1; echo $?'
	assert_output 1
	assert_stderr --partial 'width or precision out of range'
}

@test "a character's code is that of the locale" {
	run_jsh -c 'printf "%d\n" "'\''é"; LC_ALL=C; printf "%d\n" "'\''A"'
	assert_output $'233\n65'
}

@test "an empty argument of %c is a NUL byte" {
	run_jsh -c 'printf "%c" "" | od -An -tx1'
	assert_output ' 00'
}

@test "%b keeps NUL bytes" {
	run_jsh -c 'printf "%b" "a\0b" | od -An -tx1'
	assert_output ' 61 00 62'
}

@test "infinity and not-a-number are numbers" {
	run_jsh -c 'printf "%f %f\n" inf nan'
	assert_success
	assert_output 'inf nan'
}

@test "the length modifiers of C are skipped" {
	run_jsh -c 'printf "%ld %hhx %Lf\n" 1 255 1'
	assert_output '1 ff 1.000000'
}

@test "%d takes no value from an expression" {
	run_jsh -c 'x=5; printf "%d\n" x 1+1'
	assert_failure 1
	assert_output $'0\n1'
}
