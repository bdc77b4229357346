#!/usr/bin/env bats
#
# globbing.bats - patterns that name files
#
# POSIX.1-2024 XCU 2.6.6, 2.14.3.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

setup() {
	posix_setup
	mkdir -p dir/sub .hid other
	touch a ab abc b B1 c.c d.c .dot .d2 '*' 'x y' dir/f1 dir/f2 dir/.h \
		dir/sub/g other/f1 '[z]' 'back\slash'
	touch -- -n
}

@test "a star is any name, in the locale's order" {
	LC_ALL=C script 'printf "%s\n" a* [ab]* *.c'
	prints 'a' 'ab' 'abc' 'a' 'ab' 'abc' 'b' 'back\slash' 'c.c' 'd.c'
}

@test "a question mark is any one character" {
	LC_ALL=C script 'echo a? ?b ?.c a?? ???????'
	prints 'ab ab c.c d.c abc ???????'
}

@test "a bracket expression is one of its characters" {
	LC_ALL=C script 'echo [ab] [a-c]b [!a-z]1 [[:alpha:]] [c-d].[c] [xyz]'
	prints 'a b ab B1 a b c.c d.c [xyz]'
}

@test "a pattern that matches nothing stands for itself" {
	script 'echo nosuch* [q] ?????????q dir/n* nosuch/*'
	prints 'nosuch* [q] ?????????q dir/n* nosuch/*'
}

@test "a leading dot must be matched by a dot" {
	LC_ALL=C script 'echo .d* ?dot [.]dot [!a]dot *dot dir/.* dir/*h'
	assert_success
	assert_output --regexp '^\.d2 \.dot \?dot \[\.]dot \[!a]dot \*dot (dir/\. dir/\.\. )?dir/\.h dir/\*h$'
}

@test "a slash must be matched by a slash" {
	LC_ALL=C script 'echo dir* dir?f1 dir[/]f1 dir/* */f1 */*/g'
	prints 'dir dir?f1 dir[/]f1 dir/f1 dir/f2 dir/sub dir/f1 other/f1 dir/sub/g'
}

@test "a slash at the end wants a directory" {
	LC_ALL=C script 'echo */ dir/*/ a*/ */sub/'
	prints 'dir/ other/ dir/sub/ a*/ dir/sub/'
}

@test "patterns in several components" {
	LC_ALL=C script 'echo d*/f? [do]*/f1 */s*/* ./a ./a* dir/../a?'
	prints 'dir/f1 dir/f2 dir/f1 other/f1 dir/sub/g ./a ./a ./ab ./abc dir/../ab'
}

@test "absolute patterns" {
	script 'for f in "$PWD"/d*/f?; do echo "${f#"$PWD"}"; done; echo /de[v] /etc/pass?d'
	prints '/dir/f1' '/dir/f2' '/dev /etc/passwd'
}

@test "quoted pattern characters stand for themselves" {
	LC_ALL=C script <<-'END'
		echo '*' "*" \* "a*" a\* 'a'* "a"* "["z] [z"]"
		echo "[a]"* \[a] [\a]b ['a']b ["a-c"] [a\-c]b
	END
	prints '* * * a* a* a ab abc a ab abc [z] [z]' '[a]* [a] ab ab ["a-c"] ab' ||
		true
	assert_line --index 0 '* * * a* a* a ab abc a ab abc [z] [z]'
	assert_line --index 1 --regexp '^\[a]\* \[a] ab ab '
}

@test "a quoted hyphen in a bracket expression makes no range" {
	touch -- m-
	LC_ALL=C script 'echo [a"-"c] m[a"-"z] [a\-c]bc'
	departs dash '2.14.1: quoted, so an ordinary character'
	prints 'a m- abc'
}

@test "results are not split or expanded again" {
	touch '$x'
	LC_ALL=C script 'printf "[%s]" x* \$*; echo; for f in \**; do printf "[%s]" "$f"; done; echo'
	prints '[x y][$x]' '[*]'
}

