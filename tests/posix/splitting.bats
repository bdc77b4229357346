#!/usr/bin/env bats
#
# splitting.bats - field splitting and IFS
#
# POSIX.1-2024 XCU 2.6.5.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

# Split VALUE by IFS: print each field in brackets, and how many there are.
splits() { # IFS VALUE
	printf '%s\n' 'IFS=$1 v=$2; set -- $v; n=$#' \
		'[ $n -eq 0 ] || printf "[%s]" "$@"; echo " $n"' \
		>"$BATS_TEST_TMPDIR/script"
	run_jsh "$BATS_TEST_TMPDIR/script" "$1" "$2"
}

@test "white space is the default separator" {
	script <<-'END'
		v=$(printf ' a \t b\n\n c ')
		set -- $v
		echo $# "$1$2$3"
		unset IFS
		set -- $v
		echo $# "$1$2$3"
	END
	prints '3 abc' '3 abc'
}

@test "white space in IFS at the ends is dropped and in the middle is one" {
	splits ' ' '  a  b   c '
	prints '[a][b][c] 3'
	splits ' ' '   '
	prints ' 0'
	splits ' ' ''
	prints ' 0'
}

@test "white space that is not in IFS stays" {
	splits ' ' $'a\tb c\nd'
	prints $'[a\tb][c' 'd] 2'
	splits ':' ' a : b '
	prints '[ a ][ b ] 2'
}

@test "each other character of IFS ends a field" {
	splits ':' 'a:b::c'
	prints '[a][b][][c] 4'
	splits ':' ':a'
	prints '[][a] 2'
	splits ':' '::'
	prints '[][] 2'
	splits ':' ':'
	prints '[] 1'
}

@test "a separator at the end begins no further field" {
	splits ':' 'a:b:'
	prints '[a][b] 2'
	splits ':' 'a::'
	prints '[a][] 2'
}

@test "white space of IFS around another separator belongs to it" {
	splits ' :' ' a : b :  : c '
	prints '[a][b][][c] 4'
	splits ' :' ' : '
	prints '[] 1'
	splits ': ' 'a :b: c'
	prints '[a][b][c] 3'
}

@test "several separators" {
	splits ',;' 'a,b;c,;d'
	prints '[a][b][c][][d] 5'
	splits '-x' 'axbx-c'
	prints '[a][b][][c] 4'
}

@test "a letter, a backslash or a glob character may separate" {
	splits 'o' 'foo bar boo'
	prints '[f][][ bar b][] 4'
	splits '\' 'a\b'
	prints '[a][b] 2'
	splits '*' 'a*b'
	prints '[a][b] 2'
	splits '[]' 'a[b]c'
	prints '[a][b][c] 3'
}

@test "an empty IFS splits nothing" {
	splits '' ' a b  '
	prints '[ a b  ] 1'
	splits '' ''
	prints ' 0'
}

@test "a newline may be the only separator" {
	splits $'\n' $'a b\n\nc\n'
	prints '[a b][c] 2'
}

@test "characters of more than one byte may separate" {
	departs dash 'XBD 6.1: characters of the locale'
	LC_ALL=C.UTF-8 splits 'ä' 'xäöäü'
	prints '[x][ö][ü] 3'
}

@test "a word that is not expanded is not split" {
	script <<-'END'
		IFS=:
		printf '[%s]' a:b "c:d" 'e:f'; echo
		v=1:2
		printf '[%s]' x:$v:y; echo
		printf '[%s]' "x:"$v":y"; echo
	END
	prints '[a:b][c:d][e:f]' '[x:1][2:y]' '[x:1][2:y]'
}

@test "quoted text next to an expansion joins its outer fields" {
	script <<-'END'
		v=' a b '
		printf '[%s]' x$v"y"; echo
		printf '[%s]' ''$v; echo
		printf '[%s]' $v''; echo
		printf '[%s]' "$v"$v; echo
		w=' '
		printf '[%s]' x${w}y; echo
		printf '[%s]' $v$v; echo
	END
	prints '[x][a][b][y]' '[][a][b]' '[a][b][]' '[ a b ][a][b]' '[x][y]' '[a][b][a][b]'
}

@test "quoted expansions are not split" {
	script <<-'END'
		v=' a  b '
		printf '[%s]' "$v" "${v}" "${u-$v}" "$(echo "$v")" "`echo "$v"`"; echo
	END
	prints '[ a  b ][ a  b ][ a  b ][ a  b ][ a  b ]'
}

@test "results of arithmetic are split" {
	script 'IFS=1; printf "[%s]" $((31415)) "$((31415))"; echo'
	prints '[3][4][5][31415]'
}

@test "results of a length are split" {
	departs dash '2.6.5: all results of parameter expansion'
	script 'IFS=0; v=1234567890; set -- ${#v}x; echo "$#"'
	prints '2'
}

@test "an assignment's value is not split" {
	script <<-'END'
		v='a  b'
		w=$v x=$(echo "$v") y=${v} z=${u-$v}
		printf '[%s]' "$w" "$x" "$y" "$z"; echo
	END
	prints '[a  b][a  b][a  b][a  b]'
}

@test "case's word, a redirection's name and a here-document are not split" {
	script <<-'END'
		v='a  b'
		case $v in 'a  b') echo case;; esac
		echo text >$v
		cat 'a  b'
		cat <<E
		$v
		E
	END
	prints 'case' 'text' 'a  b'
}

@test "for's words are split" {
	script <<-'END'
		v='a b' IFS=' '
		for i in $v "$v" c; do printf '[%s]' "$i"; done; echo
	END
	prints '[a][b][a b][c]'
}

@test "the command's name is split" {
	script "c='printf [%s][%s]\\n x y'; \$c"
	prints '[x][y]'
}

@test "a new IFS holds from the next expansion" {
	script <<-'END'
		v=a:b-c
		IFS=:; set -- $v; echo $#
		IFS=-; set -- $v; echo $#
		IFS=:-; set -- $v; echo $#
		IFS=: set -- $v; echo $#
		unset IFS; set -- $v; echo $#
	END
	prints '2' '2' '3' '3' '1'
}

@test "an empty result is no field, and with quotes one" {
	script <<-'END'
		e=; unset u
		set -- $e $u "$e" $e'' "$u"$u
		echo $#
		set -- $e$u
		echo $#
	END
	prints '3' '0'
}

@test "separators are not special in what follows" {
	script <<-'END'
		v='a b'
		IFS=' '
		set -- $v$v
		printf '[%s]' "$@"; echo
		IFS=:
		v=a: w=:b
		set -- $v$w
		printf '[%s]' "$@"; echo
		set -- $v''$w
		printf '[%s]' "$@"; echo
	END
	prints '[a][ba][b]' '[a][][b]' '[a][][b]'
}

@test "an expansion's word is split where it is not quoted" {
	script <<-'END'
		unset u
		IFS=:
		printf '[%s]' ${u-a:b} ${u-"a:b"} ${u-a:"b:c"}; echo
	END
	prints '[a][b][a:b][a][b:c]'
}

@test "unquoted star and at are joined or split by IFS" {
	script <<-'END'
		set -- a:b 'c d' ''
		IFS=:
		printf '[%s]' $*; echo
		printf '[%s]' $@; echo
		x=$*; echo "$x"
		IFS=
		x=$*; echo "$x"
	END
	prints '[a][b][c d]' '[a][b][c d]' 'a:b:c d:' 'a:bc d'
}
