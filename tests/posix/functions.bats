#!/usr/bin/env bats
#
# functions.bats - definition, call, parameters, return
#
# POSIX.1-2024 XCU 2.9.5, 2.15 return, unset.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "a function is called like a command" {
	departs zsh '2.9.5'
	script $'f() { echo one; }\nf\ng ( ) { echo two; }\ng\nh()\n{\necho three\n}\nh'
	prints 'one' 'two' 'three'
}

@test "its body is any compound command" {
	script <<-'END'
		a() (echo sub; x=1)
		b() if true; then echo if; fi
		c() for i in 1 2; do echo $i; done
		d() case $1 in x) echo case;; esac
		e() while :; do echo while; break; done
		x=0
		a; b; c; d x; e; echo $x
		g()

		{ echo newlines; }
		g
	END
	prints 'sub' 'if' '1' '2' 'case' 'while' '0' 'newlines'
}

@test "its arguments are the positional parameters" {
	script <<-'END'
		set -- outer two
		f() { echo $# "$1" "$2"; shift; echo $# "$1"; }
		f 'a b' c d
		echo $# $1
		g() { set -- x y z; echo $#; }
		g; echo $#
		h() { echo "$#[$*]"; }
		h; h ''
	END
	prints '3 a b c' '2 c' '2 outer' '3' '2' '0[]' '1[]'
}

@test "zero is not changed" {
	script 'f() { echo "${0##*/}"; }; f x'
	prints 'script'
}

@test "variables are the shell's" {
	script 'x=1; f() { echo $x; x=2; y=3; }; f; echo $x $y; g() { unset x; }; g; echo ${x-unset}'
	prints '1' '2 3' 'unset'
}

@test "its status is the last command's" {
	script 'f() { true; false; }; f; echo $?; g() { (exit 7); }; g; echo $?; h() { :; }; false; h; echo $?; i() { echo $?; }; (exit 4); i'
	prints '1' '7' '0' '4'
}

@test "the status of a definition is 0" {
	script 'false; f() { false; }; echo $?'
	prints '0'
}

@test "return leaves it" {
	script <<-'END'
		f() { echo 1; return 3; echo bad; }
		f; echo $?
		g() { false; return; }
		g; echo $?
		h() { while :; do for i in 1 2; do if true; then return 5; fi; done; done; }
		h; echo $?
		i() { { return 6; }; }
		i; echo $?
		j() { case x in x) return 7;; esac; }
		j; echo $?
		k() { eval 'return 8'; echo bad; }
		k; echo $?
		l() { true && return 9; }
		l; echo $?
	END
	prints '1' '3' '1' '5' '6' '7' '8' '9'
}

@test "return in one function does not leave its caller" {
	script 'f() { return 3; }; g() { f; echo $?; return 4; }; g; echo $?'
	prints '3' '4'
}

@test "exit in a function leaves the shell" {
	script 'f() { exit 5; }; f; echo bad'
	ends 5
}

@test "break in a function does not need a loop there" {
	script 'f() { for i in 1 2; do break; done; echo $i; }; for j in a b; do f; done; echo $j'
	prints '1' '1' 'b'
}

@test "redirections at the call and at the definition" {
	script <<-'END'
		f() { echo out; echo err >&2; }
		f >a 2>b; cat a b
		g() { cat; } <a
		g
		h() { echo h; } >c
		h; cat c
		f 2>/dev/null | cat
	END
	prints 'out' 'err' 'out' 'h' 'out'
}

@test "an assignment before a call is seen in it and by what it runs" {
	unlike ksh 'does not export it, as POSIX allows'
	script 'unset x; f() { echo $x; sh -c "echo \${x-unset}"; }; x=1 f'
	prints '1' '1'
}

@test "functions call themselves" {
	unlike zsh 'bounds the depth by FUNCNEST'
	script <<-'END'
		fact() {
			if [ $1 -le 1 ]; then echo 1; else echo $(($1 * $(fact $(($1 - 1))))); fi
		}
		fact 10
		down() { [ $1 -eq 0 ] && return; down $(($1 - 1)); }
		down 500; echo $?
		even() { [ $1 -eq 0 ] || odd $(($1 - 1)); }
		odd() { [ $1 -ne 0 ] && even $(($1 - 1)); }
		even 10; echo $?; even 7; echo $?
	END
	prints '3628800' '0' '0' '1'
}

@test "a function that never ends its recursion is no crash" {
	script '(f() { f; }; f) 2>/dev/null; echo alive'
	unlike dash 'overflows its stack'
	unlike bash 'overflows its stack'
	unlike yash 'overflows its stack'
	assert_output 'alive'
}

@test "a function is defined anew, even by itself" {
	script 'f() { echo 1; f() { echo 2; }; echo 3; }; f; f'
	prints '1' '3' '2'
}

@test "a function can undefine itself" {
	script 'f() { unset -f f; echo still; }; f; f 2>/dev/null || echo gone'
	prints 'still' 'gone'
}

@test "functions define functions" {
	script 'f() { g() { echo "g $1"; }; }; command -v g || echo no; f; g x'
	prints 'no' 'g x'
}

@test "a function comes before a builtin and a program" {
	script 'true() { echo mine; }; true; ls() { echo list; }; ls; command true; echo $?; unset -f true; true; echo $?'
	prints 'mine' 'list' '0' '0'
}

@test "command does not look at functions" {
	script 'echo() { printf "mine\n"; }; echo x; command echo y; cd() { printf "cd\n"; command cd "$@"; }; cd /; pwd'
	prints 'mine' 'y' 'cd' '/'
}

@test "names of functions and variables are apart" {
	script 'f=var; f() { echo func; }; echo $f; f; unset f; f; unset -f f; f 2>/dev/null || echo none'
	prints 'var' 'func' 'func' 'none'
}

@test "a name of letters, digits and underscores" {
	script '_f1() { echo 1; }; F() { echo 2; }; f() { echo 3; }; _f1; F; f'
	prints '1' '2' '3'
}

@test "parameters are expanded at the call, words at the definition not" {
	script 'x=1; f() { echo $x; }; x=2; f; g() { echo "$(echo $1)"; }; g a; g b'
	prints '2' 'a' 'b'
}

@test "getopts in a function" {
	script 'f() { OPTIND=1; while getopts ab: o "$@"; do echo "$o${OPTARG-}"; done; shift $((OPTIND - 1)); echo "[$*]"; }; f -a -b x rest; f -b y'
	prints 'a' 'bx' '[rest]' 'by' '[]'
}

@test "a function in a pipeline and in the background" {
	script 'f() { cat; echo end; }; echo x | f | cat; f </dev/null & wait; y=$(echo z | f); echo "$y"'
	prints 'x' 'end' 'end' 'z' 'end'
}

@test "return outside a function in a script that is sourced" {
	script 'echo "echo in; return 3; echo bad" >lib; . ./lib; echo $?'
	prints 'in' '3'
}

@test "a sourced file runs in the shell" {
	script <<-'END'
		echo 'x=1; f() { echo f; }; echo "$0" | sed "s,.*/,,"' >lib
		. ./lib
		echo $x; f
		PATH=$PWD:$PATH
		echo 'echo found' >inpath
		. inpath
		(. ./nosuch; echo bad) 2>/dev/null; echo $? | sed 's/[1-9][0-9]*/failed/'
		: >empty; false; . ./empty; echo $?
	END
	prints 'script' '1' 'f' 'found' 'failed' '0'
}

@test "a body that is no compound command is a syntax error" {
	departs ksh '2.10.2'
	departs zsh '2.10.2'
	departs mksh '2.10.2'
	departs busybox '2.10.2'
	for text in 'f() echo x' 'f() ' 'f( { :; }' 'f(x) { :; }' '() { :; }' 'f() { :; } x'; do
		script "$text"
		unlike bash 'takes some'
		unlike dash 'takes a simple command'
		assert_failure
		assert [ -n "$stderr" ]
	done
}

@test "the body is any compound command, with its redirections" {
	departs zsh '2.9.5'
	script <<-'END'
		f() { echo 1; }; f
		f() (echo 2; exit 3); f; echo $?
		f() if :; then echo 4; fi; f
		f() for i do echo $i; done; f 5 6
		f() while :; do echo 7; break; done; f
		f() until :; do :; done; f; echo $?
		f() case $1 in x) echo 8; esac; f x
		f() { echo 9; } >out; f; cat out
		f() { cat; } <out; f
		f() (cat) <<A; f
		10
		A
		f()
		{
		echo 11
		}
		f
		f ( ) { echo 12; }; f
	END
	prints '1' '2' '3' '4' '5' '6' '7' '0' '8' '9' '9' '10' '11' '12'
}

