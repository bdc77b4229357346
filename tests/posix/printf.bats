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
	unlike mksh 'has no printf of its own'
	departs busybox 'printf'
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
	departs ksh 'printf'
	departs zsh 'printf'
	departs busybox 'printf'
	run_jsh -c 'printf "%d %s\n" 12x after; echo $?; printf "%d\n" abc; echo $?'
	assert_output $'12 after\n1\n0\n1'
	assert [ -n "$stderr" ]
}

@test "a number out of range is written as the largest" {
	bug_of bash 'says so, but has status 0'
	departs zsh 'printf'
	departs busybox 'printf'
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

@test "numbered conversions take their argument by its number" {
	departs dash 'printf: numbered conversions'
	departs bash 'printf: numbered conversions'
	departs yash 'printf: numbered conversions'
	departs mksh 'printf: numbered conversions'
	departs zsh 'printf: an argument that is missing'
	departs busybox 'printf'
	script <<'EOF'
printf '%2$s %1$s\n' a b
printf '%1$s %1$s\n' a
printf '%2$s-%1$s|' a b c d; echo
printf '%1$s|' a b c; echo
printf '%2$05d|%1$-5s|%3$.2f\n' a 7 1.5
printf '%2$b%1$c%%\n' xy 'a\tb'
printf '%3$s|%1$s|\n' a
printf '%2$s|' a b c; echo
EOF
	prints 'b a' 'a a' 'b-a|d-c|' 'a|b|c|' '00007|a    |1.50' $'a\tbx%' \
		'|a|' 'b||'
}

@test "all flags, widths and precisions of numbers" {
	departs ksh 'printf: a precision takes the zeros away'
	script <<'EOF'
printf '%d|%5d|%-5d|%05d|%+d|% d\n' 42 42 42 42 42 42
printf '%.3d|%8.3d|%-8.3d|%08.3d|%.0d|\n' 5 5 5 5 0
printf '%o|%#o|%x|%#x|%X|%#X|%u|%i\n' 8 8 255 255 255 255 3 4
printf '%+d|% d|%+5d|%-+5d|\n' -1 -1 1 1
printf '%x %o %u\n' -1 -1 -1
EOF
	prints '42|   42|42   |00042|+42| 42' '005|     005|005     |     005||' \
		'10|010|ff|0xff|FF|0XFF|3|4' '-1|-1|   +1|+1   |' \
		'ffffffffffffffff 1777777777777777777777 18446744073709551615'
}

@test "numbers are C constants: octal, hexadecimal, signs, characters" {
	departs dash 'printf: a character of several bytes'
	departs ksh 'printf: 010 is octal, and a quote alone'
	unlike mksh 'complains of a quote alone'
	departs zsh 'printf'
	departs busybox 'printf'
	script <<'EOF'
printf '%d ' 010 0x1F 0X1f -010 +7 ' 8' -0; echo
printf '%d ' "'a" '"a' "'ä" "'€" "'\\" "' "; echo
printf '%d\n' 9223372036854775807 -9223372036854775808
printf '%u\n' 18446744073709551615
EOF
	prints '8 31 31 -8 7 8 0 ' '97 97 228 8364 92 32 ' 9223372036854775807 \
		-9223372036854775808 18446744073709551615
}

@test "a quote alone is 0, whatever was in the memory behind it" {
	unlike mksh 'complains of a quote alone'
	unlike ksh 'complains of a quote alone'
	unlike yash 'complains of a quote alone'
	script <<'EOF'
x="'abc"
printf '%d\n' "${x%abc}"; echo $?
for x in abc "'"; do :; done
printf '%d|%u|%f\n' "$x" '"' "'"; echo $?
EOF
	prints 0 0 '0|0|0.000000' 0
}

@test "what is no number is written as far as it goes, with status 1" {
	departs ksh 'printf: a diagnostic message and a status'
	departs zsh 'printf: a diagnostic message and a status'
	departs busybox 'printf'
	for word in abc:0 12abc:12 08:0 0x:0 1e3:1 3.7:3 '12 :12' -:0 --:0; do
		script 'printf "%d\n" "$1"; exit $?' "${word%%:*}"
		complains 1 "${word#*:}"
	done
	script 'printf "%d %s\n" x y; printf "%f\n" abc; echo $?'
	complains 0 '0 y' 0.000000 1
}

@test "an empty argument is no number" {
	departs busybox 'printf'
	# To the letter: "" cannot be converted completely.
	for peer in dash bash ksh mksh zsh; do
		departs $peer 'printf: a diagnostic message and a status'
	done
	script 'printf "%d\n" ""; exit $?'
	complains 1 0
	script 'printf "%d %s\n"'
	prints '0 '
}

@test "out of range is written as the nearest, with status 1" {
	departs bash 'printf: a status'
	departs ksh 'printf: the largest unsigned number'
	departs zsh 'printf: out of range'
	departs busybox 'printf'
	script 'printf "%d\n" 99999999999999999999; exit $?'
	complains 1 9223372036854775807
	script 'printf "%d\n" -99999999999999999999; exit $?'
	complains 1 -9223372036854775808
	script 'printf "%u\n" 99999999999999999999; exit $?'
	complains 1 18446744073709551615
}

@test "escapes of the format, and those of %b" {
	departs busybox 'printf'
	script <<'EOF'
printf '\\|\a|\b|\f|\n|\r|\t|\v|\101|\0101|\1012\n' | od -An -tx1 | tr -d ' \n'
echo
printf '%b' '\\|\a|\b|\f|\n|\r|\t|\v|\0101|\01012|\0' | od -An -tx1 | tr -d ' \n'
echo
printf '%s\n' 'a\tb'
printf '%b|%b|%b' a 'b\cc' d; echo
printf '%5b|%-5b|%.2b|\n' 'a' 'b' 'cde'
EOF
	departs mksh 'printf: %b has a precision'
	prints 5c7c077c087c0c7c0a7c0d7c097c0b7c417c08317c41320a \
		5c7c077c087c0c7c0a7c0d7c097c0b7c417c41327c00 \
		'a\tb' 'a|b' '    a|b    |cd|'
}

@test "the format is used again, and what is missing is empty or 0" {
	unlike mksh 'has no printf of its own'
	departs busybox 'printf'
	script <<'EOF'
printf '%s %d\n' a 1 b
printf '%s-' a b c; echo
printf '[%s][%d][%c][%b][%x]\n' | tr -d '\000'
printf 'none\n' a b c
printf '' a b; printf '%s'; echo end
printf '%s %s %s\n' a b c d
EOF
	prints 'a 1' 'b 0' a-b-c- '[][0][][][0]' none end 'a b c' 'd  '
}

@test "an unknown or unfinished conversion is an error" {
	departs ksh 'printf: an unfinished conversion'
	for format in '%z' '%' '%5' '%-' 'a%y'; do
		script 'printf "$1" x >/dev/null; echo $(($? > 0))' "$format"
		complains 0 1
	done
}

@test "a failed write is an error" {
	unlike ksh 'writes no message'
	script 'printf "%s\n" a >/dev/full; echo $(($? > 0)); echo a >/dev/full
		echo $(($? > 0))'
	complains 0 1 1
}
