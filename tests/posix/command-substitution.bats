#!/usr/bin/env bats
#
# command-substitution.bats - $() and backquotes
#
# POSIX.1-2024 XCU 2.6.3.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "case patterns within" {
	script <<-'END'
		echo $(case x in x) echo one;; esac) $(case x in (x) echo two;; esac) "$(case x in x) echo three; esac)"
		echo $(case x in x|y) case y in y) echo in;; esac;; esac)
	END
	prints 'one two three' 'in'
}

@test "comments within" {
	script <<-'END'
		echo $(echo a # comment ) ' "
		echo b) "$(echo c # it's
		)" $(# only
		) d $(echo e # `
		)
	END
	prints 'a b c d e'
}

@test "here-documents within" {
	script <<-'END'
		x=$(cat <<X
		a ) b ' " (
		X
		); echo "$x"
		echo "$(cat <<'X'
		$x ) ` "
		X
		)" end
		echo $(cat <<X
		one
		X
		cat <<Y
		two $(cat <<Z
		three )
		Z
		)
		Y
		)
	END
	prints $'a ) b \' " (' '$x ) ` " end' 'one two three )'
}

@test "a here-document within backquotes" {
	script <<-'END'
		x=`cat <<X
		a b
		X
		`; echo "$x" `cat <<-'Y'
		$x
		Y
		` end
	END
	prints 'a b $x end'
}

@test "compound commands within" {
	script <<-'END'
		echo $(for i in a b; do echo $i; done) $(if true; then (echo s); fi) $(f() { echo f; }; f) $({ echo g; }) $( (echo h) ) $(! true; echo $?) $(while :; do echo w; break; done)
	END
	prints 'a b s f g h 1 w'
}

@test "quotes nest at each level" {
	script <<-'END'
		echo "$(echo "a  b")" "$(echo "$(echo "c  d")")" "$(echo 'e)f')" "$(echo \))" "$(echo "\"")" $(echo ')') "$(echo "g"'h'"`echo "i  j"`")"
	END
	prints 'a  b c  d e)f ) " ) ghi  j'
}

@test "quotes in backquotes" {
	script <<-'END'
		echo "`echo "a  b"`" `echo "a  b"` "`echo \"a  b\"`" "`echo 'a  b'`" `echo '\\'` `echo "\`echo x\`"` `echo "a\"b"`
	END
	prints 'a  b a b a  b a  b \ x a"b'
}

@test "a backslash in backquotes" {
	script <<-'END'
		x=v
		printf '%s\n' `printf '%s' \$x` `printf '%s' \\$x` `printf '%s' '\$x'` "`printf '%s' \\\\`" `printf '%s' '\a'` `printf '%s' "\\\\"`
	END
	prints 'v' '$x' '$x' '\' '\a' '\'
}

@test "nested backquotes" {
	script <<-'END'
		echo `echo \`echo a\`` `echo \`echo \\\`echo b\\\`\`` $(echo `echo c`) `echo $(echo d)` "`echo "\`echo "e  f"\`"`"
	END
	prints 'a b c d e  f'
}

@test "nothing within is nothing" {
	script <<-'END'
		echo x$( )y x$()y "x`` y" x`
		`y; x=$(); echo "[$x]"
	END
	prints 'xy xy x y xy' '[]'
}

@test "the last newlines are taken away, others are not" {
	script <<-'END'
		printf '[%s]\n' "$(printf 'a\n\nb\n\n\n')" "$(printf '\n\n')" "$(printf '\n\na')" "$(printf 'a\n ')" x"$(echo)"y
	END
	prints '[a' '' 'b]' '[]' '[' '' 'a]' '[a' ' ]' '[xy]'
}

@test "the result is split and matched once" {
	script <<-'END'
		IFS=:; printf '[%s]' $(echo a:b) "$(echo a:b)" x$(echo a:b)y; echo
		IFS=' 	
		'
		: >f1; : >f2
		echo $(echo 'f*') "$(echo 'f*')" $(echo '$HOME') $(echo '"a') $(echo '~')
	END
	prints '[a][b][a:b][xa][by]' 'f1 f2 f* $HOME "a ~'
}

@test "a subshell's changes do not come out" {
	script <<-'END'
		x=1; y=$(x=2; cd /; set -f; echo $x); echo $x $y; case $- in *f*) echo no; esac
		pwd | grep -c '^/$' || :
	END
	prints '1 2' '0'
}

@test "esac in parentheses is a pattern" {
	departs bash '2.10.2 rule 4'
	departs yash '2.10.2 rule 4'
	departs ksh '2.10.2 rule 4'
	departs zsh '2.6.3'
	script 'echo $(case esac in (esac) echo yes; esac)'
	prints 'yes'
}

@test "two parentheses that are no arithmetic" {
	departs dash '2.6.3'
	departs busybox '2.6.3'
	script <<-'END'
		echo $((echo a); echo b) $( (echo c) ) $((echo d) | cat) $( ( (echo e) ) )
	END
	prints 'a b c d e'
}

@test "an assignment's status is the last substitution's" {
	departs zsh '2.6.3'
	script <<-'END'
		x=$(exit 3); echo $?
		x=$(exit 3) y=$(exit 4); echo $?
		x=$(exit 4) y=1; echo $?
		x=$(exit 5)$(true); echo $?
		x=`exit 6`; echo $?
		x=1; echo $?
		$(exit 7); echo $?
		$(exit 8) >f; echo $?
		x=1 $(exit 9); echo $?
	END
	prints '3' '4' '4' '0' '6' '0' '7' '8' '9'
}

@test "the status of a substitution elsewhere is not seen" {
	unlike bash "takes it for the last command's"
	unlike ksh "takes it for the last command's"
	departs zsh '2.6.3'
	script <<-'END'
		true $(exit 3); echo $?
		case $(exit 3) in *) echo $?; esac
		for i in $(exit 3); do :; done; echo $?
		: >f$(exit 3); echo $?
		(exit 5); echo $? $(exit 3) $?
	END
	prints '0' '0' '0' '0' '5 5'
}

@test "the status before is seen within" {
	unlike bash "takes the first one's for the second"
	unlike ksh "takes the first one's for the second"
	departs zsh '2.6.3'
	script <<-'END'
		(exit 3); echo $(echo $?) `echo $?`
		(exit 4); x=$(echo $?); echo $x
	END
	prints '3 3' '4'
}

@test "bytes that are no characters come through" {
	departs yash '2.6.3'
	script <<-'END'
		x=$(printf '\377\376a\200'); printf %s "$x" | od -An -tx1
		for i in $x; do printf %s "$i" | od -An -tx1; done
	END
	prints ' ff fe 61 80' ' ff fe 61 80'
}

@test "exit and return within do not leave the shell" {
	script <<-'END'
		f() { x=$(return 3; echo no); echo $? "$x"; }; f
		x=$(exit 3; echo no); echo $? "$x"
	END
	prints '3 ' '3 '
}

@test "an alias and a function are known within" {
	script <<-'END'
		alias a='echo A'
		f() { echo F; }
		echo $(a) `a` "$(f)" $(alias a='echo B'; eval a) $(a)
	END
	prints 'A A F B A'
}

@test "a syntax error within is one of the script" {
	script <<-'END'
		echo ok
		echo $(if)
		echo no
	END
	complains any 'ok'
}

@test "standard input is the shell's" {
	script 'echo line | (echo "$(cat)"; echo `cat` end)'
	prints 'line' 'end'
}
