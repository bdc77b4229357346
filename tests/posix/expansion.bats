#!/usr/bin/env bats
#
# expansion.bats - tilde, parameter expansion, command substitution
#
# POSIX.1-2024 XCU 2.6.1 to 2.6.3.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "an unquoted tilde at the start of a word is HOME" {
	departs ksh '2.6.1'
	script <<-'END'
		HOME=/home/me
		printf '%s\n' ~ ~/ ~/a/b
		echo x~ '~' "~" \~ a/~ ~"/x" "$HOME"~
	END
	prints '/home/me' '/home/me/' '/home/me/a/b' 'x~ ~ ~ ~ a/~ ~/x /home/me~'
}

@test "a tilde with a login name is that user's home" {
	departs ksh '2.6.1'
	departs busybox '2.6.2'
	script 'echo ~root ~root/x ~nosuchuser/x ~\root ~"root"'
	prints "$(getent passwd root | cut -d: -f6) $(
		getent passwd root | cut -d: -f6
	)/x ~nosuchuser/x ~root ~root"
}

@test "a tilde's result is not expanded further" {
	script <<-'END'
		: >f1
		HOME='a  b'; printf '[%s]\n' ~ ~/x
		HOME='*'; printf '[%s]\n' ~
		HOME='$x'; printf '[%s]\n' ~
		HOME=; printf '[%s]\n' ~/x
		HOME=/; printf '[%s]\n' ~
	END
	prints '[a  b]' '[a  b/x]' '[*]' '[$x]' '[/x]' '[/]'
}

@test "tildes in an assignment follow the equals sign and each colon" {
	script <<-'END'
		HOME=/h
		a=~ b=~/x c=a:~:~/y:b~ d=x:"~":\~ e='~' f=~:~root
		printf '%s\n' "$a" "$b" "$c" "$d" "$e" "${f%:*}"
		g=~/x sh -c 'echo "$g"'
	END
	prints '/h' '/h/x' 'a:/h:/h/y:b~' 'x:~:~' '~' '/h' '/h/x'
}

@test "a tilde comes from no expansion" {
	script <<-'END'
		HOME=/h
		t='~'; echo $t $t/x ${t}
		v=$t; echo "$v"
		echo $(echo '~')
	END
	prints '~ ~/x ~' '~' '~'
}

