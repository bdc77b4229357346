#!/usr/bin/env bats
#
# compound.bats - if, case, for, while, until, groups, reserved words, break,
# continue
#
# POSIX.1-2024 XCU 2.4, 2.9.4, 2.15.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "if takes the first branch whose condition is true" {
	script <<-'END'
		if true; then echo 1; fi
		if false; then echo bad; else echo 2; fi
		if false; then echo bad; elif true; then echo 3; else echo bad; fi
		if false; then echo bad; elif false; then echo bad; else echo 4; fi
		if false; then echo bad; elif true; then echo 5; elif echo bad; then echo bad; fi
	END
	prints '1' '2' '3' '4' '5'
}

@test "if's status is the branch's, or 0 when there is none" {
	script <<-'END'
		if true; then (exit 3); fi; echo $?
		if false; then :; fi; echo $?
		if false; then :; else (exit 4); fi; echo $?
		if (exit 5); then :; elif (exit 6); then :; fi; echo $?
		if false; then :; else echo $?; fi
	END
	prints '3' '0' '4' '0' '1'
}

@test "if's condition is a list" {
	script <<-'END'
		if false; true; then echo 1; fi
		if
			echo 2
			false
		then echo bad
		else echo 3
		fi
		if ! false && true || false; then echo 4; fi
		if (exit 1) then echo bad; else echo 5; fi
	END
	prints '1' '2' '3' '4' '5'
}

@test "case takes the first pattern that matches" {
	script <<-'END'
		case abc in
		x) echo bad ;;
		a*) echo 1 ;;
		*) echo bad ;;
		esac
		case b in a | b | c) echo 2;; esac
		case b in (a) echo bad;; (b) echo 3;; esac
		case x in
		esac
		echo $?
		case x in y) ;; esac; echo $?
	END
	prints '1' '2' '3' '0' '0'
}

@test "case's last item needs no terminator and an item no commands" {
	script <<-'END'
		case x in x) echo 1; esac
		case x in x) echo 2
		esac
		case x in
			x) ;;
			y) echo bad ;;
		esac
		case x in (x) esac; echo $?
		case x in x)

			echo 3

			;;

		esac
	END
	prints '1' '2' '0' '3'
}

@test "case's status is the last command's" {
	script 'case x in x) (exit 3);; esac; echo $?; (exit 4); case x in x) ;; esac; echo $?; (exit 5); case x in x) echo $?;; esac'
	prints '3' '0' '5'
}

@test "case's word and patterns are expanded, the latter as needed" {
	script <<-'END'
		x='a b'
		case $x in 'a b') echo 1;; esac
		case "$x"c in $x?) echo 2;; esac
		case $(echo x) in `echo x`) echo 3;; esac
		case a in a) echo 4;; $(echo bad >&2)) ;; esac
		case $((1 + 1)) in 2) echo 5;; esac
		case in in in) echo 6;; esac
		case case in (x) echo bad;; (case) echo 7;; esac
		case "" in "") echo 8;; esac
		case $unset in '') echo 9;; esac
	END
	prints '1' '2' '3' '4' '5' '6' '7' '8' '9'
}

@test "a semicolon and an ampersand fall through to the next item" {
	departs dash '2.9.4.3: ;&'
	departs yash '2.9.4.3: ;&'
	departs busybox '2.9.4'
	script <<-'END'
		case a in
		a) echo 1 ;&
		b) echo 2 ;&
		c) echo 3 ;;
		d) echo bad ;;
		esac
		case x in x) echo 4 ;& esac
	END
	prints '1' '2' '3' '4'
}

@test "the status of a case that falls into an empty item is 0" {
	departs dash '2.9.4.3: ;&'
	departs yash '2.9.4.3: ;&'
	departs ksh '2.9.4.3: the last clause decides'
	departs busybox '2.9.4'
	script 'case x in x) false ;& y) ;; z) false ;; esac; echo $?'
	prints 0
}

@test "newlines in a case" {
	script <<-'END'
		case x
		in

		(x | y | z)
			echo 1
			;;
		esac
	END
	prints '1'
}

@test "for goes over its words" {
	script <<-'END'
		for i in 1 2 3; do echo $i; done
		for i in; do echo bad; done
		for i in "a b" 'c'; do echo "[$i]"; done
		for i
		in x y
		do
			echo $i
		done
		for in in in; do echo $in; done
		echo $i
	END
	prints '1' '2' '3' '[a b]' '[c]' 'x' 'y' 'in' 'y'
}

