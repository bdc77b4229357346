#!/usr/bin/env bats
#
# subshell-undo.bats - nothing that a subshell does is left in the shell
#
# One test for each kind of state, in $( ) and ( ) that a shell may run without
# a process of their own, and for the moment at which one is needed after all:
# `ls -d /` in the middle of builtins is that moment.
#
# POSIX.1-2024 XCU 2.13 Shell Execution Environment, 2.6.3 Command Substitution.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "values: assigned, unset, by an expansion, by arithmetic, by read and for" {
	script <<-'END'
		x=1 y=2
		r=$(x=a; unset y; : ${z=b} $((w = 7)); read q <<E
		line
		E
		for v in l; do :; done; echo $x ${y-u} $z $w $q $v)
		echo "$r"; echo $x $y ${z-u} ${w-u} ${q-u} ${v-u}
		(x=c; unset y; : $((w += 5)); echo $x ${y-u} $w); echo $x $y ${w-u}
	END
	prints 'a u b 7 line l' '1 2 u u u u' 'c u 5' '1 2 u'
}

@test "export, in the environment of the programs that follow" {
	script <<-'END'
		export e=1; n=2
		(e=3; export n; unset e); env | grep -c '^[en]='
		x=$(export e=4 n=5; env | grep -c '^[en]='); echo $x; env | grep '^[en]='
	END
	prints '1' '2' 'e=1'
}

@test "readonly, and an error about it ends only the subshell" {
	script <<-'END'
		x=$(readonly r=1; echo a; r=2; echo no) 2>/dev/null; echo "$? $x"
		r=5; echo $r; readonly k=1
		(k=2; echo no) 2>/dev/null; echo $((!$?)) $k
	END
	assert_equal "${lines[0]#* }" a
	assert_equal "${lines[1]}" 5
	assert_equal "${lines[2]}" '0 1'
}

@test "assignments before commands, inside and around" {
	script <<-'END'
		f() { x=f; y=$(x=g; x=h command eval 'echo $x'; echo $x); echo $y $x; }
		x=1; x=2 f; x=3 eval 'z=$(x=4; echo $x$x)'; echo $z
	END
	prints 'h g f' '44'
}

@test "OPTIND, and where getopts is in an argument" {
	departs zsh '2.13'
	script <<-'END'
		set -- -abc; getopts abc o
		x=$(getopts abc o; getopts abc o; echo $o); echo $x $o
		getopts abc o; echo $o; (OPTIND=1; getopts abc o; echo $o); getopts abc o; echo $o
	END
	prints 'c a' 'b' 'a' 'c'
}

