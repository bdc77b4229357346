#!/usr/bin/env bats
#
# pathname-expansion.bats - patterns that files match, to the letter
#
# POSIX.1-2024 XCU 2.6.6, 2.14.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "a bracket expression that is none, and its odd members" {
	departs ksh '2.14.1'
	departs zsh '2.14.3'
	script <<-'END'
		touch a b c ab '[' ']' 'a]' -- - '!' '\' '[a'
		echo [a]; echo [!a]; echo [a-c]; echo [[]; echo []]; echo [!]]; echo [a; echo [-a]; echo [a-]; echo [\!a]; echo ["!"a]; echo ['-']; echo [\\]; echo [\]a]; echo [a\-c]; echo [[a]; echo []; echo [!]
	END
	prints 'a' '! [ \ ] b c' 'a b c' '[' ']' '! [ \ a b c' '[a' 'a' 'a' \
		'! a' '! a' '[-]' '\' '] a' 'a c' '[ a' '[]' '[!]'
}

@test "a dot at the start is matched by a dot only" {
	script <<-'END'
		touch .a .ab b. a.b .d; mkdir .e; touch .e/x e; mkdir e2; touch e2/.y e2/z
		echo *; echo ?a; echo [.]a; echo [!b]a; echo [.a]ab; echo *a; echo .a*; echo .[a-d]; echo */*; echo */.y; echo .e/*; echo ?.; echo *.b; echo .?b; echo [[:punct:]]a
	END
	prints 'a.b b. e e2' '?a' '[.]a' '[!b]a' '[.a]ab' '*a' '.a .ab' \
		'.a .d' 'e2/z' 'e2/.y' '.e/x' 'b.' 'a.b' '.ab' '[[:punct:]]a'
}

@test "a slash is matched by a slash only, in the pattern itself" {
	script <<-'END'
		mkdir -p d/e; touch d/x d/e/z 'd/[a'
		echo d/*; echo */; echo */*; echo d[/]x; echo d?x; echo [d/]x; echo d/[[]a; echo */e/*; echo d//*; echo ./d/x*; echo d/e/../x*; echo nosuch/*; echo d/x/*; echo d/*/; echo /d*v/nul[l]; echo //de[v]
	END
	prints 'd/[a d/e d/x' 'd/' 'd/[a d/e d/x' 'd[/]x' 'd?x' '[d/]x' 'd/[a' \
		'd/e/z' 'd//[a d//e d//x' './d/x' 'd/e/../x' 'nosuch/*' \
		'd/x/*' 'd/e/' '/dev/null' '//dev'
}

@test "what is quoted is no pattern, with an unquoted pattern elsewhere in the word" {
	script <<-'END'
		mkdir 'd*'; touch 'a*b' axb 'a?b' 'd*/f' 'a[b]'
		echo a\*b a"*"b a'*'b a[*]b a\?b "a"* a"*"* 'a?'*; echo d\*/* "d*"/[f]; echo a\[*; echo "a["*; x='a*'; echo "$x" "$x"b $x"b"; y='*'; echo a"$y"b a$y"b"
	END
	prints 'a*b a*b a*b a*b a?b a*b a?b a[b] axb a*b a?b' 'd*/f d*/f' \
		'a[b]' 'a[b]' 'a* a*b a*b a?b axb' 'a*b a*b a?b axb'
}

@test "a backslash in an expansion escapes in a pattern, and stays when nothing matches" {
	unlike ksh 'takes a value without another pattern character as none'
	unlike mksh 'keeps such backslashes'
	departs zsh '2.14.3'
	script <<-'END'
		touch 'a*b' axb
		x='a\*b'; printf '%s\n' "$x" $x; x='a\*?'; printf '%s\n' $x; x='q\*'; printf '%s\n' $x; x='a[\*]b'; echo $x; x='a\xb'; printf '%s\n' $x; x='\a*b'; echo $x
	END
	prints 'a\*b' 'a\*b' 'a*b' 'q\*' 'a*b' 'a\xb' 'a*b axb'
}