@test "for's status" {
	script <<-'END'
		for i in 1 2; do (exit $i); done; echo $?
		(exit 5); for i in; do :; done; echo $?
	END
	prints '2' '0'
}

@test "for's words are expanded once, before" {
	script 'x="1 2"; for i in $x; do x="$x 3"; echo $i; done; echo $x; set -- a b; for i do set --; echo $i; done'
	prints '1' '2' '1 2 3 3' 'a' 'b'
}

@test "while goes on as long as its condition is true" {
	script <<-'END'
		i=0
		while [ $i -lt 3 ]; do i=$((i + 1)); echo $i; done
		while false; do echo bad; done; echo $?
		while read line
		do echo "[$line]"
		done <<E
		a
		b
		E
		i=0
		while i=$((i + 1)); [ $i -lt 3 ]; do (exit 7); done; echo $? $i
	END
	prints '1' '2' '3' '0' '[a]' '[b]' '7 3'
}

@test "until goes on as long as its condition is false" {
	script <<-'END'
		i=0
		until [ $i -ge 3 ]; do i=$((i + 1)); echo $i; done
		until true; do echo bad; done; echo $?
		until (exit $i) do i=$((i - 1)); echo $?; done
	END
	prints '1' '2' '3' '0' '0' '0' '0'
}

@test "break leaves a loop" {
	unlike mksh 'says that there are fewer loops'
	script <<-'END'
		for i in 1 2 3; do echo $i; break; echo bad; done; echo $?
		while :; do echo 4; break; done
		until false; do echo 5; if :; then break; fi; done
		while break; do echo bad; done; echo 6
		for i in a b; do for j in c d; do echo $i$j; break 2; done; echo bad; done
		for i in a b; do for j in c d; do echo $i$j; break; done; done
		for i in 1; do break 99; echo bad; done; echo 7
	END
	prints '1' '0' '4' '5' '6' 'ac' 'ac' 'bc' '7'
}

@test "continue goes to the next turn" {
	script <<-'END'
		for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done
		i=0
		while [ $i -lt 3 ]; do i=$((i + 1)); case $i in 2) continue;; esac; echo $i; done
		for i in a b; do for j in c d; do echo $i$j; continue 2; done; echo bad; done
		for i in 1 2; do { continue; }; echo bad; done; echo $?
		i=3; until [ $((i -= 1)) -eq 0 ]; do continue; echo bad; done; echo $i
	END
	prints '1' '3' '1' '3' 'ac' 'bc' '0' '0'
}

@test "break and continue within other constructs of the loop" {
	script <<-'END'
		for i in 1 2; do true && break; echo bad; done
		for i in 1 2; do false || continue; echo bad; done
		for i in 1 2; do case x in x) break;; esac; echo bad; done
		for i in 1 2; do { if true; then break; fi; }; echo bad; done
		for i in 1 2; do eval break; echo bad; done
		for i in 1 2; do break >/dev/null; echo bad; done
		while true; do while true; do while true; do break 3; done; done; done
		echo $i
	END
	prints '1'
}

@test "braces group without a subshell" {
	script <<-'END'
		x=1
		{ x=2; echo 1; }
		echo $x
		{ echo 2; echo 3; } >out; cat out
		{ (exit 3); }; echo $?
		{ { echo 4; }; }
		{
			echo 5
		}
		{ echo }; }
		{ echo {; }
	END
	prints '1' '2' '2' '3' '3' '4' '5' '}' '{'
}

@test "reserved words are ordinary where no command begins" {
	script 'echo { } {a} a{b}c ! if then else elif fi for in do done case esac while until'
	prints '{ } {a} a{b}c ! if then else elif fi for in do done case esac while until'
}

@test "redirections of compound commands" {
	script <<-'END'
		if true; then echo 1; fi >out; cat out
		case x in x) echo 2;; esac >>out; cat out
		for i in 3 4; do echo $i; done | cat
		while read x; do echo $x; done <out
		{ echo err >&2; } 2>&1
		(echo 5) >out; cat <out
		until :; do :; done </dev/null >out
		for i in 6; do cat; done <<E
		here
		E
	END
	prints '1' '1' '2' '3' '4' '1' '2' 'err' '5' 'here'
}