@test "patterns come from expansions too" {
	LC_ALL=C script <<-'END'
		p='a*'
		echo $p "$p" '$p' ${u-a*} "${u-a*}" $(echo 'a?') "$(echo 'a?')"
		q='*' d=dir
		echo $d/$q "$d"/f$q $d"/$q"
	END
	prints 'a ab abc a* $p a ab abc a* ab a?' 'dir/f1 dir/f2 dir/sub dir/f1 dir/f2 dir/*'
}

@test "a backslash from an expansion escapes a pattern character" {
	departs ksh '2.14.1'
	departs mksh '2.14.1'
	LC_ALL=C script <<-'END'
		p='\**'
		printf '[%s]' $p; echo
		q='a\b'
		printf '[%s]' $q; echo
	END
	prints '[*]' '[a\b]'
}

@test "an assignment, a redirection's name and case's word are not globbed" {
	script <<-'END'
		x=a*; echo "$x"
		case a* in 'a*') echo case;; esac
		echo text >q*
		cat 'q*'
	END
	prints 'a*' 'case' 'text'
}

@test "for's words are globbed" {
	LC_ALL=C script 'for f in a* nosuch*; do echo "$f"; done'
	prints 'a' 'ab' 'abc' 'nosuch*'
}

@test "set -f turns it off and set +f on" {
	LC_ALL=C script 'set -f; echo a* [a]; set +f; echo a* [a]'
	prints 'a* [a]' 'a ab abc a'
}

@test "a bracket without its end is ordinary" {
	departs zsh '2.14.1'
	touch '[q' 'a]'
	LC_ALL=C script 'echo [q a] [ ] [] [!] [a'
	prints '[q a] [ ] [] [!] [a'
}

@test "a closing bracket or an exclamation mark may be in the expression" {
	touch 'e]' 'e!' 'e-'
	LC_ALL=C script 'echo e[]] e[!]!] e[a!] e[-a] e[a-] e[!!-]'
	prints 'e] e- e! e- e- e]'
}

@test "character classes" {
	touch E1 'e_' 'e 1'
	LC_ALL=C script 'echo [[:upper:]]1 e[[:punct:]] e[[:space:]]1 [[:lower:]_]_ [[:digit:][:upper:]]1'
	prints 'B1 E1 e_ e 1 e_ B1 E1'
}

@test "names that begin with a hyphen or hold odd characters come as they are" {
	touch $'new\nline'
	LC_ALL=C script 'for f in -* new* back*; do printf "[%s]\n" "$f"; done'
	prints '[-n]' '[new' 'line]' '[back\slash]'
}

@test "a directory that cannot be searched matches nothing" {
	((EUID != 0)) || skip 'root may search everything'
	mkdir closed
	touch closed/f
	chmod 000 closed
	script 'echo closed/*'
	chmod 700 closed
	prints 'closed/*'
}

@test "a dangling link matches" {
	ln -s nowhere link
	LC_ALL=C script 'echo lin* l[i]nk'
	prints 'link link'
}

@test "many names" {
	mkdir many
	(cd many && seq 1000 | xargs touch)
	script 'cd many; set -- *; echo $#; set -- *5; echo $#; set -- ?; echo $#'
	prints '1000' '100' '9'
}

@test "characters of more than one byte" {
	departs mksh '2.14.1'
	departs busybox '2.14.1'
	mkdir utf
	touch utf/ä utf/ö utf/aä
	departs dash '2.14.1: characters, not bytes'
	LC_ALL=C.UTF-8 script 'cd utf; echo ? [äx] a? [!a]'
	prints 'ä ö ä aä ä ö'
}

@test "a long component or a long pattern does no harm" {
	script <<-'END'
		x=$(printf '%0300d' 0)
		echo $x* | wc -c
		p=$(printf '*%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20)
		echo ${p}q
	END
	prints '302' '********************q'
}
