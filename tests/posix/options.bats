#!/usr/bin/env bats
#
# options.bats - set -x, -v, -f, -a, -C, pipefail, $-
#
# POSIX.1-2024 XCU set; 2.5.2.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "xtrace shows each simple command after its expansions, on standard error" {
	unlike bash 'marks depth and writes for and case too'
	unlike ksh 'writes some otherwise'
	unlike mksh 'writes some otherwise'
	unlike dash 'does not quote'
	unlike yash 'writes some otherwise'
	unlike zsh 'traces otherwise'
	unlike busybox 'traces otherwise'
	script <<'END'
{
	PS4='> '; a='x y'
	set -x
	echo $a "$a" $((1 + 1))
	b=1 c=$a
	d=2 :
	for i in 1 2; do : $i; done
	if :; then : if; fi
	case x in x) : case; esac
	(: sub); { : group; }
	f() { : in $1; }; f g
	: one && : two || : three
	set +x
} 2>&1 | sed "s/\"/'/g"
END
	prints "> echo x y 'x y' 2" 'x y x y 2' "> b=1 c='x y'" '> d=2 :' \
		'> : 1' '> : 2' '> :' '> : if' '> : case' '> : sub' \
		'> : group' '> f g' '> : in g' '> : one' '> : two' '> set +x'
}

@test "xtrace can be read by the shell again" {
	unlike dash 'does not quote'
	departs busybox 'set'
	script <<-'END'
		{ set -x; true 'a b' '' 'it'"'"'s' 'x;y' '$z' '*'; set +x; } 2>trace
		sed 's/^+ true//; /^+ set/d' trace >args
		eval "set -- $(cat args)"
		printf '[%s]\n' "$@"
	END
	prints '[a b]' '[]' "[it's]" '[x;y]' '[$z]' '[*]'
}

@test "PS4 is expanded each time" {
	unlike yash 'quotes the colon'
	script <<-'END'
		{ PS4='<$x> '; set -x; x=1; : a; x=2; : b; set +x; } 2>out
		sed -n '/: /p' out
	END
	prints '<1> : a' '<2> : b'
}

@test "xtrace in subshells and functions is theirs" {
	unlike mksh 'has a trace of its own for each function'
	departs zsh 'set'
	script <<-'END'
		exec 3>&2 2>out
		f() { set +x; }
		set -x; f; echo no >/dev/null
		set -x; (set +x; echo no >/dev/null); echo yes >/dev/null; set +x
		exec 2>&3
		grep -c 'echo no' out; grep -c 'echo yes' out
	END
	ends 0 '0' '1'
}

@test "verbose writes the input as it is read" {
	script <<-'END'
		cat >s <<'A'
		set -v
		echo a $(echo b)
		# comment
		x=1; echo $x
		cat <<B
		doc $x
		B
		f() {
		echo f
		}
		f
		set +v
		echo c
		A
		"$JSH" s 2>&1 >/dev/null
	END
	prints 'echo a $(echo b)' '# comment' 'x=1; echo $x' 'cat <<B' \
		'doc $x' 'B' 'f() {' 'echo f' '}' 'f' 'set +v'
}

@test "verbose and xtrace by option" {
	script <<-'END'
		"$JSH" -x -c 'echo a' 2>&1 >/dev/null
		echo 'echo b' | "$JSH" -v 2>&1 >/dev/null | tail -n 1
	END
	ends 0 '+ echo a' 'echo b'
}

@test "noglob leaves patterns in words, and only those" {
	script <<-'END'
		: >a; : >b
		set -f; echo * [ab] ?; set -o noglob; x=*; echo $x; for i in *; do echo "$i"; done
		case abc in a*) echo case; esac; y=abc; echo ${y#*b}; set -- *; echo $#
		set +f; echo * [ab] ?
	END
	prints '* [ab] ?' '*' '*' 'case' 'c' '1' 'a b a b a b'
}

@test "allexport exports whatever is assigned, in any way" {
	departs yash 'XCU set, -a'
	departs mksh 'XCU set, -a'
	script <<-'END'
		set -a
		a=1; f() { b=2; }; f; read c <<A
		3
		A
		for d in 4; do :; done; : ${e=5} $((g = 6)); getopts a h -a; (i=7; env | grep '^i=')
		j=8 true; export k; readonly l=9
		env | grep '^[a-l]=' | sort
		set +a; a=2; m=1; env | grep '^[am]='
	END
	prints 'i=7' 'a=1' 'b=2' 'c=3' 'd=4' 'e=5' 'g=6' 'h=a' 'l=9' 'a=2'
}

@test "pipefail gives the last failure" {
	departs dash 'XCU set'
	script <<-'END'
		set -o pipefail
		false | true; echo $?
		(exit 3) | (exit 4) | true; echo $?
		(exit 3) | true | (exit 5); echo $?
		true | true; echo $?
		! false | true; echo $?
		! true | true; echo $?
		if false | true; then echo no; else echo else; fi
		(exit 6) | true || echo $?
		x=$( (exit 7) | true); echo $?
		f() { (exit 8) | true; }; f; echo $?
		((exit 9) | true); echo $?
		set +o pipefail; false | true; echo $?
	END
	prints '1' '4' '5' '0' '0' '1' 'else' '6' '7' '8' '9' '0'
}

@test "the hyphen has a letter for each option that has one" {
	script <<-'END'
		set -aCefu
		for o in a C e f u; do case $- in *$o*) echo $o;; esac; done
		set +aCefu
		for o in a C e f u v x n b; do case $- in *$o*) echo no $o;; esac; done
		set -o noclobber -o noglob; case $-,$- in *C*,*f*) echo C f; esac
	END
	prints 'a' 'C' 'e' 'f' 'u' 'C f'
}

@test "set +o and set -o" {
	unlike yash 'calls it glob'
	unlike ksh 'calls it glob'
	departs zsh 'set'
	script <<-'END'
		o=$(set +o)
		set -f -C -u -a; eval "$o"
		case $- in *[fCua]*) echo no;; *) echo back;; esac
		set -f; set -o | grep noglob | grep -c on; set +f; set -o | grep noglob | grep -c off
	END
	prints 'back' '1' '1'
}

@test "options and operands of set" {
	script <<-'END'
		set -- a b c; set -e; echo $#; set +e
		set -- -e; echo x$1; set -e -- q; echo $1; set +e -f --; echo $#; set +f
		set -fu r s; echo $# $1; set +fu; set x -y; echo $1 $2; set -- --; echo x$1; set -- '' ; echo $#
		set -o noglob t; echo $1 *; set +o noglob
	END
	prints '3' 'x-e' 'q' '0' '2 r' 'x -y' 'x--' '1' 't *'
}

@test "an option that is not known ends the shell" {
	departs bash '2.8.1'
	departs busybox 'set'
	script <<-'END'
		(set -Z; echo no) 2>/dev/null || echo failed
		(set -o nosuch; echo no) 2>/dev/null || echo failed
		(set +o nosuch; echo no) 2>/dev/null || echo failed
	END
	prints 'failed' 'failed' 'failed'
}
