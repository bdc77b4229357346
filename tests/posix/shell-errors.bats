#!/usr/bin/env bats
#
# shell-errors.bats - what an error does to a shell that is no person's
#
# POSIX.1-2024 XCU 2.8.1.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "a syntax error ends the shell before its line runs" {
	unlike mksh 'runs some of them without end'
	departs ksh '2.8.1'
	departs zsh '2.8.1'
	script <<'END'
while read -r text; do
	printf 'echo no; %s\necho no\n' "$text" >s
	"$JSH" s >out 2>err && echo "status: $text"
	[ -s err ] || echo "no message: $text"
	grep no out
done <<'TEXTS'
fi
done
esac
then
do
}
)
;;
if true; then
if true; then fi
while do done
while :; do
for i in a; do done
for i a; do :; done
case x in
case x y
( )
{ }
{ echo
(echo
| cat
&& echo
& echo
echo & & echo
; echo
echo ; ; echo
echo ;; echo
cat <
cat < ;
cat <<
echo > >f
echo (a)
a b() { :; }
f() { }
f( { :; }
if() { :; }
if true; else :; fi
case x in a) :; b) :; esac
echo $(if)
echo 'a
echo "a
echo `a
echo $(a
echo ${a
echo $((1
while :; done
until; do :; done
if; then :; fi
(;)
{ ; }
! | cat
TEXTS
echo end
END
	prints 'end'
}

@test "some syntax errors that many shells let pass" {
	departs mksh '2.10.2'
	departs ksh '2.10.2'
	departs dash '2.10.2'
	departs bash '2.10.2'
	departs yash '2.10.2'
	departs zsh '2.8.1'
	departs busybox '2.8.1'
	script <<'END'
while read -r text; do
	printf 'echo no; %s\necho no\n' "$text" >s
	"$JSH" s >out 2>err && echo "status: $text"
	[ -s err ] || echo "no message: $text"
	grep no out
done <<'TEXTS'
f()
f() echo
for $i in a; do :; done
"f"() { :; }
!
echo `if`
for i in a; { :; }
TEXTS
echo end
END
	prints 'end'
}

@test "the lines before a syntax error have run" {
	script <<-'END'
		printf 'echo a\necho b\nif )\necho no\n' >s
		"$JSH" s 2>/dev/null || echo failed
	END
	prints 'a' 'b' 'failed'
}

@test "a syntax error in eval, dot and a substitution ends the shell" {
	departs ksh '2.8.1'
	unlike bash 'goes on after backquotes'
	unlike yash 'goes on after backquotes'
	unlike dash 'goes on after backquotes'
	unlike mksh 'goes on after backquotes'
	departs zsh '2.8.1'
	departs busybox '2.8.1'
	script <<'END'
printf ')\n' >lib
for c in 'eval ")"' 'eval "if"' '. ./lib' 'echo $(if)' 'x=`)`'; do
	"$JSH" -c "$c
	echo no" 2>/dev/null && echo no
done
(eval ')') 2>/dev/null || echo after
END
	prints 'after'
}

@test "an error of a special builtin ends the shell" {
	unlike bash 'goes on after some'
	unlike yash 'goes on after some'
	departs mksh '2.8.1'
	departs busybox '2.8.1'
	script <<'END'
for c in 'set -o nosuch' '. ./nosuch' '. nosuch' 'export -9' 'unset -9' 'readonly -9' 'exec ./nosuch' 'exec nosuch' 'export 1a=b' 'break x' 'return x' 'exit x' 'eval "export -9"'; do
	"$JSH" -c "$c
	echo no '$c'" 2>/dev/null
done
f() { export -9; echo no; }
(f; echo no) 2>/dev/null
(for i in 1 2; do export -9; done; echo no) 2>/dev/null
(export -9 || echo no) 2>/dev/null
(if export -9; then :; else echo no; fi) 2>/dev/null
(! export -9; echo no) 2>/dev/null
echo end
END
	prints 'end'
}

@test "through command it does not" {
	script <<'END'
for c in 'set -o nosuch' '. ./nosuch' '. nosuch' 'export -9' 'unset -9' 'readonly -9' 'trap x NOSUCH'; do
	"$JSH" -c "command $c
	echo on" 2>/dev/null
done
command export -9 2>/dev/null || echo or
END
	prints 'on' 'on' 'on' 'on' 'on' 'on' 'on' 'or'
}

@test "a redirection error of a special builtin ends the shell, and of others it does not" {
	script <<'END'
for c in : 'eval :' 'export a=b' 'set -- a' 'unset a' '. ./lib' 'readonly b' 'shift 0' 'exec' 'trap : USR1' 'times'; do
	: >lib
	"$JSH" -c "$c </nonexistent
	echo no '$c'" 2>/dev/null
done
for c in true 'cd .' 'test a' '{ :; }' '(:)' 'command :' 'command exec' 'command eval :' cat 'if :; then :; fi' '' 'x=1'; do
	"$JSH" -c "$c </nonexistent
	echo on" 2>/dev/null
done
END
	prints 'on' 'on' 'on' 'on' 'on' 'on' 'on' 'on' 'on' 'on' 'on' 'on'
}

@test "an assignment error ends the shell" {
	departs ksh '2.8.1'
	unlike bash 'goes on after for'
	unlike yash 'goes on after for'
	departs zsh '2.8.1'
	script <<'END'
for c in 'r=2' 'r=2 true' 'r=2 cat' 'r=2 :' 'r=2 f' 'r=2 nosuch' 'x=1 r=2' 'r=' ': $((r = 2))' 'for r in 2; do :; done' 'export r=2' 'readonly r=2'; do
	"$JSH" -c "readonly r=1; f() { :; }; $c
	echo no '$c'" 2>/dev/null
done
(readonly e=; : ${e:=x}; echo no) 2>/dev/null
(readonly r=1; r=2; echo no) 2>/dev/null || echo failed
END
	prints 'failed'
}

@test "an expansion error ends the shell" {
	unlike bash "goes on after a program's redirection"
	unlike ksh "goes on after a program's redirection and eval"
	departs zsh '2.8.1'
	script <<'END'
for c in ': ${x?}' ': ${x:?gone}' 'cat <${x?}' 'y=${x?}' 'case ${x?} in *) ;; esac' 'for i in ${x?}; do :; done' ': $((1 / 0))' 'f ${x?}' 'echo ${x?} | cat; : ${x?}' '{ : ${x?}; } || :' 'if : ${x?}; then :; fi' 'eval ": \${x?}"' 'command : ${x?}' ': ${x!}'; do
	"$JSH" -c "f() { :; }; $c
	echo no '$c'" 2>/dev/null
done; echo end
END
	prints 'end'
}

@test "in a subshell each ends only that" {
	script <<-'END'
		(set -o nosuch) 2>/dev/null || echo 1
		(: ${x?}) 2>/dev/null || echo 2
		(readonly r=1; r=2) 2>/dev/null || echo 3
		(eval ')') 2>/dev/null || echo 4
		x=$( { : ${x?}; } 2>/dev/null) || echo 5
		{ : ${x?}; } 2>/dev/null | cat; echo 6
		{ : ${y?}; } 2>/dev/null & wait $! || echo 7
	END
	prints '1' '2' '3' '4' '5' '6' '7'
}

@test "errors of other utilities do not end the shell" {
	departs zsh '2.8.1'
	script <<'END'
for c in 'cd /nonexistent' 'umask 9' 'read 1x' 'wait x' 'kill -NOSUCH 1' 'getopts' 'unalias nosuch' 'alias nosuch' 'test a b c d' '[ a' 'command -9' 'printf' 'cd a b c' 'fg' 'hash nosuch' 'type nosuch' 'ulimit -9' 'echo >/nonexistent/x' 'pwd -9'; do
	"$JSH" -c "$c
	echo on" </dev/null 2>/dev/null | grep -c '^on$'
done | sort | uniq -c | sed 's/^ *//'
END
	prints '19 1'
}

@test "the statuses of what cannot be run" {
	unlike ksh 'has 126 for an empty name'
	unlike mksh 'has 126 for an empty name'
	departs zsh '2.8.1'
	script <<-'END'
		exec 2>/dev/null
		mkdir dir; : >plain
		nosuch; echo $?
		./nosuch; echo $?
		nosuch/x; echo $?
		./dir; echo $?
		./plain; echo $?
		''; echo $?
		(exec nosuch); echo $?
		(exec ./plain); echo $?
		(exec ./dir); echo $?
		command nosuch; echo $?
		command ./plain; echo $?
		nosuch | true; echo $?
		true | nosuch; echo $?
		nosuch & wait $!; echo $?
		x=$(nosuch); echo $?
		! nosuch; echo $?
		PATH= nosuch; echo $?
	END
	prints '127' '127' '127' '126' '126' '127' '127' '126' '126' '127' \
		'126' '0' '127' '127' '127' '0' '127'
}

@test "a command that a signal ends has a status above 128" {
	script <<-'END'
		exec 2>/dev/null
		sh -c 'kill -TERM $$'; s=$?; [ $s -gt 128 ] && kill -l $s
		sh -c 'kill -KILL $$'; s=$?; [ $s -gt 128 ] && kill -l $s
		(sh -c 'kill -HUP $$'); s=$?; [ $s -gt 128 ] && kill -l $s
		sh -c 'kill -USR1 $$' & wait $!; s=$?; [ $s -gt 128 ] && kill -l $s
		x=$(sh -c 'kill -USR2 $$'); s=$?; [ $s -gt 128 ] && kill -l $s
	END
	prints 'TERM' 'KILL' 'HUP' 'USR1' 'USR2'
}

@test "too many for shift is an error that drops nothing" {
	unlike dash 'ends, as the page lets it'
	unlike ksh 'ends, as the page lets it'
	unlike mksh 'ends, as the page lets it'
	script <<-'END'
		set -- a b
		(shift 3; [ $? -gt 0 ] && [ $# -eq 2 ]) 2>/dev/null || echo ended
		(command shift 3; echo $# "$1") 2>/dev/null
		(shift 2; echo $#)
		(shift; shift; shift 0; echo $#)
	END
	prints '2 a' '0' '0'
}