@test "compound commands in the background and in pipelines" {
	script <<-'END'
		if true; then echo 1; fi & wait
		for i in 2 3; do echo $i; done | while read x; do echo [$x]; done
		{ echo 4; } & wait
		case x in x) echo 5;; esac | cat
	END
	prints '1' '[2]' '[3]' '4' '5'
}

@test "compound commands nest" {
	script <<-'END'
		for i in 1 2; do
			if [ $i = 1 ]; then
				case $i in
				1) while :; do
					until false; do
						{ (echo deep $i); }
						break 2
					done
				done ;;
				esac
			else
				echo else $i
			fi
		done
	END
	prints 'deep 1' 'else 2'
}

@test "a reserved word is known after another and after an operator" {
	departs zsh '2.9.4'
	script <<-'END'
		if if true; then true; fi then if true; then echo 1; fi fi
		while while false; do :; done; false; do :; done; echo 2
		true && if true; then echo 3; fi || { echo bad; }
		true | if true; then echo 4; fi
		! if false; then :; fi; echo $?
		{ { { echo 5; } } }
		for i in 1; do { echo 6; } done
		( { echo 7; } )
	END
	prints '1' '2' '3' '4' '1' '5' '6' '7'
}

@test "lists within end with newlines, semicolons or ampersands" {
	script <<-'END'
		if true &
		then echo 1; fi
		for i in 1; do echo 2 & wait
		done
		while false & false; do :; done
		{ echo 3 & wait; }
		{ true & }; wait
		if :; then :; fi; echo 4
	END
	prints '1' '2' '3' '4'
}

@test "a body that is missing is a syntax error" {
	departs ksh '2.10.2'
	departs zsh '2.10.2'
	departs mksh '2.10.2'
	for text in 'if; then :; fi' 'if true; then fi' 'while true; do done' \
		'for i in 1; do done' '{ }' '( )' 'for 1a in x; do :; done' 'case in' \
		'if true; then :' 'while :; do :' 'fi' 'done' 'then' 'esac' '}' ')' \
		'for i in 1; echo; done' 'case x in x) echo' ';; ' '| true' '&& true' \
		'true |' 'true &&' ';' '& true' 'if true; else :; fi'; do
		script "$text"
		((status > 0)) || fail "no error: $text"
		[[ -n $stderr ]] || fail "no message: $text"
	done
}

@test "a syntax error ends the shell" {
	script 'echo one
if true; then )
echo not reached'
	assert_failure
	refute_output --partial 'not reached'
}

@test "nothing at all is a program" {
	script ''
	prints
	script $'\n\n # only a comment\n\n'
	prints
}

@test "the status of each compound command" {
	script <<-'END'
		(exit 3); if false; then :; fi; echo $?
		(exit 3); if true; then :; fi; echo $?
		if true; then (exit 4); fi; echo $?
		if false; then :; elif (exit 5); then :; fi; echo $?
		if false; then :; else (exit 6); fi; echo $?
		(exit 3); while false; do :; done; echo $?
		i=0; while [ $i -lt 3 ]; do i=$((i + 1)); (exit $i); done; echo $?
		i=0; until [ $i -ge 2 ]; do i=$((i + 1)); (exit 4); done; echo $?
		(exit 3); for i in; do :; done; echo $?
		for i in 1 2; do (exit $i); done; echo $?
		(exit 3); case x in y) ;; esac; echo $?
		(exit 3); case x in x) ;; esac; echo $?
		case x in x) (exit 7); esac; echo $?
		while true; do (exit 8); break; done; echo $?
		{ (exit 9); }; echo $?
		( (exit 10)); echo $?
		(exit 3); f() { :; }; echo $?
	END
	prints '0' '0' '4' '0' '6' '0' '3' '4' '0' '2' '0' '0' '7' '0' '9' \
		'10' '0'
}

@test "the status before is seen in each" {
	script <<-'END'
		(exit 3); if echo $?; then (exit 4); fi; echo $?
		(exit 3); { echo $?; }; (exit 3); (echo $?)
		(exit 3); case x in x) echo $?; esac
		(exit 3); for i in 1; do echo $?; done
		f() { echo $?; }; (exit 3); f
		(exit 3) || echo $?; (exit 4) && : || echo $?
		if (exit 5); then :; else echo $?; fi; if (exit 6); then :; elif echo $?; then :; fi
		while (exit 7); do :; done; echo $?
		(exit 8); x=$?; echo $x $?
		(exit 9); eval 'echo $?'; (exit 9); . /dev/null; echo $?; (exit 9); eval ''; echo $?
	END
	prints '3' '4' '3' '3' '3' '3' '3' '3' '4' '5' '6' '0' '8 0' '9' '0' \
		'0'
}

