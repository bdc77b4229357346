#!/usr/bin/env bats
#
# variables.bats - the shell's own variables
#
# POSIX.1-2024 XCU 2.5.3.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "LINENO in a script" {
	departs dash '2.5.3'
	departs ksh '2.5.3'
	departs mksh '2.5.3'
	script <<-'END'
		echo 1 $LINENO

		echo 3 $LINENO; echo 3 $LINENO
		# comment
		x='
		'; echo 6 $LINENO

		:
		if true
		then echo 10 $LINENO
		fi; echo 11 $LINENO
		for i in 1 2
		do
		echo 14 $LINENO
		done
		(echo 16 $LINENO
		echo 17 $LINENO)
		{ echo 18 $LINENO
		}; echo 19 $LINENO
		x=$LINENO; echo 20 $x $((LINENO)) ${LINENO} "$LINENO"
		case $LINENO in 21) echo 21; esac
		while echo 22 $LINENO
		echo 23 $LINENO; false; do :; done
		true &&
		echo 25 $LINENO
		echo | cat |
		cat >/dev/null; echo 27 $LINENO
	END
	prints '1 1' '3 3' '3 3' '6 6' '10 10' '11 11' '14 14' '14 14' '16 16' \
		'17 17' '18 18' '19 19' '20 20 20 20 20' '21' '22 22' '23 23' \
		'25 25' '27 27'
}

@test "LINENO after here-documents and in functions" {
	departs dash '2.5.3'
	departs zsh '2.5.3'
	script <<-'END'
		cat <<A; echo 1 $LINENO
		doc
		A
		echo 4 $LINENO
		f() {
		echo 6 $LINENO

		echo 8 $LINENO; }
		f; echo 9 $LINENO
		f; echo 10 $LINENO
	END
	prints 'doc' '1 1' '4 4' '6 6' '8 8' '9 9' '6 6' '8 8' '10 10'
}

@test "LINENO in a script that is read and in eval, and after them" {
	departs dash '2.5.3'
	script <<-'END'
		printf 'echo dot 1 $LINENO\n\necho dot 3 $LINENO\n' >lib
		. ./lib; echo 2 $LINENO
		. ./lib
		echo 4 $LINENO
		eval 'echo $LINENO
		:' >/dev/null; echo 6 $LINENO
	END
	prints 'dot 1 1' 'dot 3 3' '2 2' 'dot 1 1' 'dot 3 3' '4 4' '6 6'
}

@test "LINENO in -c and from standard input" {
	departs dash '2.5.3'
	departs mksh '2.5.3'
	departs busybox '2.5.3'
	script <<-'END'
		"$JSH" -c 'echo 1 $LINENO
		echo 2 $LINENO'
		printf 'echo 1 $LINENO\n\necho 3 $LINENO\n' | "$JSH"
		printf 'echo 1 $LINENO\n\necho 3 $LINENO\n' | "$JSH" -s
	END
	prints '1 1' '2 2' '1 1' '3 3' '1 1' '3 3'
}

@test "LINENO may be unset" {
	departs zsh '2.5.3'
	script 'unset LINENO; echo "[$LINENO]"; LINENO=x; echo $LINENO'
	prints '[]' 'x'
}

@test "what the environment says of IFS, PPID, LINENO and OPTIND is ignored" {
	departs dash '2.5.3'
	departs bash '2.5.3'
	departs ksh '2.5.3'
	departs mksh '2.5.3'
	departs zsh '2.5.3'
	departs busybox '2.5.3'
	script <<-'END'
		IFS=x PPID=1 LINENO=99 OPTIND=9 "$JSH" -c 'v=axb; echo $v $OPTIND $LINENO; [ $PPID = 1 ] || echo parent; printf %s "$IFS" | od -An -c'
	END
	prints 'axb 1 1' 'parent' '      \t  \n'
}

@test "PWD from the environment is kept only when it is right" {
	departs dash '2.5.3'
	departs bash '2.5.3'
	departs ksh '2.5.3'
	departs mksh '2.5.3'
	departs busybox '2.5.3'
	script <<-'END'
		d=$PWD; ln -s . link
		PWD=/nonexistent "$JSH" -c 'echo "$PWD"' | sed "s|$d|ok|"
		PWD=. "$JSH" -c 'echo "$PWD"' | sed "s|$d|ok|"
		PWD=$d/. "$JSH" -c 'echo "$PWD"' | sed "s|$d\$|ok|"
		PWD=$d/link/.. "$JSH" -c 'echo "$PWD"' | sed "s|$d\$|ok|"
		cd link; PWD=$d/link "$JSH" -c 'echo "$PWD"' | sed "s|$d|link|"
	END
	prints 'ok' 'ok' 'ok' 'ok' 'link/link'
}

@test "PPID and the process number are the same in a subshell" {
	script <<-'END'
		(test $PPID = "$(echo $PPID)") && echo same
		test "$(echo $$)" = $$ && (test "$(echo $$)" = $$) && echo same
		x=$$; { test $x = $$ && echo same; } & wait
	END
	prints 'same' 'same' 'same'
}

@test "assignments before each kind of command" {
	departs yash '2.9.1.2'
	departs ksh '2.9.1.2'
	departs zsh '2.5.3'
	script <<-'END'
		x=0; f() { echo f $x; x=9; }
		x=1 f; echo $x
		x=0; x=2 :; echo $x
		x=3 true; echo $x
		x=4 eval 'echo e $x'; echo $x
		x=5 command eval 'echo c $x'; echo $x
		x=6 sh -c 'echo s $x'; echo $x
		x=7 echo $x
		x=8 $u; echo $x
		x=9 >f; echo $x
	END
	prints 'f 1' '0' '2' '2' 'e 4' '4' 'c 5' '4' 's 6' '4' '4' '8' '9'
}

@test "assignments are made from left to right, and the last wins" {
	departs mksh '2.9.1'
	script <<-'END'
		x=1 y=$x z=$y; echo $x$y$z
		x=2 x=3; echo $x
		a=b$a a=c$a; echo $a
		v=1 w=$v$(echo $v); echo $w
		x=5 y=$x env | grep '^y='
		x=6 x=7 env | grep '^x='
	END
	prints '111' '3' 'cb' '11' 'y=5' 'x=7'
}

@test "what is no name makes no assignment" {
	departs zsh '2.5.3'
	script <<'END'
for c in 1=2 a-b=1 =x 'a b=1' '"x"=1' 'x\=1' '$n=1'; do
	n=x; eval "$c" 2>/dev/null; echo $?
done | sort | uniq -c | sed 's/^ *//'
x= y=; echo "[$x$y]"
x=a=b; echo $x; x==; echo $x; _=1 a1_=2; echo $a1_
e=x=6; $e 2>/dev/null || echo $?
END
	prints '7 127' '[]' 'a=b' '=' '2' '127'
}

@test "names that differ in case or length are others" {
	script 'a=1 A=2 aa=3 a_=4 _a=5 a1=6; echo $a$A$aa$a_$_a$a1'
	prints '123456'
}

@test "a value may hold any byte" {
	departs yash '2.5'
	script <<-'END'
		x=$(printf 'a\001\t\377\200b\n\nc'); printf '%s' "$x" | od -An -tx1; y=$x; [ "$x" = "$y" ] && echo same; export x; sh -c 'printf %s "$x"' | od -An -tx1
	END
	prints ' 61 01 09 ff 80 62 0a 0a 63' 'same' \
		' 61 01 09 ff 80 62 0a 0a 63'
}