@test "return from every place" {
	departs yash '2.15 return'
	script <<-'END'
		f() { for i in 1 2; do while :; do return 4; done; done; }; f; echo $?
		f() { (return 5; echo no); echo $?; }; f
		f() { { return 6; }; echo no; }; f; echo $?
		f() { case x in x) return 7; esac; echo no; }; f; echo $?
		f() { eval 'return 8'; echo no; }; f; echo $?
		f() { true && return 9; echo no; }; f; echo $?
		f() { return 10 | cat; echo $?; }; f
		f() { x=$(return 11; echo no); echo $?; }; f
		f() { until return 12; do :; done; }; f; echo $?
		f() { if return 13; then :; fi; }; f; echo $?
		echo 'return 14; echo no' >lib; . ./lib; echo $?
		f() { . ./lib; echo in $?; return 15; }; f; echo $?
		f() { return; }; (exit 16); f; echo $?
		f() { false; return; }; f; echo $?
		f() { return $?; }; (exit 17); f; echo $?
		f() { command return 18; echo no; }; f; echo $?
	END
	prints '4' '5' '6' '7' '8' '9' '0' '11' '12' '13' '14' 'in 14' '15' \
		'16' '1' '17' '18'
}

@test "it may be defined anew or unset while it runs" {
	script <<-'END'
		f() { echo 1; f() { echo 2; }; echo 3; }; f; f
		g() { unset -f g; echo still; }; g; g 2>/dev/null || echo gone
		h() { h() { echo inner; }; h; }; h; h
	END
	prints '1' '3' '2' 'still' 'gone' 'inner' 'inner'
}

