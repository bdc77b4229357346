#!/usr/bin/env bats
#
# errexit.bats - set -e and its exact reach
#
# POSIX.1-2024 XCU set, -e.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "a command that fails ends the shell, with its status" {
	script <<-'END'
		set -e
		echo a
		(exit 3)
		echo no
	END
	ends 3 'a'
}

@test "a pipeline's last command counts, the others do not" {
	script <<-'END'
		set -e
		false | true; echo a
		true | (exit 4)
		echo no
	END
	ends 4 'a'
}

@test "with pipefail the others count too" {
	departs dash 'XCU set'
	script <<-'END'
		set -e -o pipefail
		true | true; echo a
		false | true
		echo no
	END
	ends 1 'a'
}

@test "a compound command's last failure ends the shell" {
	script <<'END'
for c in '{ false; }' '(false)' 'if true; then false; fi' 'for i in 1; do false; done' 'while true; do false; done' 'case x in x) false; esac' 'until false; do false; done' 'if false; then :; else false; fi'; do
	"$JSH" -c "set -e; $c
	echo no" && echo no
done; echo end
END
	prints 'end'
}

@test "conditions of if, elif, while and until are exempt" {
	script <<-'END'
		set -e
		if false; then :; fi; echo a
		if false; then :; elif false; then :; else echo b; fi
		while false; do :; done; echo c
		until { false; true; }; do :; done; echo d
		if { false; echo in; }; then echo e; fi
		while (false; echo sub; false); do :; done; echo f
		if ! true; then :; fi; echo g
	END
	prints 'a' 'b' 'c' 'd' 'in' 'e' 'sub' 'f' 'g'
}

@test "all but the last of an and-or list are exempt" {
	script <<-'END'
		set -e
		false && echo no; echo a
		false || true; echo b
		false && true || true; echo c
		true && false && true; echo d
		{ false; echo in; } && echo e
		(false; echo sub) || echo f
		false || false && echo no; echo g
		true && false
		echo no
	END
	ends 1 'a' 'b' 'c' 'd' 'in' 'e' 'sub' 'g'
}

@test "the last of an and-or list is not" {
	script <<-'END'
		set -e
		true && true && (exit 5)
		echo no
	END
	ends 5
}

@test "a negated pipeline is exempt, with all that is in it" {
	departs zsh 'set: -e'
	script <<-'END'
		set -e
		! true; echo a
		! false; echo b
		! { false; echo in; }; echo c
		! (false; echo sub) && echo no; echo d
		! true | true; echo e
		f() { false; echo f; }; ! f; echo g; ! f | cat; echo h
	END
	prints 'a' 'b' 'in' 'c' 'sub' 'd' 'e' 'f' 'g' 'f' 'h'
}

@test "what is called in an exempt place is exempt" {
	departs mksh 'set'
	departs zsh 'set: -e'
	script <<-'END'
		set -e
		f() { false; echo in $1; }
		f 1 || echo no
		if f 2; then echo a; fi
		f 3 && echo b
		! f 4; echo c
		while f 5; do break; done
		eval 'false; echo eval' || echo no
		(f 6) || echo no
		{ f 7; } || echo no
		g() { f 8; false; echo g; }; g || echo no
	END
	prints 'in 1' 'in 2' 'a' 'in 3' 'b' 'in 4' 'c' 'in 5' 'eval' 'in 6' \
		'in 7' 'in 8' 'g'
}

@test "what is called elsewhere is not" {
	script <<-'END'
		set -e
		f() { echo in; (exit 6); echo no; }
		f
		echo no
	END
	ends 6 'in'
}

@test "a list that is exempt stays so when it is a compound command's last" {
	script <<-'END'
		set -e
		{ false && true; }; echo a
		if true; then false && true; fi; echo b
		for i in 1; do false && true; done; echo c
		case x in x) false && true; esac; echo d
		{ { false && true; }; }; echo e
	END
	prints 'a' 'b' 'c' 'd' 'e'
}

@test "a function's and a subshell's status is not exempt although its list was" {
	script <<'END'
set -e
f() { false && true; }
f || echo a
(f || echo b)
for c in f '(f)' 'eval f' '{ f; }' '(f; echo no)' 'if :; then f; fi' '(false && :)' 'false && : | false || (exit 3)'; do
	"$JSH" -c "f() { false && true; }; set -e; $c
	echo no" && echo no
done || echo end
END
	prints 'a' 'b' 'end'
}

@test "a subshell whose last list was exempt fails the shell" {
	script <<-'END'
		set -e
		(false && true)
		echo no
	END
	ends 1
}