@test "links: dangling, to a folder, to itself" {
	script <<-'END'
		ln -s nowhere dang; mkdir q; touch q/r; ln -s q lq; ln -s loop loop
		echo d*; echo dang/*; echo l*/; echo l*/r; echo lo*; echo lo*/; echo loop/*; echo */r
	END
	prints 'dang' 'dang/*' 'lq/' 'lq/r' 'loop' 'lo*/' 'loop/*' 'lq/r q/r'
}

@test "the result is sorted, patterns are replaced where they stand" {
	script <<-'END'
		touch b a C 10 9 _ aB ab
		echo *; echo z* a* 9* "a*" b; set -- * ; echo $# "$1" "$8"; for i in [ab] [ab]*; do printf '%s ' $i; done; echo
	END
	prints '10 9 C _ a aB ab b' 'z* a aB ab 9 a* b' '8 10 b' \
		'a b a aB ab b '
}

@test "classes, ranges, equivalence classes and collating symbols" {
	departs dash '2.14.1'
	departs mksh '2.14.1'
	unlike ksh 'matches more with a class that does not exist'
	departs zsh '2.14.3'
	departs busybox '2.14.3'
	script <<-'END'
		touch a B 1 _ ./- é
		echo [[:alpha:]]; echo [[:upper:]]; echo [[:digit:]]; echo [![:alnum:]]; echo [[:lower:][:digit:]]; echo [[:punct:]]; echo [[=a=]]; echo [[.-.]]; echo [[.a.]-b]; echo [a-b1]; echo [b-a]; echo [[:nosuch:]]; echo [[:alpha:]; echo [:alpha:]
	END
	prints 'B a é' 'B' '1' '- _' '1 a é' '- _' 'a' '-' 'a' '1 a' '[b-a]' \
		'[[:nosuch:]]' '[[:alpha:]' 'a'
}

@test "a bracket and a question mark stand for characters of more than one byte" {
	departs dash '2.14.1'
	departs mksh '2.14.1'
	unlike yash 'has another order of ranges'
	departs busybox '2.14.3'
	script <<-'END'
		touch é à ab €
		echo ?; echo ??; echo [é€]; echo [!a]; echo *[à]; echo é*; echo [à-é]
	END
	prints 'à é €' 'ab' 'é €' 'à é €' 'à' 'é' 'à é'
}

@test "bytes that are no characters" {
	departs yash '2.14.1'
	script <<-'END'
		touch "$(printf 'a\377b')" "$(printf '\377')"
		echo a* | od -An -tx1; echo ? | od -An -tx1; echo a?b | od -An -tx1; echo *b | od -An -tx1; x=$(printf '\377'); echo $x* | od -An -tx1; echo "$x"[!a]* | od -An -tx1
	END
	prints ' 61 ff 62 0a' ' ff 0a' ' 61 ff 62 0a' ' 61 ff 62 0a' ' ff 0a' \
		' ff 5b 21 61 5d 2a 0a'
}

@test "no matching where it has no place" {
	script <<-'END'
		touch a1
		x=a*; printf '%s\n' "$x"; case a* in 'a*') echo case; esac; cat <<A
		a*
		A
		echo r >a*; cat a\*; y=$(echo 'a*'); echo "$y"; export z=a*; printf '%s\n' "$z"; ls | wc -l | tr -d ' '
	END
	prints 'a*' 'case' 'a*' 'r' 'a*' 'a*' '2'
}

@test "names with white space and special characters come whole" {
	script <<-'END'
		touch 'a b' 'c
		d' '$x' '*' -- -n
		for i in *; do printf '<%s>' "$i"; done; echo; set -- *; echo $#; printf '[%s]' ?' '?; echo; printf '[%s]' \$*; echo; printf '[%s]' -*; echo
	END
	prints '<$x><*><-n><a b><c' 'd>' '5' '[a b]' '[$x]' '[-n]'
}

@test "a folder that may not be read or searched" {
	script <<-'END'
		mkdir -p d/e; touch d/f; [ "$(id -u)" = 0 ] || chmod 0 d
		echo nosuch*/x [d]/nosuch* e/*; chmod 755 d; echo d/*
	END
	prints 'nosuch*/x [d]/nosuch* e/*' 'd/e d/f'
}
