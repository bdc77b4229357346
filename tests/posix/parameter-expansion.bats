#!/usr/bin/env bats
#
# parameter-expansion.bats - ${} operators, quotes and braces within them
#
# POSIX.1-2024 XCU 2.6.2.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "quotes within a quoted expansion's word quote, single ones do not" {
	departs yash '2.6.2'
	departs ksh '2.6.2'
	script <<-'END'
		a=1; unset u
		printf '[%s]\n' "${a+"b c"}" "${u-"b  c"}" "${a+'b  c'}" "${u-"a b"c'd'}"
		printf '[%s]\n' "x${u-"b"}c" "x${u-"b  c"}d" "${u-"}"}" "${u-'}"
	END
	prints '[b c]' '[b  c]' "['b  c']" "[a bc'd']" '[xbc]' '[xb  cd]' \
		'[}]' "[']"
}

@test "quotes within an unquoted expansion's word keep fields together" {
	script <<-'END'
		a=1; unset u
		printf '[%s]\n' ${a+"b c"} ${u-b c} ${a+'b  c'} ${u-x"b  c"y} ${u-b\ \ c} ${u-"b"  'c'}
	END
	prints '[b c]' '[b]' '[c]' '[b  c]' '[xb  cy]' '[b  c]' '[b]' '[c]'
}

@test "a backslash in an expansion's word escapes what is special there" {
	script <<-'END'
		unset u
		echo "${u-a\}b}" ${u-a\}b} "${u-\"}" "${u-\$x}" "${u-\`}"
		printf '%s\n' "${u-\a}" ${u-\a} "${u-\\}" ${u-\\}
	END
	prints 'a}b a}b " $x `' '\a' 'a' '\' '\'
}

@test "braces in a quoted expansion's word" {
	departs ksh '2.6.2'
	script <<-'END'
		unset u
		echo "${u-}}" "${u-\}}" ${u-'}'} ${u-"}"} "${u-"}"}" "${u-{}" "${u-{a}}" ${u-{a}b}
		echo "a${u-b}c}" "${u-$(echo "}")}" ${u-$(echo ')')}
	END
	prints '} } } } } { {a} {ab}' 'abc} } )'
}

@test "a pattern's quoted part matches itself" {
	script <<-'END'
		x='a*b'; b='*'
		printf '[%s]\n' "${x#a"$b"}" "${x#"a*"}" ${x#"$b"} ${x%"$b"*} "${x%%"$b"*}" ${x%'*'b} "${x%'*'b}" "${x%\*b}"
	END
	prints '[b]' '[b]' '[a*b]' '[a]' '[a]' '[a]' '[a]' '[a]'
}

@test "a pattern's unquoted expansion is a pattern" {
	script <<-'END'
		x=abcb; p='*b'; q='[ab]'
		echo "${x#$p}" "${x##$p}." "${x#"$p"}" "${x#$q}" "${x#"$q"}" "${x%%b*}" "${x%%${p#?}*}"
	END
	prints 'cb . abcb bcb abcb a a'
}

@test "braces and quotes in a pattern" {
	departs ksh '2.6.2'
	departs zsh '2.6.2'
	script <<-'END'
		a='x}y'
		echo "${a%%\}*}" ${a%%\}*} "${a%'}'*}" ${a%"}"*} "${a#*\}}" "${a#*"}"}" ${a#*'}'}
		b='{z}'
		echo "${b#\{}" "${b#"{"}" ${b%\}} "${b%"}"}" "${b#{}"
	END
	prints 'x x x x y y y' 'z} z} {z {z z}'
}

