#!/usr/bin/env bats
#
# alias-substitution.bats - aliases as tokens are recognised
#
# POSIX.1-2024 XCU 2.3.1.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "an alias is replaced where a command's name may be, and unquoted only" {
	script <<-'END'
		alias e='echo E'
		e; e && e; (e); { e; }; if e; then e; fi; ! e; e | cat; x=1 e; >f e; cat f; case e in e) e;; esac
		\e 2>/dev/null || echo no 1
		'e' 2>/dev/null || echo no 2
		e"" 2>/dev/null || echo no 3
		echo e; for e in e; do echo $e; done; v=e; $v 2>/dev/null || echo no 4
	END
	prints 'E' 'E' 'E' 'E' 'E' 'E' 'E' 'E' 'E' 'E' 'E' 'E' 'no 1' 'no 2' \
		'no 3' 'e' 'e' 'no 4'
}

@test "a blank at the end of the value makes the next word one to be replaced" {
	departs bash '2.3.1'
	script <<-'END'
		alias e='echo ' h=hello b='c ' c='echo ' n='echo'
		e h
		e x h
		e e h
		b h
		n h
		e 'h' h
		e \h
	END
	prints 'hello' 'x h' 'echo hello' 'hello' 'h' 'h h' 'h'
}

@test "the chain goes on as long as the values end in a blank" {
	departs zsh '2.3.1'
	script <<-'END'
		alias a='echo x ' b='y ' c=z
		a b c c
		a b b c
		alias q='echo	'
		q c
	END
	prints 'x y z c' 'x y y z' 'z'
}

@test "the blank counts although a word that is no alias follows" {
	script <<-'END'
		alias w='while ' t='true' d='do' k='x=1 ' v='echo v'
		w t; d echo loop; break; done
		k v; echo "[$x]"
	END
	prints 'loop' 'v' '[]'
}

@test "an alias in its own value is not replaced again" {
	script <<-'END'
		alias echo='echo a'; echo b
		alias ls='echo ls'; ls
		alias x=y y=x
		x 2>/dev/null || echo $?
		y 2>/dev/null || echo $?
		alias p='q 1' q='r 2' r='echo 3'; p
	END
	complains any 'b' 'a 127' 'a 127'
}

@test "an alias for a reserved word is one" {
	script <<-'END'
		alias w=while d=do f=for lb='{' bang='!'
		i=0
		w [ $i -lt 2 ]; d i=$((i + 1)); echo $i; done
		f j in a b; do echo $j; done
		lb echo c; }
		bang true || echo $?
	END
	prints '1' '2' 'a' 'b' 'c' '1'
}

@test "a reserved word is not replaced by an alias where it is one" {
	script <<-'END'
		alias if='echo no' then='echo no' in='echo no'
		if true; then echo yes; fi
		case x in x) echo yes; esac
	END
	ends 0 'yes' 'yes'
}

@test "an alias for a part of a compound command" {
	script <<-'END'
		alias for1='for i in a b' cs='case x in ' xx='x) echo item;;' done1='done; echo after'
		for1; do echo $i; done
		for1
		do echo $i; done1
		cs x) echo X; esac
		case x in
		xx
		esac
	END
	complains any 'a' 'b' 'a' 'b' 'after' 'X'
}

@test "an alias for operators and several commands" {
	script <<-'END'
		alias sc='echo a; ' op='(' am='echo bg &' pi='echo one | ' rd='>f '
		sc echo b
		op echo c)
		am wait
		pi cat
		rd echo d; cat f
	END
	prints 'a' 'b' 'c' 'bg' 'one' 'd'
}

@test "a value of several lines" {
	script <<-'END'
		alias y='echo a
		echo b' z='if true
		then' 
		y c
		z echo d; fi
	END
	prints 'a' 'b c' 'd'
}

