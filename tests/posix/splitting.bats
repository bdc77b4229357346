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
	departs zsh '2.6.5'
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
	departs zsh '2.6.5'
	splits ':' 'a:b:'
	prints '[a][b] 2'
	splits ':' 'a::'
	prints '[a][] 2'
}

@test "white space of IFS around another separator belongs to it" {
	departs zsh '2.6.5'
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
	departs zsh '2.6.5'
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
	departs mksh '2.6.5'
	departs busybox '2.6.5'
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
	departs zsh '2.6.5'
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
	unlike ksh 'keeps an empty field, as POSIX allows'
	departs zsh '2.6.5'
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

@test "white space and another separator: every combination" {
	departs zsh '2.6.5'
	script <<-'END'
		IFS=' :'
		f() { printf '%s' $#; for i; do printf '<%s>' "$i"; done; echo; }
		x='a : b'; f $x
		x='a: b'; f $x
		x='a :b'; f $x
		x='a::b'; f $x
		x='a : : b'; f $x
		x=' a'; f $x
		x='a '; f $x
		x=': a'; f $x
		x=' :a'; f $x
		x='a:'; f $x
		x='a: '; f $x
		x='a ::'; f $x
		x=' '; f $x
		x=' : '; f $x
		x=::; f $x
		x=' a : b :: c : '; f $x
	END
	prints '2<a><b>' '2<a><b>' '2<a><b>' '3<a><><b>' '3<a><><b>' '1<a>' \
		'1<a>' '2<><a>' '2<><a>' '1<a>' '1<a>' '2<a><>' '0' '1<>' \
		'2<><>' '4<a><b><><c>'
}

@test "separators of neighbouring expansions" {
	departs zsh '2.6.5'
	script <<-'END'
		IFS=:
		f() { printf '%s' $#; for i; do printf '<%s>' "$i"; done; echo; }
		x=a:b y=:
		f $x$y$x
		f $x:$x
		f "$x"$x
		f p$x"q"
		f a$y
		f $y$y
		f ""$y
		f $y""
		f ${y}b
		f "$y"b
		f a:b
	END
	prints '4<a><b><a><b>' '3<a><b:a><b>' '2<a:ba><b>' '2<pa><bq>' '1<a>' \
		'2<><>' '1<>' '2<><>' '2<><b>' '1<:b>' '1<a:b>'
}

@test "white space of neighbouring expansions" {
	script <<-'END'
		f() { printf '%s' $#; for i; do printf '<%s>' "$i"; done; echo; }
		v=' '
		f a$v"b"
		f $v"" 
		f ""$v
		f x$v$v"y"
		f "$v"$v
		v=' a '
		f $v$v
		f x$v"$v"
		f ${v}b
		f b$v
		f "x"$v"y"
	END
	prints '2<a><b>' '1<>' '1<>' '2<x><y>' '1< >' '2<a><a>' '3<x><a>< a >' \
		'2<a><b>' '2<b><a>' '3<x><a><y>'
}

@test "nothing next to quoted nothing" {
	script <<-'END'
		f() { echo $#; }
		y=
		f $y; f $y""; f ""$y; f $y$y; f "$y"; f $y "$y" $y; f ''$y''
	END
	prints '0' '1' '1' '0' '1' '1' '1'
}

@test "a separator that is a letter, a digit or special elsewhere" {
	departs zsh '2.6.5'
	script <<-'END'
		IFS=x; v=axb; printf '[%s]' $v "$v" $(echo axb) ${u-axb} ${u-a"x"b} ${u-"axb"} a${u-x}b axb; echo
		IFS=2; v=123; printf '[%s]' $v $((121)) ${#v}; echo
		IFS='\'; v='a\b\\c'; printf '[%s]' $v; echo
		IFS='*'; v='a*b'; printf '[%s]' $v; echo
		IFS='"'; v='a"b'; printf '[%s]' $v; echo
		IFS="'"; v="a'b"; printf '[%s]' $v; echo
		IFS='$'; v='a$b'; printf '[%s]' $v; echo
		IFS=-; v=-a-b--c-; printf '[%s]' $v; echo
		IFS='['; v='a[b'; printf '[%s]' $v; echo
	END
	prints '[a][b][axb][a][b][a][b][axb][axb][a][b][axb]' \
		'[1][3][1][1][3]' '[a][b][][c]' '[a][b]' '[a][b]' '[a][b]' \
		'[a][b]' '[][a][b][][c]' '[a][b]'
}

@test "tabs and newlines are white space only where IFS has them" {
	script <<-'END'
		x=' a	b
		c '
		IFS='	 
		'; printf '[%s]' $x; echo
		IFS=' '; printf '[%s]' $x; echo
		IFS='	'; printf '[%s]' $x; echo
		IFS='
		'; printf '[%s]' $x; echo
	END
	prints '[a][b][c]' $'[a\tb' 'c]' '[ a][b' 'c ]' $'[ a\tb][c ]'
}

@test "IFS unset is the default, IFS empty splits nothing" {
	script <<-'END'
		x=' a  b	c
		d '
		unset IFS; printf '[%s]' $x; echo
		IFS=; printf '[%s]' $x; echo
		IFS=; printf '[%s]' $(printf ' a b \n'); echo
	END
	prints '[a][b][c][d]' $'[ a  b\tc' 'd ]' '[ a b ]'
}

@test "a separator of more than one byte" {
	departs dash '2.6.5'
	departs mksh '2.6.5'
	departs bash '2.6.5'
	departs busybox '2.6.5'
	script <<-'END'
		IFS=é; x=aébééc; printf '[%s]' $x; echo; set -- a b; echo "$*"
		IFS=' é'; x='a é b c'; printf '[%s]' $x; echo
		IFS=é; x=aãb; printf '[%s]' $x; echo
	END
	prints '[a][b][][c]' 'aéb' '[a][b][c]' '[aãb]'
}

@test "star in double quotes joins with the first character of IFS" {
	departs ksh '2.5.2'
	script <<-'END'
		set -- 'a b' '' c
		IFS=:; echo "$*" "x$*y"
		IFS=:-; echo "$*"
		IFS=' '; echo "$*"
		IFS='
		'; echo "$*"
		IFS=; echo "$*"
		unset IFS; echo "$*" "${*}" "${*-x}" "${1+$*}"
	END
	prints 'a b::c xa b::cy' 'a b::c' 'a b  c' 'a b' '' 'c' 'a bc' \
		'a b  c a b  c a b  c a b  c'
}

@test "star where no fields are made joins as in double quotes" {
	script <<-'END'
		set -- 'a b' c
		IFS=:; v=$*; echo "$v"; v=x$*y; echo "$v"; case $* in a\ b:c) echo yes; esac
		IFS=; v=$*; echo "$v"
		unset IFS; v=$*; echo "$v"; v=${1+$*}; echo "$v"
	END
	prints 'a b:c' 'xa b:cy' 'yes' 'a bc' 'a b c' 'a b c'
}

@test "star and at unquoted: each parameter is split on its own" {
	script <<-'END'
		set -- 'a b' c 'd:e'
		printf '[%s]' $*; echo; printf '[%s]' $@; echo
		IFS=:; printf '[%s]' $*; echo; printf '[%s]' $@; echo; printf '[%s]' x$*y; echo
		IFS=; printf '[%s]' $*; echo; printf '[%s]' x$@y; echo
	END
	prints '[a][b][c][d:e]' '[a][b][c][d:e]' '[a b][c][d][e]' \
		'[a b][c][d][e]' '[xa b][c][d][ey]' '[a b][c][d:e]' \
		'[xa b][c][d:ey]'
}

@test "at in double quotes with text and with itself" {
	script <<-'END'
		set -- a 'b c' d
		printf '[%s]' "$@"; echo
		printf '[%s]' x"$@"y; echo
		printf '[%s]' "x $@ y"; echo
		printf '[%s]' "$@$@"; echo
		printf '[%s]' "$@""$@"; echo
		printf '[%s]' "$@"$1; echo
		set -- ''; printf '[%s]' "$@"; echo; printf '[%s]' x"$@"y; echo
		set -- '' ''; printf '[%s]' "$@"; echo; printf '[%s]' x"$@"y; echo
		set -- a; printf '[%s]' "x$@y" "$@"; echo
	END
	prints '[a][b c][d]' '[xa][b c][dy]' '[x a][b c][d y]' \
		'[a][b c][da][b c][d]' '[a][b c][da][b c][d]' '[a][b c][da]' \
		'[]' '[xy]' '[][]' '[x][y]' '[xay][a]'
}

@test "at in double quotes without parameters" {
	script <<-'END'
		f() { echo $#; }
		set --
		e=
		f "$@"; f "$@" "$@"; f x"$@"; f "$@"y; f "x$@y"; f ""$@ ; f "$@"""; f ''"$@"; f $@; f "$@"$e
	END
	prints '0' '0' '1' '1' '1' '1' '1' '1' '0' '0'
}

@test "the values of an assignment, a case and a redirection are not split" {
	departs yash '2.9.1.1'
	script <<-'END'
		x='a  b'
		y=$x; echo "$y"; y=$(echo "$x"); echo "$y"; y=${u-$x}; echo "$y"
		case $x in 'a  b') echo whole; esac
		echo r >$x; cat 'a  b'
		export z=$x; echo "$z"; readonly w=$x; echo "$w"
	END
	prints 'a  b' 'a  b' 'a  b' 'whole' 'r' 'a  b' 'a  b'
}
