#!/usr/bin/env bats
#
# dollar-single-quotes.bats - $'...'
#
# POSIX.1-2024 XCU 2.2.4.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "each escape" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	departs busybox '2.2.4'
	script <<-'END'
		printf '%s' $'\a\b\e\f\n\r\t\v' | od -An -tx1
		printf '[%s]\n' $'\\' $'\'' $'\"' "$'x'" $'"' $'`$x'
	END
	prints ' 07 08 1b 0c 0a 0d 09 0b' '[\]' "[']" '["]' $'[$\'x\']' '["]' \
		'[`$x]'
}

@test "bytes in hexadecimal and octal" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	unlike ksh 'takes more digits'
	unlike mksh 'takes more digits'
	script <<-'END'
		printf '%s\n' $'\x41' $'\x4a' $'\x4A' $'\x41g' $'\x414' $'\101' $'\1012' $'\60' $'\608' $'\351\x80' | od -An -tx1
	END
	prints ' 41 0a 4a 0a 4a 0a 41 67 0a 41 34 0a 41 0a 41 32' \
		' 0a 30 0a 30 38 0a e9 80 0a'
}

@test "control characters" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	departs zsh '2.2.4'
	departs busybox '2.2.4'
	script <<-'END'
		printf '%s' $'\cA\ca\cZ\c[\c]\c^\c_\c?\c\\x' | od -An -tx1
	END
	prints ' 01 01 1a 1b 1d 1e 1f 7f 1c 78'
}

@test "what follows a nul byte in the quotes is dropped" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	unlike ksh 'drops the nul byte only'
	unlike mksh 'drops the nul byte only'
	departs busybox '2.2.4'
	script <<-'END'
		printf '[%s]\n' $'a\0b' $'a\x00b'c $'a\000b'
	END
	prints '[a]' '[ac]' '[a]'
}

@test "it is one with what is next to it, and makes no expansions" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	script <<-'END'
		x=1; printf '[%s]\n' a$'b'c $'a'$'b' "a"$'b'\c $'$x' $'a  b' $'~' $'*' $'' x$'' "$"'x'
	END
	prints '[abc]' '[ab]' '[abc]' '[$x]' '[a  b]' '[~]' '[*]' '[]' '[x]' \
		'[$x]'
}

@test "where quotes may be" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	script <<-'END'
		x=$'a\tb'; [ "$x" = 'a	b' ] && echo assignment
		case $'\x61' in a) echo case; esac
		case a$'*' in a\*) echo pattern; esac
		for i in $'x y' z; do echo "$i"; done
		echo r >$'f\x31'; cat f1
		printf '[%s]\n' ${u-$'p\x71'} ${x#$'a\t'} "${x#$'a\t'}" "${x%$'b'}"
		alias a=$'echo \x41'
		eval a
		IFS=$'\n'; y=$'1 2\n3'; printf '[%s]' $y; echo
	END
	prints 'assignment' 'case' 'pattern' 'x y' 'z' 'r' '[pq]' '[b]' '[b]' \
		$'[a\t]' 'A' '[1 2][3]'
}

@test "in double quotes and here-documents it is nothing special" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	unlike mksh 'quotes in a word there'
	script <<-'END'
		echo "$'a\tb'" "x$'" "${u-$'x'}"
		cat <<A
		$'a\tb' ${u-$'y'}
		A
		cat <<$'E\x46'
		$'c'
		EF
	END
	prints $'$\'a\\tb\' x$\' $\'x\'' $'$\'a\\tb\' $\'y\'' $'$\'c\''
}

@test "a newline and a comment sign within" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	script <<-'END'
		echo $'a
		b' $'# no comment' $'it\'s; | & < > ( )'
	END
	prints 'a' "b # no comment it's; | & < > ( )"
}

@test "nested in substitutions" {
	departs dash '2.2.4'
	departs yash '2.2.4'
	script <<-'END'
		echo $(echo $'a)b') "$(echo $'c"\x64')" `echo $'e f'` "`echo $'g'`" ${x:-$'}'} "$(case x in $'\x78') echo y;; esac)"
	END
	prints 'a)b c"d e f g } y'
}
