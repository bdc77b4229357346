#!/usr/bin/env bats
#
# locale.bats - multibyte characters, the C locale, arbitrary bytes
#
# POSIX.1-2024 XCU 2.5.3 LC_ALL, LC_CTYPE; 2.6.2; 2.14.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "lengths, removals and patterns count characters" {
	departs dash '2.6.2'
	departs mksh '2.6.2'
	departs ksh '2.5.2, 2.6, 2.14'
	departs busybox '2.5.3'
	script <<-'END'
		x=éàb€
		echo ${#x} "${x#?}" "${x%??}" "${x#[é]}" "${x##*à}" "${x%%à*}" "${x#[!é]}" "${x%[€]}"
		case $x in ????) echo four; esac
		case é in [é]) echo in; esac; case é in [!a]) echo not; esac; case € in ?) echo one; esac
		case à in [[:alpha:]]) echo alpha; esac; case É in [[:upper:]]) echo upper; esac
		set -- é ñandú; echo ${#1} ${#2}
	END
	prints '4 àb€ éà àb€ b€ é éàb€ éàb' 'four' 'in' 'not' 'one' 'alpha' \
		'upper' '1 5'
}

@test "in the C locale characters are bytes" {
	departs dash '2.5.3'
	departs yash '2.5.3'
	script <<-'END'
		LC_ALL=C; x=é
		echo ${#x}; case $x in ??) echo two; esac; case $x in ?) echo no; esac
		printf %s "${x#?}" | od -An -tx1; printf %s "${x%?}" | od -An -tx1
		LC_ALL=C.UTF-8; echo ${#x}
	END
	prints '2' 'two' ' a9' ' c3' '1'
}

@test "invalid bytes are kept and match themselves and a question mark" {
	departs yash '2.6.2'
	departs ksh '2.5.2, 2.6, 2.14'
	script <<-'END'
		x=$(printf 'a\377\303b')
		echo ${#x}; printf %s "$x" | od -An -tx1; printf %s "${x#a?}" | od -An -tx1; printf %s "${x%b}" | od -An -tx1
		case $x in a??b) echo four; esac; case $x in a*b) echo star; esac
		y=$(printf '\377'); case $x in *$y*) echo in; esac; printf %s "${x#*"$y"}" | od -An -tx1
		eval "z='$x'"; [ "$z" = "$x" ] && echo same; set -- "$x"; printf %s "$*" | od -An -tx1
	END
	prints '4' ' 61 ff c3 62' ' c3 62' ' 61 ff c3' 'four' 'star' 'in' \
		' c3 62' 'same' ' 61 ff c3 62'
}

@test "invalid bytes in fields, here-documents, the environment and file names" {
	departs yash '2.6.5'
	script <<-'END'
		x=$(printf '\377 a\376')
		printf '<%s>' $x | od -An -tx1
		cat <<A | od -An -tx1
		$x
		A
		export x; sh -c 'printf %s "$x"' | od -An -tx1
		: >"$x"; for i in *; do printf %s "$i" | od -An -tx1; done
	END
	prints ' 3c ff 3e 3c 61 fe 3e' ' ff 20 61 fe 0a' ' ff 20 61 fe' \
		' ff 20 61 fe'
}

@test "a separator of more than one byte joins and splits" {
	departs dash '2.5.3'
	departs mksh '2.5.3'
	departs busybox '2.5.3'
	script <<-'END'
		IFS=é; set -- a b; echo "$*"; x=aébéc; printf '[%s]' $x; echo
	END
	prints 'aéb' '[a][b][c]'
}

@test "a byte of a character is no separator" {
	unlike dash 'takes characters for bytes'
	unlike mksh 'takes characters for bytes'
	departs busybox '2.5.3'
	script <<-'END'
		IFS=$(printf '\251'); x=aéb; printf '[%s]' $x; echo
	END
	prints '[aéb]'
}
