# XCU printf
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "printf writes text and decodes escapes in the format" {
	run_jsh -c 'printf "a\\tb\\\\c\\101\\n"'
	assert_output $'a\tb\\cA'
}

@test "printf decodes all escapes of the format" {
	run_jsh -c 'printf "\\a\\b\\f\\r\\v\\1\\12" | od -An -tx1'
	assert_output ' 07 08 0c 0d 0b 01 0a'
}

@test "printf takes at most three octal digits" {
	run_jsh -c 'printf "\\0101" | od -An -tx1'
	assert_output ' 08 31'
}

@test "%s writes strings with width, precision and -" {
	run_jsh -c 'printf "[%5s|%-5s|%.2s|%5.1s]\n" ab ab abc xyz'
	assert_output '[   ab|ab   |ab|    x]'
}

@test "%d and %i write signed numbers" {
	run_jsh -c 'printf "%d %i %+d % d %05d %-5d| %.3d\n" 1 -2 3 4 5 6 7'
	assert_output '1 -2 +3  4 00005 6    | 007'
}

@test "%u %o %x %X write unsigned numbers" {
	run_jsh -c 'printf "%u %o %x %X %#o %#x\n" 10 8 255 255 8 255'
	assert_output '10 10 ff FF 010 0xff'
}

@test "numbers may be octal, hexadecimal, signed" {
	run_jsh -c 'printf "%d %d %d %d\n" 010 0x1F -010 +5'
	assert_output '8 31 -8 5'
}

@test "a number may be the code of a character" {
	run_jsh -c 'printf "%d %d %d\n" "'\''a" "\"b" "'\''+"'
	assert_output '97 98 43'
}

@test "%f %e %g write fractions" {
	run_jsh -c 'printf "%f %.2f %.1e %g %E\n" 1.5 3.14159 12345 0.0001 1'
	assert_output '1.500000 3.14 1.2e+04 0.0001 1.000000E+00'
}

@test "%c writes the first byte" {
	run_jsh -c 'printf "%c%c|%3c\n" abc d x'
	assert_output 'ad|  x'
}

@test "%b decodes escapes" {
	run_jsh -c 'printf "%b|" "a\\tb" "\\0101" "\\\\" "x\\ny"'
	assert_output $'a\tb|A|\\|x\ny|'
}

@test "%b ends all output at backslash c" {
	run_jsh -c 'printf "%b%s-" "a\\cb" x y z'
	assert_output a
}

@test "%b has width and precision" {
	run_jsh -c 'printf "[%4b|%-4b|%.2b]" "a\\tb" x abc'
	assert_output $'[ a\tb|x   |ab]'
}

@test "%% writes a percent sign" {
	run_jsh -c 'printf "100%%\n"'
	assert_output 100%
}

@test "the format is used again until all arguments are" {
	run_jsh -c 'printf "%s=%d\n" a 1 b 2 c'
	assert_output $'a=1\nb=2\nc=0'
}

@test "missing arguments are empty strings and zeros" {
	run_jsh -c 'printf "[%s|%d|%b|%f]\n"'
	assert_output '[|0||0.000000]'
}

@test "a format without conversions is written once" {
	run_jsh -c 'printf "x\n" a b'
	assert_output x
}

@test "a wrong number is a message and status 1, and output goes on" {
	run_jsh -c 'printf "%d %s\n" 12x after; echo $?; printf "%d\n" abc; echo $?'
	assert_output $'12 after\n1\n0\n1'
	assert [ -n "$stderr" ]
}

@test "a number out of range is written as the largest" {
	bug_of bash 'says so, but has status 0'
	run_jsh -c 'printf "%d\n" 99999999999999999999'
	assert_failure 1
	assert_output 9223372036854775807
	assert [ -n "$stderr" ]
}

@test "an unknown conversion is an error" {
	run_jsh -c 'printf "%y" 1'
	assert_failure
	assert [ -n "$stderr" ]
}

@test "printf without a format is an error" {
	run_jsh -c 'printf'
	assert_failure
	assert [ -n "$stderr" ]
}

@test "-- ends the options" {
	run_jsh -c 'printf -- "-%s\n" x'
	assert_output -- -x
}
