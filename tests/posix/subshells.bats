#!/usr/bin/env bats
#
# subshells.bats - ( ) and the environment of a subshell
#
# POSIX.1-2024 XCU 2.13, 2.9.4.1.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "parentheses run a list" {
	script $'(echo 1; echo 2)\n(\necho 3\n)\n( (echo 4) )\n(echo 5;)\n(echo 6 &\nwait)'
	prints '1' '2' '3' '4' '5' '6'
}

@test "the status is that of the last command" {
	script '(true); echo $?; (false); echo $?; (exit 3); echo $?; (exit 4; echo bad); echo $?; ( (exit 5) ); echo $?; (true; (exit 6)); echo $?'
	prints '0' '1' '3' '4' '5' '6'
}

@test "variables are copies" {
	script 'x=1; (echo $x; x=2; echo $x; y=3); echo $x ${y-unset}; (unset x); echo $x; (export x; x=5); sh -c "echo \${x-unset}"'
	prints '1' '2' '1 unset' '1' 'unset'
}

@test "exported and readonly marks are copies" {
	script 'x=1; (readonly x); x=2; echo $x; export y=1; (sh -c "echo \$y"; unset y); sh -c "echo \$y"'
	prints '2' '1' '1'
}

@test "the directory is a copy" {
	script 'mkdir d; (cd d; pwd | sed "s,.*/,,"); pwd | sed "s,.*/,,"; (cd /; echo $PWD); echo ${PWD##*/}'
	prints 'd' 'work' '/' 'work'
}

@test "functions are copies" {
	script 'f() { echo outer; }; (f; f() { echo inner; }; f; g() { :; }); f; (unset -f f); f; command -v g || echo none'
	prints 'outer' 'inner' 'outer' 'outer' 'none'
}

@test "positional parameters are copies" {
	script 'set -- a b; (echo $#; set -- c; echo $1; shift; echo $#); echo $# $1'
	prints '2' 'c' '0' '2 a'
}

@test "options are copies" {
	script '(set -f; echo *); : >x1; echo x*; (set -u; (echo $nosuch) 2>/dev/null || echo error); echo [$nosuch]; set -f; (echo x*; set +f; echo x*); echo x*'
	prints '*' 'x1' 'error' '[]' 'x*' 'x1' 'x*'
}

@test "the mask is a copy" {
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	script 'umask 022; (umask 077; umask); umask; (umask)'
	prints '0077' '0022' '0022'
}

@test "descriptors are copies" {
	script '(exec >f; echo in); echo out; cat f; exec 3>g; (echo 3 >&3; exec 3>&-); echo more >&3; cat g'
	prints 'out' 'in' '3' 'more'
}

@test "the input's offset is shared" {
	script 'printf "%s\n" a b c >f; { (read x; echo $x); read y; echo $y; (cat); } <f'
	prints 'a' 'b' 'c'
}

@test "exit leaves only the subshell" {
	script '(exit 3; echo bad); echo $?; (f() { exit 4; }; f; echo bad); echo $?; ( (exit 5); echo in $?); (eval "exit 6"); echo $?'
	prints '3' '4' 'in 5' '6'
}

@test "break, continue and return do not reach out of it" {
	script <<-'END'
		for i in 1 2; do (echo $i; exit); done
		f() { (return 3); echo $?; return 4; }
		f; echo $?
		for i in a b; do (for j in x y; do break; done; echo $i$j); done
	END
	prints '1' '2' '3' '4' 'ax' 'bx'
}

@test "an error that ends the shell ends only the subshell" {
	script '(: ${u?}) 2>/dev/null; echo after; (set -u; echo $u) 2>/dev/null; echo after; (readonly r=1; r=2) 2>/dev/null; echo after; (set -e; false; echo bad); echo after'
	prints 'after' 'after' 'after' 'after'
}

@test "dollar and exclamation mark" {
	script <<-'END'
		[ "$( (echo $$) )" = $$ ] && echo same
		: & p=$!
		(: & wait; [ $! != $p ] && echo other)
		[ $! = $p ] && echo kept
		wait
	END
	prints 'same' 'other' 'kept'
}

@test "a subshell knows none of its parent's children" {
	script '(exit 3) & p=$!; (wait $p 2>/dev/null; echo $?); wait $p; echo $?'
	prints '127' '3'
}

@test "redirections of a subshell" {
	script '(echo 1; echo e >&2) >f 2>&1; cat f; (cat) <f; (echo 2) >>f; cat f'
	prints '1' 'e' '1' 'e' '1' 'e' '2'
}

@test "a subshell with an and-or list, in a pipeline and in the background" {
	script '(exit 1) || echo 1; (echo 2) && echo 3; (echo 4) | cat; (echo 5) & wait; ! (exit 1) && echo 6'
	prints '1' '2' '3' '4' '5' '6'
}

@test "getopts and its state are copies" {
	script 'set -- -a -b; getopts ab o; echo $o; (getopts ab o; echo $o); getopts ab o; echo $o'
	prints 'a' 'b' 'b'
}

@test "aliases are copies" {
	script $'alias e=\'echo one\'\n(unalias e\nalias e2=x)\ne\nalias e2 >/dev/null 2>&1 || echo none'
	prints 'one' 'none'
}

@test "a substitution and a background command are subshells too" {
	unlike zsh 'writes a mask of three digits, as POSIX allows'
	unlike mksh 'writes a mask of three digits, as POSIX allows'
	script 'x=1; y=$(x=2; cd /; set -f; umask 0; echo $x); echo $y $x ${PWD##*/} $- | tr -d "hBH" ; umask; { x=3; trap "" INT; } & wait; echo $x; trap'
	assert_success
	assert_line --index 1 '0022'
	assert_line --index 2 '1'
	assert_equal "${#lines[@]}" 3
}

@test "subshells nest deeply" {
	script '( ( ( ( ( ( ( ( ( ( echo deep ) ) ) ) ) ) ) ) ) ); s="echo d"; i=0; while [ $i -lt 40 ]; do s="( $s )"; i=$((i + 1)); done; eval "$s"'
	prints 'deep' 'd'
}

@test "an unclosed or empty subshell is a syntax error" {
	departs ksh '2.10.2'
	departs zsh '2.10.2'
	departs mksh '2.10.2'
	for text in '(echo' 'echo )' '()' '( )' '(;)' '(echo 1) echo 2' '(echo 1) (echo 2)'; do
		script "$text"
		assert_failure
		assert [ -n "$stderr" ]
	done
}

@test "a program has the subshell that runs it for its parent" {
	unlike ksh 'has one process for subshells in subshells'
	cat >script <<-'END'
		is_other() { [ "$1" != $$ ] && echo other; }
		f() { x=$(sh -c 'echo $PPID'); is_other "$x"; }
		(x=$(exec sh -c 'echo $PPID'); is_other "$x")
		(x=$(sh -c 'echo $PPID'); is_other "$x")
		((sh -c 'echo $PPID' >file); read x <file; is_other "$x")
		echo "$(x=$(sh -c 'echo $PPID'); is_other "$x")"
		echo "$(echo "$(sh -c 'echo $PPID')")" | grep -vx $$ >file && echo other
		echo "$(f)"
		(f)
		(kill -PIPE $(exec sh -c 'echo $PPID'); echo no)
		kill -l $?
	END
	script "$(<script)"
	prints other other other other other other other PIPE
}