@test "set -e in a subshell of an exempt command does nothing" {
	unlike mksh 'ends the substitution'
	unlike dash 'ends the substitution'
	departs busybox 'set: -e'
	script <<-'END'
		set -e
		(set -e; false; echo a) || echo no
		if (set -e; false; echo b); then echo c; fi
		! (set -e; false; echo d); echo e
		x=$(set -e; false; echo f) || echo no; echo $x
	END
	prints 'a' 'b' 'c' 'd' 'e' 'f'
}

@test "an assignment's substitution that fails ends the shell" {
	script <<-'END'
		set -e
		x=$(true); echo a
		x=$(exit 7)
		echo no
	END
	ends 7 'a'
}

@test "a substitution is a subshell with set -e" {
	unlike dash 'does not exempt what is in the substitution'
	unlike mksh 'does not exempt what is in the substitution'
	departs busybox 'set: -e'
	script <<-'END'
		set -e
		echo "[$(false; echo no)]"
		x=$(echo a; false; echo no) || echo "b $x"
	END
	prints '[]'
}

@test "a substitution's status elsewhere does not count" {
	script <<-'END'
		set -e
		echo a$(false)
		: $(false)
		export x=$(false); echo b
		for i in $(false); do :; done; echo c
		case $(false) in '') echo d; esac
		: >f$(false); echo e
		cat <<A
		f$(false)
		A
		echo ${x-$(false)} g
	END
	prints 'a' 'b' 'c' 'd' 'e' 'f' 'g'
}

@test "builtins that fail end the shell" {
	departs ksh 'set'
	script <<'END'
for c in 'cd /nonexistent' 'test -n ""' '[ 1 = 2 ]' 'command false' 'unalias nosuch' 'kill -0 99999999' 'read x </dev/null' 'eval false' 'getopts a x' 'command -v nosuch' 'umask 9' 'wait 1' 'cat </nonexistent' 'nosuchcommand' 'x=1 false' 'false >f' 'return 3' '. ./lib'; do
	echo 'false; echo no' >lib
	"$JSH" -c "f() { $c
		}; set -e; f; echo no \"$c\"" 2>/dev/null && echo "no $c"
done; echo end
END
	ends 0 'end'
}

@test "the exit status of the shell is that of the command, and the EXIT trap runs" {
	script <<-'END'
		set -e
		trap 'echo trap $?' EXIT
		(exit 8)
		echo no
	END
	ends 8 'trap 8'
}

@test "background commands and their ends do not count, wait's status does" {
	script <<-'END'
		set -e
		false & echo a
		wait; echo b
		(exit 9) & wait $! || echo $?
		(exit 9) & wait $!
		echo no
	END
	ends 9 'a' 'b' '9'
}

@test "turned off and on" {
	script <<-'END'
		set -e; set +e; false; echo a
		set -o errexit; set +o errexit; false; echo b
		f() { set +e; false; echo c; }; set -e; f; false; echo d
		g() { set -e; false; echo e; }; g || echo no
		false; echo no
	END
	ends 1 'a' 'b' 'c' 'd' 'e'
}

@test "in each stage of a pipeline" {
	script <<-'END'
		set -e
		(echo a; false; echo no) | cat
		{ echo b; false; echo no; } | cat
		echo c | { cat; false; echo no; } || echo d
	END
	prints 'a' 'b' 'c' 'no'
}

@test "loops, break and continue" {
	script <<-'END'
		set -e
		for i in 1 2; do false || continue; done; echo a
		while :; do true && break; done; echo b
		for i in 1 2; do echo $i; (exit 3); done
		echo no
	END
	ends 3 'a' 'b' '1'
}

@test "by option and by name" {
	script <<-'END'
		"$JSH" -e -c 'echo a; false; echo no' || echo $?
		"$JSH" -o errexit -c 'false; echo no' || echo $?
		echo 'echo b; false; echo no' >s; "$JSH" -e s || echo $?; "$JSH" -e <s || echo $?
		"$JSH" -ec 'case $- in *e*) echo c; esac'
	END
	prints 'a' '1' '1' 'b' '1' 'b' '1' 'c'
}

@test "the trap of a signal that came meanwhile runs before set -e ends the shell" {
	departs ksh '2.12'
	departs mksh '2.12'
	script <<-'END'
		trap 'echo usr' USR1; trap 'echo bye' EXIT; set -e
		sh -c 'kill -USR1 $PPID; exit 3'; echo no
	END
	ends 3 'usr' 'bye'
	script <<-'END'
		trap 'echo usr; exit 4' USR1; set -e
		f() { (kill -USR1 $$; exit 3); echo no; }; f
	END
	ends 4 'usr'
}