@test "quotes that are part of the value in a pattern" {
	departs zsh '2.6.2'
	script <<-'END'
		x='"q"'; y="'q'"; z='`q$'
		echo "${x#\"}" "${x%'"'}" ${x#'"'} "${y#\'}" "${y#"'"}" ${y%"'"} "${z#\`}" "${z%\$}"
	END
	prints $'q" "q q" q\' q\' \'q q$ `q'
}

@test "a backslash in a value and in a pattern" {
	script <<-'END'
		x='a\b'
		printf '%s\n' "${x#a\\}" "${x%\\b}" "${x#a'\'}" "${x#*"\\"}" "${x%'\'*}"
	END
	prints 'b' 'a' 'b' 'b' 'a'
}

@test "a pattern ends where it is not the same any more" {
	script <<-'END'
		x=abcabc
		echo ${x#*b} ${x##*b} ${x%b*} ${x%%b*} ${x#} ${x%} ${x#a*c} ${x##a*c}. ${x#[ab]} ${x%[!a]} ${x#?} ${x%?} ${x#b} ${x%b}
	END
	prints \
		'cabc c abca a abcabc abcabc abc . bcabc abcab bcabc abcab abcabc abcabc'
}

@test "parts of a path" {
	script <<-'END'
		p=/usr/lib/x.tar.gz
		echo ${p##*/} ${p%/*} ${p#*/} ${p%%/*}. ${p%.*} ${p%%.*} ${p##*.} ${p#*.} ${p##"/"} ${p%"gz"}
	END
	prints \
		'x.tar.gz /usr/lib usr/lib/x.tar.gz . /usr/lib/x.tar /usr/lib/x gz tar.gz usr/lib/x.tar.gz /usr/lib/x.tar.'
}

@test "a number sign and a percent sign in a value" {
	script <<-'END'
		x='#a'; y=%b
		echo ${x#\#} ${x#"#"} ${x##} ${#x} ${x###} ${x#'#'} ${y#%} ${y%%b} ${y%%%b}. ${y#\%}
	END
	prints 'a a #a 2 a a b % . b'
}

@test "the length of a parameter, a positional one and a special one" {
	script <<-'END'
		x='a b'; e=; unset u
		set -- abc ''
		echo ${#x} "${#x}" ${#e} ${#u} ${#1} ${#2} ${#3} ${#?} ${#}
	END
	prints '3 3 0 0 3 0 0 1 2'
}

@test "a number sign alone is the number of parameters" {
	departs zsh '2.6.2'
	script <<-'END'
		set -- a b c
		echo ${#} $# "${#}" ${##} ${#:-x} $#a ${#}a "$#"
	END
	prints '3 3 3 1 3 3a 3a 3'
}

@test "positional parameters of more digits" {
	script <<-'END'
		set -- a b c d e f g h i j k
		echo $10 ${10} ${011} ${01} $1a ${1}0 "$10" "${11}" ${#10} ${12-none}
	END
	prints 'a0 j k a aa a0 a0 k 1 none'
}

@test "at and star with a default" {
	script <<-'END'
		set --
		printf '[%s]\n' "${@:-x}" ${@:-x y} "${*:-z}" "${1-d}" ${1:-"e  f"}
	END
	prints '[x]' '[x]' '[y]' '[z]' '[d]' '[e  f]'
}

@test "at with an alternative is the parameters" {
	departs ksh '2.6.2'
	script <<-'END'
		set -- 'a b' ''
		f() { echo $#; }
		f ${1+"$@"}; f "${1+$@}"; f "${1+"$@"}"; f ${3-"$@"}; f ${3+"$@"}; f "${1:+x$@y}"; f "${3-$@}"
		for i in ${1+"$@"}; do printf '<%s>\n' "$i"; done
		for i in "${1+x$@y}"; do printf '<%s>\n' "$i"; done
		for i in ${1+x"$@"y}; do printf '<%s>\n' "$i"; done
	END
	prints '2' '2' '2' '2' '0' '2' '2' '<a b>' '<>' '<xa b>' '<y>' \
		'<xa b>' '<y>'
}

@test "at with an alternative and no parameters is no field" {
	script <<-'END'
		set --
		f() { echo $#; }
		f ${1+"$@"}; f ${x-"$@"}; f "$@"; f "${@}"; f ${@-}; f ${1-}; f "${1-}"
	END
	prints '0' '0' '0' '0' '0' '0' '1'
}

@test "a name ends where no letter, digit or underscore follows" {
	script <<-'END'
		a=1 ab=2 a_=3
		echo $a$ab $a"b" "$a"b ${a}b $a.b $a-b $a/b $a:b ${a}_ $a_ '$a'$a $a[1] $a{b}
	END
	prints '12 1b 1b 1b 1.b 1-b 1/b 1:b 1_ 3 $a1 1[1] 1{b}'
}

@test "a dollar sign that begins nothing is itself" {
	script <<-'END'
		echo $ "$" "$ " a$ "a$" $% $, "$%" "$'" $. '$'
	END
	prints $'$ $ $  a$ a$ $% $, $% $\' $. $'
}

@test "assigning gives the value and leaves it" {
	script <<-'END'
		unset x; echo ${x:=a b} "$x"
		unset x; echo "${x="a  b"}" "$x"
		unset x; printf '[%s]\n' ${x='a  b'} "$x"
		unset x; : "${x='a b'}"; echo "$x"
		unset x; : ${x=\a\b}; echo "$x"
		unset x; echo ${x=a}${x=b}${x:=c}
		x=; echo "${x=d}" "${x:=e}" $x
		unset x; for i in ${x:=a b c}; do echo $i; done
	END
	prints 'a b a b' 'a  b a  b' '[a]' '[b]' '[a  b]' "'a b'" 'ab' 'aaa' \
		' e e' 'a' 'b' 'c'
}

@test "a positional or special parameter cannot be assigned" {
	departs zsh '2.6.2'
	script <<-'END'
		(echo ${1=a}; echo no) 2>/dev/null || echo failed
		(echo ${1:=a}; echo no) 2>/dev/null || echo failed
		set -- x; echo ${1=a} ${1:=b} ${#=c} ${?=d}
	END
	prints 'failed' 'failed' 'x x 1 0'
}

@test "the message of a question mark" {
	departs zsh '2.6.2'
	script <<-'END'
		(: ${x?gone away}) 2>&1 | sed 's/.*x: *//'
		(: ${x:?"two  blanks"}) 2>&1 | sed 's/.*x: *//'
		(: ${x?a$((1 + 1))$(echo c)}) 2>&1 | sed 's/.*x: *//'
		(: ${1?no one}) 2>&1 | sed 's/.*1: *//'
		(: ${x?}) 2>&1 | grep -c x
	END
	prints 'gone away' 'two  blanks' 'a2c' 'no one' '1'
}

@test "a question mark does nothing to what is set" {
	script <<-'END'
		x=a e=; set -- ''
		echo ${x?no} ${x:?no} "${e?no}" "${1?no}" ${#?} end
		(: ${e:?}) 2>/dev/null || echo failed
		(: ${1:?}) 2>/dev/null || echo failed
		(: ${2?}) 2>/dev/null || echo failed
	END
	prints 'a a   1 end' 'failed' 'failed' 'failed'
}

@test "expansions in an expansion's word" {
	departs ksh '2.6.2'
	departs zsh '2.6.2'
	script <<-'END'
		unset a b
		echo ${a:-${b:-c}} "${a:-${b:-"c  d"}}" ${a-${b-$(echo x y)}} "${a+${b}}." ${a-$((1 + ${b-2}))} "${a-`echo "q  r"`}" "${a-$(echo "q  r")}"
	END
	prints 'c c  d x y . 3 q  r q  r'
}

@test "the word is not expanded when it is not needed" {
	departs zsh '2.6.2'
	script <<-'END'
		x=1; unset u
		echo ${x-$(echo no >&2)} ${x=$(echo no >&2)} ${x?$(echo no >&2)} ${u+$(echo no >&2)} ${x:+yes}
		i=0; : ${x-$((i = 1))} ${u+$((i = 2))} ${u-$((i = 3))}; echo $i
	END
	prints '1 1 1 yes' '3'
}

@test "a tilde in a word and in a pattern" {
	script <<-'END'
		HOME=/home/me; x=/home/me/f; unset u
		echo ${u-~} ${u-~/x} ${u-a~} ${u-\~} ${u-"~"} ${x#~} ${x#~/}
		y=${u-~}; echo "$y"
	END
	prints '/home/me /home/me/x a~ ~ ~ /f f' '/home/me'
}

@test "an expansion that is nothing is no field, with quotes it is one" {
	departs ksh '2.6.5'
	script <<-'END'
		a=; unset b
		printf '<%s>\n' ${a} ${b} "${a}" "${b}" ${a:-} "${b:-}" ${a:-""} ${b-''} ${a+""} x${b}y ${a}${b} ""${b}
	END
	prints '<>' '<>' '<>' '<>' '<>' '<>' '<xy>' '<>'
}

@test "an expansion's value is not read as shell text" {
	script <<-'END'
		x='$(echo no)'; echo $x "$x" `echo $x`
		x='`echo no`'; echo $x
		x='${y}'; echo $x
		x='~'; echo $x
		x='a;b|c&d>e'; echo $x
		x='"a" \b'; printf '%s\n' $x "$x"
	END
	prints '$(echo no) $(echo no) $(echo no)' '`echo no`' '${y}' '~' \
		'a;b|c&d>e' '"a"' '\b' '"a" \b'
}

@test "an expansion in a here-document's word" {
	script <<-'END'
		a=abc; unset u
		cat <<A
		[${u-a b}][${u-"a b"}][${u-\}}][${a#a}][${a%"c"}][${a#\a}][${a#*'b'}][${a+x y}]
		[${u-`echo "c"`}][${u-$(echo "d  e")}][${#a}][${u-$((1 + 1))}]
		A
	END
	prints '[a b][a b][}][bc][ab][bc][c][x y]' '[c][d  e][3][2]'
}

@test "a single quote in a here-document's word is itself" {
	departs yash '2.7.4'
	departs ksh '2.6.2'
	script <<-'END'
		unset u
		cat <<A
		${u-'a'} ${u-it's} "${u-'b'}"
		A
	END
	prints $'\'a\' it\'s "\'b\'"'
}

@test "a bad substitution is an error" {
	departs bash '2.8.1'
	departs ksh '2.8.1'
	departs zsh '2.6.2'
	script <<-'END'
		(eval 'echo ${}; echo no') 2>/dev/null || echo failed
		(eval 'echo ${x!}; echo no') 2>/dev/null || echo failed
		(eval 'echo ${x-a'; echo no) 2>/dev/null || echo failed
		(eval 'echo "${x"; echo no') 2>/dev/null || echo failed
	END
	prints 'failed' 'failed' 'failed' 'failed'
}
