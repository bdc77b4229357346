#!/usr/bin/env bats
#
# nounset.bats - set -u
#
# POSIX.1-2024 XCU set, -u; 2.5.2.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "an unset parameter ends the shell in any kind of expansion" {
	unlike dash 'takes a name in arithmetic for 0'
	unlike mksh 'takes a name in arithmetic for 0'
	departs busybox 'set: -u'
	script <<'END'
for e in '$x' '"$x"' '${x}' '${#x}' '${x#a}' '${x%%a}' '$1' '${10}' '$((x))' '$(($x))' 'a$x' '$(echo $x)$x' '`echo`$x'; do
	(set -u; eval "echo $e; echo no") 2>/dev/null && echo "no $e"
done; echo end
END
	ends 0 'end'
}

@test "in any place" {
	unlike dash "goes on after a program's redirection"
	unlike bash "goes on after a program's redirection"
	unlike ksh "goes on after a program's redirection"
	unlike mksh "goes on after a program's redirection"
	departs zsh 'set: -u'
	departs busybox 'set: -u'
	script <<'END'
for c in 'y=$x' 'echo a >$x' 'case $x in *) echo no; esac' 'for i in $x; do echo no; done' 'f() { echo $1; }; f' 'eval "echo \$x"' 'cat <<A
$x
A' 'if echo $x; then echo no; fi' 'echo $x || echo no' '! echo $x' '{ echo $x; }' '${x}' 'export y=$x' 'x=1 y=$z :' 'echo $x | cat; y=$x' 'case a in $x) echo no; esac' 'cd "$x"' ': "${y=$x}"' 'while [ $x ]; do :; done'; do
	(set -u; eval "$c
	echo no \"\$c\"") 2>/dev/null
done; echo end
END
	prints 'end'
}

@test "what has an operator for it is no error" {
	script <<-'END'
		set -u
		echo "${x-a}" "${x:-b}" "${x+c}" "${x:+d}" "${1-e}" "${2+f}" "${x=g}" $x "${y:=h}"
	END
	prints 'a b   e  g g h'
}

@test "at, star, number sign and the other special parameters are no error" {
	script <<-'END'
		set -u
		echo "$@" $* "$*" $@ $# ${#} $?
		for i in "$@"; do :; done; for i; do :; done
		set -- x; echo "$@" "$1" ${1#y}
		case $$ in '') ;; *) echo $0 | grep -c script; esac
	END
	ends 0 ' 0 0 0' 'x x x' '1'
}

@test "the last background process is an error before there is one" {
	departs yash '2.5.2'
	departs zsh 'set: -u'
	script <<-'END'
		(set -u; echo $!; echo no) 2>/dev/null || echo failed
		set -u; : & echo $! | grep -c '[0-9]'; wait
	END
	prints 'failed' '1'
}

@test "an empty value is no error" {
	script <<-'END'
		set -u; x= ; set -- ''
		echo "[$x$1]" ${x#a} ${#x} $((x))
	END
	prints '[] 0 0'
}

@test "in a subshell only that ends" {
	script <<-'END'
		(set -u; echo $x; echo no) 2>/dev/null || echo failed
		set -u
		(echo $x; echo no) 2>/dev/null || echo failed
		y=$(echo $x; echo no) 2>/dev/null || echo failed
		echo $x 2>/dev/null | cat; echo after
	END
	complains 0 'failed' 'failed' 'failed' 'after'
}

@test "turned off again, and unset again" {
	script <<-'END'
		set -u; set +u; echo "[$x]"
		set -o nounset; x=1; echo $x; unset x; set +o nounset; echo "[$x]"
		set -u; x=1; unset x; (echo $x) 2>/dev/null || echo failed
	END
	prints '[]' '1' '[]' 'failed'
}