@test "IFS and the locale" {
	unlike yash 'keeps the locale that it began with'
	script <<-'END'
		set -- a b; x=$(IFS=,; echo "$*"); echo "$* $x"
		export LC_ALL=C; v=$(printf '\303\251'); (LC_ALL=C.UTF-8; :); echo ${#v}
	END
	prints 'a b a,b' '2'
}

@test "PATH: each side finds its own commands" {
	departs yash 'command: -v'
	script <<-'END'
		mkdir bin; printf '#!/bin/sh\necho mine\n' >bin/ls; chmod +x bin/ls
		ls -d /; x=$(PATH=$PWD/bin:$PATH; command -v ls; ls -d /); echo "${x##*/}"
		ls -d /; (PATH=/nonexistent; command -v ls || echo none); ls -d /
	END
	prints '/' 'ls' 'mine' '/' 'none' '/'
}

@test "the directory, PWD and OLDPWD" {
	script <<-'END'
		mkdir d e; cd d
		x=$(cd ../e; pwd; cd /; echo "$OLDPWD $PWD"); echo "$x" | sed 's,[^ ]*/work,W,g'
		: >here; (cd /; cd usr; :); ls; echo "${PWD##*/} ${OLDPWD##*/}"
		(cd /; (cd usr; :); pwd; ls -d usr); ls
	END
	prints 'W/e' 'W/e /' 'here' 'd work' '/' 'usr' 'here'
}

@test "a directory that is moved meanwhile, or that no longer exists" {
	script <<-'END'
		mkdir d; cd d; : >here; (cd ..; mv d g; cd /; :); ls
		mkdir ../gone; cd ../gone; rmdir ../gone; x=$(cd /; pwd); echo $x; (cd /; :); echo $?; cd ..
	END
	assert_equal "${lines[*]:0:3}" 'here / 0'
}

@test "positional parameters" {
	script <<-'END'
		set -- a b c
		x=$(shift; echo $*; set -- d; echo $* $#; shift); echo "$x"; echo $*
		f() { (shift; set -- q; echo $*); echo $*; y=$(set --; echo $#); echo $y $#; }; f g h; echo $#
	END
	prints 'b c' 'd 1' 'a b c' 'q' 'g h' '0 2' '3'
}

@test "options" {
	script <<-'END'
		: >one; x=$(set -f; echo o*; set -aCu; set -e); echo "$x" o*; case $- in *[aCeuf]*) echo "$-";; esac
		set -f; (set +f; echo o*); echo o*; set +f
		(set -C; : >n; : >n) 2>/dev/null; : >n; (set -e; false; echo no); echo $?
	END
	prints 'o* one' 'one' 'o*' '1'
}

@test "functions" {
	script <<-'END'
		f() { echo outer; }
		x=$(f; f() { echo inner; }; f; g() { :; }); echo $x
		f; (unset -f f; command -v f || echo gone); f; command -v g || echo none
	END
	prints 'outer inner' 'outer' 'gone' 'outer' 'none'
}

@test "aliases" {
	script <<-'END'
		alias e='echo one'
		x=$(alias e='echo two'; eval 'e'; unalias -a); echo $x
		e
	END
	prints 'two' 'one'
}

@test "traps: caught ones are reset, and the EXIT trap is not inherited" {
	script <<-'END'
		trap 'echo bye' EXIT; trap 'echo usr' USR1
		(exit 3); echo $?; x=$(exit 4); echo $?
		(trap 'echo sub' EXIT; trap '' USR1; echo in)
		x=$(trap 'echo end' EXIT; echo in); echo $x
		kill -USR1 $$; echo z
	END
	prints '3' '4' 'in' 'sub' 'in end' 'usr' 'z' 'bye'
}

@test "an EXIT trap inside prints to where the subshell's output goes" {
	script '(trap "echo bye" EXIT; echo in) >f; cat f; x=$( (trap "echo bye" EXIT; ls -d /) >g; echo o); echo $x; cat g'
	prints 'in' 'bye' 'o' '/' 'bye'
}

@test "the trap of a signal that comes meanwhile runs afterwards" {
	departs ksh '2.13'
	script 'trap "echo usr" USR1; x=$(kill -USR1 $$; echo a); echo $x; (kill -USR1 $$; echo b); echo c'
	prints 'usr' 'a' 'b' 'usr' 'c'
}

@test "umask and ulimit" {
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	script 'umask 022; x=$(umask; umask 077; umask); echo $x; umask; n=$(ulimit -n); (ulimit -n 20; ulimit -n); [ $(ulimit -n) = $n ] && echo kept'
	prints '0022 0077' '0022' '20' 'kept'
}

@test "redirections by exec" {
	unlike ksh 'hangs'
	script '(exec >f 5>g; echo in; echo five >&5); echo out; cat f g; (echo no >&5) 2>/dev/null; x=$(exec 3>&1 >h; echo lost; echo kept >&3); echo $x; cat h'
	prints 'out' 'in' 'five' 'kept' 'lost'
}

@test "the exit status, and its way in" {
	script 'exec 2>/dev/null; false; x=$(echo $?; exit 7); echo $? $x; (exit 8); echo $?; (false; exit); echo $?; x=$(nosuch; :); echo $?; (! false); echo $?'
	prints '7 1' '8' '1' '0' '0'
}

@test "exit leaves the subshell from inside a function, a loop, eval and a script" {
	script <<-'END'
		f() { while :; do echo f; exit 3; done; echo no; }; echo 'exit 5; echo no' >s
		x=$(f; echo no); echo $? $x; (eval 'exit 4; echo no'; echo no); echo $?; (. ./s; echo no); echo $?
		g() { v=1 f; }; y=$(v=0; g); echo ${v-u} $y $#
	END
	prints '3 f' '4' '5' 'u f 0'
}

@test "return leaves the subshell" {
	script 'f() { (return 3; echo no); echo $?; x=$(return 4; echo no); echo $? "[$x]"; }; f; echo $?'
	prints '3' '4 []' '0'
}

@test "break and continue stay in it" {
	script 'for i in 1 2; do x=$(for j in a b c; do [ $j = b ] && continue; [ $j = c ] && break; echo $i$j; done; echo e); echo $x; (while :; do break; done); done'
	prints '1a e' '2a e'
}

@test "errexit ends the subshell, and what is looked at does not" {
	script 'set -e; x=$(set +e; false; echo on); echo $x; (false; echo on) || echo or; (false; echo no); echo never'
	ends 1 'on' 'on'
}

@test "errors of expansion end only the subshell" {
	script 'exec 2>/dev/null; x=$(echo a; : ${u?}; echo no); [ $? != 0 ] && echo $x; (set -u; echo $u); echo after; (: $((1 +)); echo no); echo end'
	prints 'a' 'after' 'end'
}

@test "syntax errors in eval end only the subshell" {
	departs ksh '2.8.1'
	departs zsh '2.8.1'
	script 'exec 2>/dev/null; x=$(echo a; eval "("; echo no); echo $x; (eval "fi"); echo after'
	prints 'a' 'after'
}

@test "a program in the middle of builtins" {
	script 'x=$(v=1; echo a; ls -d /; v=$((v + 1)); echo b$v; ls -d /; echo c); echo $x ${v-u}; (v=2; ls -d /; echo $v); echo ${v-u}'
	prints 'a / b2 / c u' '/' '2' 'u'
}

@test "a program in the middle of a loop, of a condition, of eval and of a script" {
	script <<-'END'
		echo 'echo s; ls -d /; echo t' >s
		x=$(for i in 1 2 3; do echo $i; [ $i = 2 ] && ls -d /; done; echo e); echo $x
		x=$(if ls -d / && ! ls -d /nosuch 2>/dev/null; then echo y; fi; until ls -d /; do :; done); echo $x
		x=$(eval 'echo a; ls -d /; echo b'; . ./s; echo c); echo $x
		x=$(case $(ls -d /) in /) echo m; ls -d /;; esac); echo $x
	END
	prints '1 2 / 3 e' '/ y /' 'a / b s / t c' 'm /'
}

@test "a program in the middle of functions that call each other" {
	script <<-'END'
		f() { x=$1; echo f$1; [ $1 = 0 ] || f $(($1 - 1)); [ $1 = 1 ] && ls -d /; echo g$1; return $1; }
		y=$(f 2; echo $? $x); echo $y ${x-u} $#
		(set -- a; f 1; echo $1 $?)
	END
	prints 'f2 f1 f0 g0 / g1 g2 2 0 u 0' 'f1' 'f0' 'g0' '/' 'g1' 'a 1'
}

@test "the last program, and one that is not found" {
	script 'exec 2>/dev/null; x=$(echo a; ls -d /); echo $x; x=$(echo a; nosuch-program); echo $? $x; (:; nosuch-program); echo $?; x=$(:; exec ls -d /); echo $x'
	prints 'a /' '127 a' '127' '/'
}

@test "the last command is a program with redirections and assignments" {
	script <<-'END'
		x=$(v=1; echo a; v=2 sh -c 'echo $v; echo e >&2' 2>&1 >f); echo $x ${v-u}; cat f
		(v=3; export v; cd /; sh -c 'echo $v $PWD') 2>&1; echo ${v-u}
		x=$(sh -c 'echo e >&2; exit 3' 2>&1); echo $x $?
		x=$(cat <<E
		here $(echo too)
		E
		); echo $x
		x=$(set -- a b; ls -d / "$@" 2>/dev/null || :; sh -c 'echo $# $1' sh "$@"); echo $x $#
		x=$(v=; cat ${v:-nosuch} 2>&1 | wc -l); echo $((x)) ${v-u}
	END
	prints 'a e u' '2' '3 /' 'u' 'e 3' 'here too' '/ 2 a 0' '1 u'
}

@test "the last command is a pipeline" {
	script <<-'END'
		x=$(v=1; echo a; { v=2; echo $v; } | cat; echo b | cat); echo $x ${v-u}
		x=$(: | false); echo $? $x; x=$(! echo a | cat); echo $? $x
		(cd /; pwd | cat; v=1; { cat; echo $v; } <<-E | cat
			here
		E
		); echo ${v-u}
		x=$( (echo a | cat; echo b | cat >&2) 2>&1 | cat); echo $x
		x=$( (set -- 1 2; echo $# | cat) >f; echo $#); echo $x; cat f
		x=$(while :; do echo y; done | { read v; echo $v; }); echo $x
	END
	prints 'a 2 b u' '1' '1 a' '/' 'here' '1' 'u' 'a b' '0' '2' 'y'
}

@test "the last command is a function that ends with a program or a pipeline" {
	script <<-'END'
		f() { v=$1; set -- x; ls -d /; }
		g() { [ $1 = a ] || f $1; [ $1 = a ] && echo $1 | cat; }
		x=$(f 1); echo $x ${v-u} $#; (f 1; echo $v $#); x=$(g a); echo $x
		x=$(g b); echo $? $x; x=$(f 2 >f); echo "[$x]"; cat f; x=$(f 3 2>&1 | cat); echo $x
		h() { return 4; }; x=$(echo a | cat; h); echo $? $x; x=$(f 1 && h | cat); echo $? $x
	END
	prints '/ u 0' '/' '1 0' 'a' '1 /' '[]' '/' '/' '4 a' '0 /'
}

@test "a pipeline, a background command and a function definition in the middle" {
	script 'x=$(echo a; echo b | cat; echo c); echo $x; x=$(echo a; ls -d / & wait; echo b); echo $x; x=$(echo a; f() { echo b; }; f; echo c); echo $x; x=$(echo a | { read v; echo $v; ls -d /; }); echo $x'
	prints 'a b c' 'a / b' 'a b c' 'a /'
}

@test "nested substitutions and subshells" {
	script <<-'END'
		x=1; y=$(x=2; z=$(x=3; echo $x; (x=4; echo $x)); echo $x $z); echo $y $x
		y=$(echo 1; (echo 2; (echo 3; ls -d /; echo 4); echo 5); echo 6); echo $y
		y=$(echo 1; z=$(echo 2; ls -d /; echo 3); (ls -d /; echo 4); echo $z); echo $y
		( (x=5; (x=6; ls -d /; echo $x); echo $x); echo $x)
	END
	prints '2 3 4 1' '1 2 3 / 4 5 6' '1 / 4 2 / 3' '/' '6' '5' '1'
}

@test "output of builtins and of programs, in their order" {
	script '(echo 1; ls -d /; echo 2; (echo 3); x=$(echo 4; ls -d /); echo $x; echo 5 | cat; echo 6)'
	prints '1' '/' '2' '3' '4 /' '5' '6'
}

@test "output that is redirected past the substitution" {
	script <<-'END'
		x=$(echo a; echo b >f; { echo c; ls -d /; echo d; } >g; echo e; ls -d /); echo $x; cat f g
		x=$( (echo a; ls -d /; echo b) >f; echo c); echo $x; cat f
		x=$(f() { echo a; ls -d / ; } >f; f; echo b >/dev/null; echo c); echo $x; cat f
	END
	prints 'a e /' 'b' 'c' '/' 'd' 'c' 'a' '/' 'b' 'c' 'a' '/'
}

@test "standard error goes into the substitution or past it" {
	script <<-'END'
		x=$({ echo a; echo b >&2; ls -d /; } 2>&1; echo c >&2); echo $x
		x=$(echo a >&2 2>&1; echo b 2>&1 >&2); echo "[$x]"
		x=$(exec 3>&1; echo a >&3; { echo b >&3; } 2>/dev/null); echo $x
	END
	assert_success
	assert_output $'a b /\n[b]\na b'
	assert_stderr $'c\na'
}

@test "names of standard output" {
	unlike ksh 'has a file there, not a pipe'
	script <<-'END'
		ln -s /dev/stdout l
		x=$(echo a >/dev/stdout; echo b >>/dev/fd/1; echo c >l; (echo d >/dev/stdout)); echo $x
		x=$([ -t 1 ] || echo no; [ -p /dev/stdout ] && echo pipe); echo $x
	END
	prints 'a b c d' 'no pipe'
}

@test "standard output is closed" {
	unlike dash 'restores it wrongly'
	unlike ksh 'restores it wrongly'
	departs zsh '2.13'
	script <<-'END'
		exec 3>&1 >&-
		x=$(echo a; ls -d /; echo b); echo $x >&3; x=$({ echo c; ls -d /; } >f; echo d); echo $x >&3; cat f >&3
		(echo e) 2>/dev/null; [ $? != 0 ] && echo error >&3
	END
	prints 'a / b' 'd' 'c' '/' 'error'
}

@test "a full disk" {
	[[ -c /dev/full ]] || skip 'no /dev/full'
	script 'exec 2>/dev/null; (echo a) >/dev/full; echo $(($? > 0)); x=$(echo a >/dev/full || echo b); echo $x'
	prints '1' 'b'
}

@test "nobody reads a pipe any longer: only the subshell ends" {
	departs ksh '2.13'
	script <<-'END'
		mkfifo p; exec 3<>p 4>p 3<&-
		(echo a; echo b) >&4; [ $? -gt 128 ] && echo dead
		x=$(echo a >&4; echo no); [ $? -gt 128 ] && echo "dead [$x]"
		f() { while :; do echo y; done; }; (f) >&4; [ $? -gt 128 ] && echo dead
		(trap '' PIPE; echo a 2>/dev/null || echo ignored >&5) 5>&1 >&4
	END
	prints 'dead' 'dead []' 'dead' 'ignored'
}

@test "a megabyte of builtins' output, and of both" {
	script <<-'END'
		line=0123456789012345678901234567890123456789012345678901234567890123
		x=$(i=0; while [ $i -lt 16384 ]; do echo $line; i=$((i + 1)); done); echo ${#x}
		x=$(i=0; while [ $i -lt 2048 ]; do echo $line; i=$((i + 1)); done; cat /dev/null; echo end); echo ${#x}
	END
	prints '1064959' '133123'
}

@test "NUL bytes and trailing newlines are dropped" {
	unlike zsh 'keeps NUL bytes'
	unlike ksh 'does otherwise with NUL bytes'
	unlike yash 'does otherwise with NUL bytes'
	script 'exec 2>/dev/null; x=$(printf "a\0b\n\n"; printf "c\0\n\n"); echo "[$x]"; x=$(printf "\n\n"); echo "[$x]"; x=$(echo; ls -d /; echo; echo); echo "[$x]"'
	prints '[ab' '' 'c]' '[]' '[' '/]'
}

@test "standard input is read in part" {
	script <<-'END'
		printf '%s\n' 1 2 3 4 >f
		{ x=$(read a; echo $a); read b; (read c; echo $c); y=$(cat); } <f; echo $x $b $y
		cat f | { x=$(read a; echo $a); read b; (read c; echo $c; cat); echo $x $b; }
		x=$(while read a; do echo -$a; [ $a = 2 ] && ls -d /; done <f); echo $x
	END
	prints '3' '1 2 4' '3' '4' '1 2' '-1 -2 / -3 -4'
}

@test "a script on standard input is read in part" {
	departs dash 'sh, INPUT FILES'
	departs busybox 'sh: STDIN'
	printf '%s\n' 'x=$(read y; echo $y)' one 'echo $x; (read z; echo $z)' two 'echo end' >in
	run_jsh_reading <in
	assert_success
	assert_output $'one\ntwo\nend'
}

@test "here-documents" {
	departs bash '2.7.4: takes a line of it for commands'
	script <<-'END'
		x=$(read a <<E
		$(v=1; echo h$v; ls -d /)
		E
		echo $a; cat <<E
		in $(echo two)
		E
		); echo $x ${v-u}
	END
	prints 'h1 in two u'
}

@test "set -x shows the same commands" {
	unlike yash 'traces otherwise'
	script 'PS4="> "; set -x; x=$(y=1; : a; (: b)); : c'
	assert_success
	for text in 'y=1' ': a' ': b' ': c'; do
		[[ $stderr == *"> $text"* ]]
	done
}

@test "LINENO, before, in and after" {
	departs dash '2.5.3: LINENO is not set'
	script $'echo $LINENO $(:\necho $LINENO) $LINENO\n(:\n:\n: )\necho $LINENO'
	assert_equal "${lines[0]%% *}" 1
	assert_equal "${lines[1]}" 6
}

@test "the process's number, and that of the last background command" {
	script '[ $(echo $$) = $$ ] && echo same; : & p=$!; x=$(echo $!; : & wait; echo $!); [ "${x%%[!0-9]*}" = $p ] && echo told; [ "${x##*[!0-9]}" != $p ] && echo other; [ $! = $p ] && echo kept; wait'
	prints 'same' 'told' 'other' 'kept'
}

@test "a function's local state ends with the subshell" {
	unlike ksh 'has no local'
	script <<-'END'
		f() { local a=1; x=$(local a=2 b=3; a=4; echo $a $b); echo $x $a ${b-u}; g; echo $a; (local a; unset a; echo ${a-u}); echo $a; }
		g() { x=$(a=9; local a=8; echo $a; exit 2); echo $? $x $a; }
		f; echo ${a-u}
	END
	prints '4 3 1 u' '2 8 1' '1' 'u' '1' 'u'
}

@test "many of them leave nothing behind" {
	script <<-'END'
		i=0; while [ $i -lt 2000 ]; do v=$(k=$i; echo $k); [ $v = $i ] || echo bad; (k=$i; cd /; set -- $i); i=$((i + 1)); done
		echo $i ${k-u} $#; : >f; (: 3<f; echo ok)
	END
	prints '2000 u 0' 'ok'
}

@test "recursion through substitutions" {
	unlike mksh 'has an alias r'
	script 'r() { if [ $1 = 0 ]; then ls -d /; else echo $1$(r $(($1 - 1))); fi; }; r 30'
	prints '302928272625242322212019181716151413121110987654321/'
}