@test "a tilde at the start of an expansion's word is HOME" {
	script <<-'END'
		HOME=/h
		unset u
		echo ${u-~} ${u:-~/x} ${u=~} $u
		p=/h/x
		echo ${p#~/} ${p#~}
	END
	prints '/h /h/x /h /h' 'x /x'
}

@test "a tilde in a quoted expansion's word is itself" {
	departs yash '2.2.3'
	script 'HOME=/h; unset u; echo "${u-~}" "${u:-~/x}" "${HOME:+~}"'
	prints '~ ~/x ~'
}

@test "minus gives a word for what is unset, or with a colon for what is empty" {
	script <<-'END'
		unset u; e=; v=x
		echo "[${u-w}][${e-w}][${v-w}]"
		echo "[${u:-w}][${e:-w}][${v:-w}]"
		echo "[${u-}][${u:-}]${u-unset}"
	END
	prints '[w][][x]' '[w][w][x]' '[][]unset'
}

@test "plus gives a word for what is set, or with a colon for what is not empty" {
	script <<-'END'
		unset u; e=; v=x
		echo "[${u+w}][${e+w}][${v+w}]"
		echo "[${u:+w}][${e:+w}][${v:+w}]"
		set -- a ''
		echo "[${1+w}][${2+w}][${3+w}][${2:+w}][${#+w}][${@+w}]"
	END
	prints '[][w][w]' '[][][w]' '[w][w][][][w][w]'
}

@test "equals assigns what is unset, or with a colon what is empty" {
	script <<-'END'
		unset u u2; e=; v=x
		echo "[${u=w}][${e=w}][${v=w}][$u][$e][$v]"
		echo "[${u2:=w}][${e:=w}][${v:=w}][$u2][$e][$v]"
		unset u
		: ${u=a  b}
		echo "$u"
	END
	prints '[w][][x][w][][x]' '[w][w][x][w][w][x]' 'a  b'
}

@test "equals assigns the value after quotes are removed, and gives that" {
	script <<-'END'
		unset u v w
		printf '[%s]\n' ${u='a b'} ${v="c  d"} "${w=e  f}"
		printf '[%s]\n' "$u" "$v" "$w"
	END
	departs yash '2.6.2: the value of parameter is substituted, and split'
	prints '[a]' '[b]' '[c]' '[d]' '[e  f]' '[a b]' '[c  d]' '[e  f]'
}

@test "equals cannot assign a positional or special parameter" {
	departs zsh '2.6.2'
	script 'set --; echo ${1=x}; echo not reached'
	complains any
	script 'set --; echo ${*:=x}; echo not reached'
	complains any
}

@test "a question mark ends the shell with a message" {
	script 'unset u; echo ${u?the message}; echo not reached'
	complains any
	assert_stderr --partial 'the message'
	script 'e=; echo ${e?no}; echo ${e:?it is empty}; echo not reached'
	complains any ''
	assert_stderr --partial 'it is empty'
	script 'unset unsetvar; (echo ${unsetvar?}); echo $?'
	assert_success
	refute_output '0'
	assert_stderr --partial 'unsetvar'
	script 'v=x; echo ${v?no} ${v:?no}'
	prints 'x x'
}

@test "the word is expanded only when it is needed" {
	departs zsh '2.6.2'
	script <<-'END'
		v=x; unset u
		echo ${v-$(echo no >&2)} ${v:=$(echo no >&2)} ${u+$(echo no >&2)} ${v?$(echo no >&2)}
		echo ${u-$(echo yes)} ${v+`echo yes`} ${u-$((1 + 1))} ${u-${v}} ${u-${n:-${v}y}}
	END
	prints 'x x x' 'yes yes 2 x xy'
}

@test "the word is split and its quotes count" {
	departs ksh '2.6.2'
	script <<-'END'
		unset u
		: >f1; : >f2
		printf '[%s]' ${u-a  b}; echo
		printf '[%s]' ${u-'a  b' c}; echo
		printf '[%s]' "${u-a  b}"; echo
		printf '[%s]' ${u-f*}; echo
		printf '[%s]' ${u-'f*'} "${u-f*}"; echo
		printf '[%s]' ${u-} ${u-''} "${u-}"; echo
		printf '[%s]' x${u-a b}y; echo
	END
	prints '[a][b]' '[a  b][c]' '[a  b]' '[f1][f2]' '[f*][f*]' '[][]' '[xa][by]'
}

@test "at in a word keeps its fields" {
	script <<-'END'
		unset u
		set -- 'a b' c
		printf '[%s]' ${u-"$@"}; echo
		printf '[%s]' "${u-$@}"; echo
		printf '[%s]' ${1+"$@"}; echo
		printf '[%s]' "${1+$@}"; echo
		set --
		set -- ${1+"$@"}; echo $#
	END
	prints '[a b][c]' '[a b][c]' '[a b][c]' '[a b][c]' '0'
}

@test "a number sign before the name gives the length" {
	script <<-'END'
		v='a  b'; e=; unset u
		echo ${#v} ${#e} ${#u} "${#v}"
		set -- abc
		echo ${#1} ${#2} ${#10}
	END
	prints '4 0 0 4' '3 0 0'
}

@test "the length is in characters" {
	departs dash '2.6.2: length in characters'
	LC_ALL=C.UTF-8 run_jsh -c 'v=äöü€; echo ${#v}'
	assert_output '4'
}

@test "number sign and special parameters do not mix up" {
	departs zsh '2.6.2'
	script <<-'END'
		set -- a b c
		echo ${#} ${##} ${#-x} ${#?} ${#$}x | sed 's/ [0-9]*x$/ nx/'
		(exit 123); echo ${#?}
	END
	prints '3 1 3 1 nx' '3'
}

@test "percent removes a suffix" {
	script <<-'END'
		f=a.tar.gz p=/usr/local/bin
		echo ${f%.*} ${f%%.*} ${p%/*} "[${p%%/*}]" ${f%.gz} ${f%.zip} ${f%} ${f%%}
		echo ${f%?} ${f%[a-z]} ${f%%[a-z]*} "$f"
	END
	prints 'a.tar a /usr/local [] a.tar a.tar.gz a.tar.gz a.tar.gz' \
		'a.tar.g a.tar.g a.tar.gz'
}

@test "number sign removes a prefix" {
	script <<-'END'
		f=a.tar.gz p=/usr/local/bin
		echo ${f#*.} ${f##*.} ${p#/} ${p##*/} ${f#a.} ${f#b} ${f#} ${f##}
		echo ${f#?} ${f#[a-z]} "[${f##*}]" "[${f#*}]"
	END
	prints 'tar.gz gz usr/local/bin bin tar.gz a.tar.gz a.tar.gz a.tar.gz' \
		'.tar.gz .tar.gz [] [a.tar.gz]'
}

@test "a pattern to remove is expanded, and quoted parts stand for themselves" {
	departs zsh '2.6.2'
	script <<-'END'
		v='a*b*c' p='*b'
		echo "${v#$p}" "${v#"$p"}" "${v##$p}" "${v%\**}" "${v%'*'*}" "${v%"*"c}" "${v%$(echo c)}"
		w='a}b'
		echo "${w%\}*}" "${w%'}'*}" "${w%"}"*}"
		x='\a'
		echo "${x#\\}" "${x#'\'}" "${x#"\\"}"
	END
	prints '*c a*b*c *c a*b a*b a*b a*b*' 'a a a' 'a a a'
}

@test "removal from the empty and the unset gives nothing" {
	script <<-'END'
		e=; unset u
		echo "[${e#*}][${e%x}][${u#x}][${u%%*}]"
	END
	prints '[][][][]'
}

@test "removal from a positional parameter" {
	script <<-'END'
		set -- a.b c.d e.f g.h i.j k.l m.n o.p q.r s.t
		echo ${1%.*} ${1#*.} ${10%.*}
	END
	prints 'a b s'
}

@test "the result of an unquoted removal is split" {
	script <<-'END'
		v='x a b y'
		printf '[%s]' ${v#x} "${v%y}"; echo
	END
	prints '[a][b][y][x a b ]'
}

@test "expansions nest" {
	script <<-'END'
		unset a b; c=value.x d=.x
		echo ${a-${b-${c%${d}}}} "${a:-"${c#*"${d%x}"}"}" ${a:-$(echo ${c##*.})}
	END
	unlike yash 'reads such quotes otherwise, which 2.2.3 leaves open'
	prints 'value x x'
}

@test "braces end at the first brace that is not nested or quoted" {
	departs ksh '2.6.2'
	script <<-'END'
		unset u; v=x
		echo ${u-a}b} ${u-\}}c "${u-${v}}d}" ${u-'}'}e} ${u-"}"} ${u-$(echo })} ${u-`echo }`}
	END
	prints 'ab} }c xd} }e} } } }'
}

@test "a dollar sign's name is the longest one" {
	script <<-'END'
		a=1 ab=2 set -- x
		a=1; ab=2; unset abc
		echo $a $ab [$abc] ${a}b $a-b $a.b "$a"b $ab$a
	END
	prints '1 2 [] 1b 1-b 1.b 1b 21'
}

@test "a bad expansion is an error" {
	departs zsh '2.6.2'
	for text in '${}' '${a b}' '${a!x}' '${-x'; do
		script "echo $text; echo not reached"
		assert_failure
		refute_output --partial 'not reached'
	done
}

@test "set -u makes an unset parameter an error" {
	script 'set -u; unset u; echo $u; echo not reached'
	complains any
	script 'set -u; set --; echo $1; echo not reached'
	complains any
	script 'set -u; unset u; echo ${#u}; echo not reached'
	complains any
	script 'set -u; unset u; echo ${u%x}; echo not reached'
	complains any
}

@test "set -u leaves at, star and expansions with a word alone" {
	script <<-'END'
		set -u; unset u; set --
		echo [$@][$*]["$@"]["$*"][${u-w}][${u:-w}][${u+w}][${1-w}][${u=w}][$#]
	END
	prints '[][][][][w][w][][w][w][0]'
}

@test "a command substitution gives the output without its last newlines" {
	script <<-'END'
		printf '[%s]\n' "$(printf 'a\nb\n\n\n')" "$(echo)" "$(printf '\n\nx')" "$(printf x)" "$(:)"
	END
	prints '[a' 'b]' '[]' '[' '' 'x]' '[x]' '[]'
}

@test "a command substitution is a subshell" {
	script <<-'END'
		x=1
		echo $(x=2; echo $x) $x
		y=$(cd /; exit 3); echo $? ${PWD##*/}
		set -- a
		z=$(set -- b c; echo $#); echo $z $#
	END
	prints '2 1' '3 work' '2 1'
}

@test "an unquoted command substitution is split and globbed" {
	script <<-'END'
		: >f1; : >f2
		printf '[%s]' $(printf 'a  b\nc\n'); echo
		printf '[%s]' "$(printf 'a  b\nc\n')"; echo
		printf '[%s]' $(echo 'f*') "$(echo 'f*')"; echo
		printf '[%s]' x$(echo a b)y; echo
	END
	prints '[a][b][c]' '[a  b' 'c]' '[f1][f2][f*]' '[xa][by]'
}

@test "the output of a command substitution is not expanded again" {
	script <<-'END'
		x=value
		echo $(echo '$x `echo no` \\ "q" ~')
	END
	assert_success
	assert_output --partial "\$x \`echo no\`"
	assert_output --partial '"q" ~'
}

@test "backquotes take away backslashes before dollar, backquote and backslash" {
	script <<-'END'
		x=outer
		printf '%s\n' `printf %s \$x` `printf %s '\$x'` `printf %s \\\$x` `printf %s "\\\\"` `printf %s '\a'`
		echo `echo \`echo nested\`` `echo \`echo \\\`echo deep\\\`\``
	END
	prints 'outer' '$x' '$x' '\' '\a' 'nested deep'
}

@test "backquotes within double quotes" {
	script <<-'END'
		x='a  b'
		echo "`echo "$x"`" "`echo 'c  d'`" "`echo \"$x\"`"
	END
	prints 'a  b c  d a  b'
}

@test "a command substitution holds any command" {
	script <<-'END'
		echo $(if true; then echo if; fi) $(for i in 1 2; do echo $i; done) $(
			case x in
			x) echo case ;;
			(y) ;;
			esac
		) $( (echo sub) ) $({ echo brace; })
		echo $(cat <<E
		here $(echo doc)
		E
		) $(f() { echo func; }; f) $(# comment )
		echo after) $(echo "a)b" 'c)d' e\)f)
	END
	prints 'if 1 2 case sub brace' 'here doc func after a)b c)d e)f'
}

@test "command substitutions nest" {
	script 'echo $(echo $(echo $(echo "$(echo deep)"))) "$(echo "$(echo "a  b")")"'
	prints 'deep a  b'
}

@test "a command substitution's standard input and error are the shell's" {
	script <<-'END'
		echo line | { x=$(cat); echo "got $x"; }
		x=$(echo err >&2) 2>err
		x=$({ echo err >&2; } 2>&1); echo "$x"
	END
	assert_success
	assert_output $'got line\nerr'
}

@test "a command that is a substitution runs what it says" {
	script <<-'END'
		$(echo echo one two)
		$(echo 'echo "x;" | y')
		x='echo a; echo b'; $x
	END
	prints 'one two' '"x;" | y' 'a; echo b'
}

@test "a large output comes whole" {
	script <<-'END'
		x=$(i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i + 1)); done)
		echo ${#x}
		y=$(dd if=/dev/zero bs=1000 count=300 2>/dev/null | tr '\0' 'x')
		echo ${#y}
	END
	prints '219999' '300000'
}

@test "a background process in a substitution holds its output open" {
	mkfifo fifo
	script <<-'END'
		echo "$({ read x; echo late; } <fifo & echo early; echo x >fifo)"
	END
	prints 'early' 'late'
}

@test "the status of a substitution in a command's words is not the command's" {
	script <<-'END'
		echo $(false); echo $?
		true $(exit 3); echo $?
		x=$(exit 3) true; echo $?
	END
	prints '' '0' '0' '0'
}

@test "the status in a substitution is that of the command before" {
	script 'false; echo $(echo $?); (exit 3); x=$(echo $?); echo $x'
	prints '1' '3'
}