@test "case: words, patterns and where they may stand" {
	script <<-'END'
		case in in in) echo in; esac
		case a in (a|b) echo paren;; esac
		case b in a | b ) echo blanks; esac
		case a in a) ;; esac; echo $?
		case x in esac; echo $?
		case a in a) echo first;; a) echo second;; esac
		case a
		in

		# comment
		a) # comment
		echo lines # comment
		;; # comment
		esac
		case x$(echo y)"$u"z in xyz) echo expanded; esac
		case ~ in "$HOME") echo tilde; esac
		case a in ~) echo no;; $(echo a)) echo substitution; esac
		i=0; case b in $((i = 1))) ;; b) echo $i;; $((i = 2))) ;; esac; echo $i
	END
	prints 'in' 'paren' 'blanks' '0' '0' 'first' 'lines' 'expanded' \
		'tilde' 'substitution' '1' '1'
}

@test "case falls through" {
	departs dash '2.9.4.3'
	departs yash '2.9.4.3'
	departs busybox '2.9.4'
	script <<-'END'
		case a in a) echo 1;& b) echo 2;; c) echo 3;; esac
		case a in a) echo 4;& esac
		case x in x) ;& y) echo 5;& z) echo 6; esac
		case x in x) (exit 7);& y) echo $?;; esac
		for i in 1; do case $i in 1) break;& 2) echo no;; esac; done
	END
	prints '1' '2' '4' '5' '6' '7'
}

@test "for: its words and its name" {
	script <<-'END'
		for i in 1 2; do echo $i; i=z; done; echo $i
		for i in; do echo no; done; echo $i
		set -- a b; for i; do shift; echo $i $#; done
		set -- a 'b c'; for i
		do echo "$i"; done; for i do echo "$i"; done; for i in "$@" end; do echo "$i"; done
		for i in $(echo 1 2) 'a b' $u "$u" x*y; do echo "<$i>"; done
		for _ in a; do echo $_ >/dev/null; done; for a1 in b; do echo $a1; done
	END
	prints '1' '2' 'z' 'z' 'a 1' 'b 0' 'a' 'b c' 'a' 'b c' 'a' 'b c' 'end' \
		'<1>' '<2>' '<a b>' '<>' '<x*y>' 'b'
}

@test "loops within loops, break and continue with numbers" {
	unlike mksh 'warns of too many'
	script <<-'END'
		for i in 1 2; do for j in 1 2; do for k in 1 2; do continue 2; done; echo no; done; echo $i$j$k; done
		for i in 1 2; do while :; do until false; do break 3; done; echo no; done; echo no; done; echo $i
		for i in 1 2; do for j in 1 2; do continue 9; done; echo no; done; echo $i $j
		for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done
		while :; do break; echo no; done; echo $?
		i=0; while i=$((i + 1)); [ $i -lt 5 ]; do [ $i -eq 2 ] && continue; printf $i; done; echo
		i=0; until [ $i -ge 3 ]; do i=$((i + 1)); case $i in 2) continue;; esac; printf $i; done; echo
		for i in 1 2; do { (exit $i); break; } done; echo $i $?
		for i in 1 2; do if :; then eval break; fi; done; echo $i
	END
	prints '121' '221' '1' '2 1' '1' '3' '0' '134' '13' '1 0' '1'
}

@test "redirections and lists in and after compound commands" {
	script <<-'END'
		for i in 1 2; do echo $i; done | while read x; do echo "<$x>"; done
		if :; then echo a; fi >f && cat f; { echo b; } 2>&1 | cat; (echo c) & wait; while :; do echo d; break; done >f; cat f
		{ echo e; } && { echo g; } || { echo no; }; ! { false; } && echo h; case x in x) echo i;; esac | cat
		(cd /; pwd); { cd /; }; pwd; x=1; (x=2; (x=3; echo $x); echo $x); echo $x
	END
	prints '<1>' '<2>' 'a' 'b' 'c' 'd' 'e' 'g' 'h' 'i' '/' '/' '3' '2' '1'
}