@test "its parameters are its own, its variables are not" {
	script <<-'END'
		f() { echo $# "$1"; shift; set -- x y z; echo $#; v=2; }
		set -- a b; v=1; f 'p q' r; echo $# $1 $v
		g() { f "$@" s; }; g 1
	END
	prints '2 p q' '3' '2 a 2' '2 1' '3'
}

@test "it is found before a builtin and after a special one" {
	script <<-'END'
		cd() { echo my cd; }; cd /nonexistent; command cd /; pwd; unset -f cd; cd /dev; pwd
		true() { return 1; }; true || echo my true; unset -f true; true && echo true
	END
	prints 'my cd' '/' '/dev' 'my true' 'true'
}

@test "its name may be that of a variable" {
	script <<-'END'
		f() { echo f; }; f=1; echo $f; f; unset f; f; f=2; unset -f f; echo $f; f 2>/dev/null || echo gone
	END
	prints '1' 'f' 'f' '2' 'gone'
}

@test "recursion with parameters and local redirections" {
	script <<-'END'
		f() { [ $1 -le 0 ] || { echo $1; f $(($1 - 1)); echo $1; }; }; f 3 >out; cat out
		fact() { [ $1 -le 1 ] && echo 1 || echo $(($1 * $(fact $(($1 - 1))))); }; fact 10
	END
	prints '3' '2' '1' '1' '2' '3' '3628800'
}