@test "a value that begins a substitution" {
	script <<-'END'
		alias p='echo $(' b='echo x$(echo `'
		p echo x)
		b echo y`)
	END
	prints 'x' 'xy'
}

@test "a quote that begins in a value ends after it" {
	unlike bash 'may put a space after the value, as POSIX allows'
	unlike zsh 'may put a space after the value, as POSIX allows'
	script <<-'END'
		alias d='echo "' s="echo '" n='echo "a' q=s
		d x"
		s x'
		n
		b"
		q x'
	END
	prints ' x' ' x' 'a' 'b' ' x'
}

@test "a backslash at the end of a value quotes what follows" {
	unlike zsh 'may put a space after the value, as POSIX allows'
	script <<-'END'
		alias a='echo a\'
		a b
		a;c
		a
		d
	END
	prints 'a b' 'a;c' 'ad'
}

@test "an operator may begin in a value and end after it" {
	unlike zsh 'may put a space after the value, as POSIX allows'
	unlike busybox 'may put a space after the value, as POSIX allows'
	script <<-'END'
		alias o='echo no |' a='true &' r='echo one >' h='cat <' c='case x in x) echo in;'
		o| cat
		a& echo and
		r> f
		h f
		r| f; cat f
		c; esac
	END
	prints 'no' 'and' 'one' 'one' 'in'
}

@test "a comment and an empty value" {
	script <<-'END'
		alias n='# ' em=''
		n echo no
		em echo yes
		em
		echo $?
	END
	prints 'yes' '0'
}

@test "an alias is known from the next line on, and in the next eval" {
	script <<-'END'
		alias foo='echo a'; foo 2>/dev/null || echo not yet
		foo; unalias foo; foo
		foo 2>/dev/null || echo gone
		eval 'alias foo=echo; foo b' 2>/dev/null || echo not yet
		eval 'foo c'
	END
	prints 'not yet' 'a' 'a' 'gone' 'not yet' 'c'
}

@test "a compound command is read before it runs" {
	script <<'END'
if true; then
	alias foo='echo no'
	foo 2>/dev/null || echo not yet
fi
END
	prints 'not yet'
}

@test "a function keeps what the alias was when it was defined" {
	script <<-'END'
		alias foo='echo one'
		f() { foo; }
		unalias foo; f
		g() { foo; }
		alias foo='echo two'
		f; g 2>/dev/null || echo not found
	END
	prints 'one' 'one' 'not found'
}

@test "aliases in substitutions, subshells, eval and here-documents" {
	departs bash '2.3.1'
	departs ksh '2.3.1'
	departs zsh '2.3.1'
	script <<-'END'
		alias foo='echo outer'
		echo $(foo) `foo` "$(foo)"
		(foo); eval foo
		eval 'alias bar="echo bar"
		bar'
		cat <<A
		$(foo)
		A
	END
	prints 'outer outer outer' 'outer' 'outer' 'bar' 'outer'
}

@test "aliases in a script that is read" {
	departs ksh '2.3.1'
	script <<-'END'
		printf 'alias b="echo B"\nb\n' >lib
		. ./lib; eval b
		b
	END
	prints 'B' 'B' 'B'
}

@test "names that are no variable's" {
	departs zsh '2.3.1'
	script <<-'END'
		alias a.b='echo dot' a-b='echo dash' %x='echo percent' a,b='echo comma' @x='echo at' 1='echo one' !b='echo bang'
		a.b; a-b; %x; a,b; @x; 1; !b
	END
	prints 'dot' 'dash' 'percent' 'comma' 'at' 'one' 'bang'
}

@test "a subshell's alias is its own" {
	script <<-'END'
		alias a='echo A'
		(alias a='echo B'; eval a; unalias -a; eval a 2>/dev/null || echo gone)
		a
	END
	prints 'B' 'gone' 'A'
}

@test "the word after in and the words of for are not replaced" {
	script <<-'END'
		alias a='echo A' in='echo no'
		for i in a a; do echo $i; done
		case a in a) echo a; esac
		x=a; echo $x; echo a a
		a=5; echo $a
	END
	prints 'a' 'a' 'a' 'a' 'a a' '5'
}

@test "an alias before a function's parentheses names the function" {
	departs ksh '2.3.1'
	departs mksh '2.3.1'
	script <<-'END'
		alias foo=bar
		foo() { echo defined; }
		bar
		unalias foo
		foo 2>/dev/null || echo no
	END
	prints 'defined' 'no'
}

@test "an alias that would end a function's body" {
	script <<-'END'
		alias aa='echo in; }'
		g() { aa; echo out; g
	END
	prints 'out' 'in'
}
