#!/usr/bin/env bats
#
# patterns.bats - pattern matching, shown by case
#
# POSIX.1-2024 XCU 2.14.1, 2.14.2, 2.9.4.3.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

# Whether STRING matches PATTERN, which is script text.
matches() { # PATTERN STRING
	script "case \$1 in $1) echo yes;; *) echo no;; esac" "$2"
	if [[ $output != yes ]]; then
		echo "$1 does not match $2: $output $stderr"
		return 1
	fi
}

differs() { # PATTERN STRING
	script "case \$1 in $1) echo yes;; *) echo no;; esac" "$2"
	if [[ $output != no ]]; then
		echo "$1 matches $2: $output $stderr"
		return 1
	fi
}

@test "ordinary characters match themselves" {
	matches abc abc
	differs abc abd
	differs abc abcd
	differs abc ''
	matches "''" ''
	differs "''" a
}

@test "a question mark matches one character" {
	matches '?' a
	matches 'a?c' abc
	matches '?' '.'
	matches '?' '/'
	differs '?' ''
	differs '?' ab
	matches '???' abc
}

@test "a star matches any string" {
	matches '*' ''
	matches '*' abc
	matches '*' .a/b
	matches 'a*' a
	matches 'a*c' abbbc
	matches '*b*' abc
	matches '*a*b*' xxayybzz
	differs '*a*b*' xxbyyazz
	matches '**' a
	matches 'a**b' ab
	matches '*?' a
	differs '*?' ''
	matches '*.*.gz' a.b.c.gz
}

@test "a bracket expression matches one of its characters" {
	matches '[abc]' b
	differs '[abc]' d
	differs '[abc]' ab
	matches 'x[abc]y' xcy
	matches '[a-c]' b
	differs '[a-c]' d
	matches '[a-cx-z0-9]' 5
	matches '[.*?]' '*'
	differs '[.*?]' a
}

@test "an exclamation mark first means any other character" {
	matches '[!abc]' d
	differs '[!abc]' a
	matches '[!a-c]' d
	differs '[!a-c]' ''
	matches '[a!]' '!'
	matches '[!!]' a
	differs '[!!]' '!'
}

@test "a closing bracket first and a hyphen at an end are ordinary" {
	matches '[]]' ']'
	matches '[]a]' a
	matches '[!]]' a
	differs '[!]]' ']'
	matches '[a-]' -
	matches '[-a]' -
	matches '[!-]' a
	differs '[!-]' -
	matches '[a-c-]' -
}

@test "a bracket without its end is ordinary" {
	departs zsh '2.14.1'
	matches '[' '['
	matches '[a' '[a'
	matches 'a[' 'a['
	matches '[]' '[]'
	matches 'a]' 'a]'
}

@test "character classes" {
	matches '[[:digit:]]' 5
	differs '[[:digit:]]' a
	matches '[[:alpha:]][[:alnum:]_]' a_
	matches '[[:upper:]]' A
	differs '[[:upper:]]' a
	matches '[[:lower:]]' a
	matches '[[:space:]]' ' '
	matches '[[:blank:]]' $'\t'
	matches '[[:punct:]]' '!'
	matches '[[:xdigit:]]' f
	differs '[[:xdigit:]]' g
	matches '[[:cntrl:]]' $'\001'
	matches '[[:print:]]' ' '
	differs '[[:graph:]]' ' '
	matches '[![:digit:]]' a
	differs '[![:digit:]]' 1
	matches '[x[:digit:]y]' y
	matches '[[:digit:][:upper:]]' Q
}

@test "equivalence classes and collating symbols" {
	departs dash '2.14.1: XBD 9.3.5'
	departs zsh '2.14.1'
	matches '[[=a=]]' a
	differs '[[=a=]]' b
	matches '[[.a.]]' a
	matches '[[.-.]]' -
	matches '[[.a.]-c]' b
}

@test "quoted characters are ordinary" {
	matches "'*'" '*'
	differs "'*'" a
	matches '\*' '*'
	differs '\*' a
	matches '"?"' '?'
	differs '"?"' a
	matches '\[a]' '[a]'
	differs '\[a]' a
	matches '"[a]"' '[a]'
	matches "a'*'*" 'a*b'
	differs "a'*'*" 'ab'
	matches '\\' '\'
	matches '\a' a
}

@test "quoted characters in a bracket expression" {
	matches '["a-c"]' -
	differs '["a-c"]' b
	matches "[a'-'c]" -
	differs "[a'-'c]" b
	matches '[\]]' ']'
	matches '["]"x]' x
	matches "['!'a]" '!'
	matches '[\!a]' a
	differs '[\!a]' b
}

@test "an unquoted expansion is a pattern, a quoted one a string" {
	departs mksh '2.14.1'
	script <<-'END'
		p='a*' q='[0-9]' b='\*'
		case abc in $p) echo 1;; esac
		case abc in "$p") echo bad;; *) echo 2;; esac
		case 'a*' in "$p") echo 3;; esac
		case 5 in $q) echo 4;; esac
		case 'x5' in x$q) echo 5;; esac
		case 'a*c' in "$p"c) echo 6;; esac
		case abc in $(echo 'a?c')) echo 7;; esac
		case '*' in $b) echo 8;; esac
		case 'a' in $b) echo bad;; *) echo 9;; esac
	END
	prints '1' '2' '3' '4' '5' '6' '7' '8' '9'
}

@test "a pattern is not split, nor a tilde in it forgotten" {
	script <<-'END'
		p='a b' HOME=/h
		case 'a b' in $p) echo 1;; esac
		case /h/x in ~/x) echo 2;; esac
		case ~ in /h) echo 3;; esac
	END
	prints '1' '2' '3'
}

@test "slashes, dots and newlines are like other characters" {
	matches 'a*b' a/x/b
	matches '?b' .b
	matches '[/]' /
	matches 'a*b' $'a\n\nb'
	matches 'a?b' $'a\nb'
	matches '*.' .
}

@test "a pattern of many stars is quick" {
	unlike dash 'tries every way to match'
	unlike ksh 'tries every way to match'
	unlike zsh 'tries every way to match'
	unlike mksh 'tries every way to match'
	matches '*a*a*a*a*a*a*a*a*a*a*b' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab
	differs '*a*a*a*a*a*a*a*a*a*a*b' aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac
}

@test "characters of more than one byte are characters" {
	departs dash '2.14.1'
	departs mksh '2.14.1'
	departs busybox '2.14.1'
	matches '?' 'ä'
	differs '?' 'äö'
	matches '[äö]' 'ö'
	differs '[äö]' 'ü'
	matches '[!a]' 'ß'
	matches '[[:alpha:]]' 'é'
	matches 'x*z' 'xäöz'
}

@test "bytes that are no character match themselves" {
	unlike yash 'reads characters only'
	matches $'\xff' $'\xff'
	matches '*' $'\xff\xfe'
	matches $'a*\xff' $'axx\xff'
}

@test "patterns in a prefix and a suffix" {
	script <<-'END'
		v=aXbXc
		echo ${v#*X} ${v##*X} ${v%X*} ${v%%X*} ${v#[!a]} ${v#[a-z]} ${v%[[:lower:]]} ${v#?X} ${v##*[!X]} ${v#X}
		w=ääb
		echo ${w#ä} ${w##*ä}
	END
	prints 'bXc c aXb a aXbXc XbXc aXbX bXc aXbXc' 'äb b'
}

@test "bracket expressions in a case" {
	departs ksh '2.14.1'
	departs mksh '2.14.1'
	departs dash '2.14.1'
	departs yash '2.14.1'
	departs zsh '2.14.1'
	script <<'END'
m() { case $2 in $1) echo "$1 $2";; esac; }
for c in ']' a '^' - '!' '\' '[' b d .; do
	for p in '[]]' '[!]]' '[]-a]' '[a-]' '[-a]' '[a-c-e]' '[!a-c]' '[\]]' '[\\]' '[a\-c]' '[!\!]' '["a"]' '[[]' '[--/]' '[!-a]'; do
		m "$p" "$c"
	done
done
END
	prints '[]] ]' '[]-a] ]' '[!a-c] ]' '[\]] ]' '[!\!] ]' '[!-a] ]' \
		'[!]] a' '[]-a] a' '[a-] a' '[-a] a' '[a-c-e] a' '[a\-c] a' \
		'[!\!] a' '["a"] a' '[!]] ^' '[]-a] ^' '[!a-c] ^' '[!\!] ^' \
		'[!-a] ^' '[!]] -' '[a-] -' '[-a] -' '[a-c-e] -' '[!a-c] -' \
		'[a\-c] -' '[!\!] -' '[--/] -' '[!]] !' '[!a-c] !' '[!-a] !' \
		'[!]] \' '[!a-c] \' '[\\] \' '[!\!] \' '[!-a] \' '[!]] [' \
		'[!a-c] [' '[!\!] [' '[[] [' '[!-a] [' '[!]] b' '[a-c-e] b' \
		'[!\!] b' '[!-a] b' '[!]] d' '[!a-c] d' '[!\!] d' '[!-a] d' \
		'[!]] .' '[!a-c] .' '[!\!] .' '[--/] .' '[!-a] .'
}

@test "classes in a case" {
	script <<'END'
m() { case $2 in $1) echo "$1";; esac; }
for p in alnum alpha blank cntrl digit graph lower print punct space upper xdigit; do
	for c in a G 5 _ ' ' '	'; do
		case $c in [[:$p:]]) printf '%s<%s> ' $p "$c"; esac
	done
done; echo
END
	prints \
		$'alnum<a> alnum<G> alnum<5> alpha<a> alpha<G> blank< > blank<\t> cntrl<\t> digit<5> graph<a> graph<G> graph<5> graph<_> lower<a> print<a> print<G> print<5> print<_> print< > punct<_> space< > space<\t> upper<G> xdigit<a> xdigit<5> '
}

@test "a pattern without its end is text" {
	departs ksh '2.14'
	departs zsh '2.14.1'
	script <<-'END'
		m() { case $2 in $1) echo yes;; *) echo no;; esac; }
		m '[a' '[a'; m '[' '['; m '[!' '[!'; m '[]' '[]'; m '[!]' '[!]'; m '[[:alpha:]' ':]'; m 'a[b' 'a[b'; m '[a]b[' 'ab['; m '[a/b' '[a/b'; m '[[:alpha:' '[[:alpha:'; m '[]a' '[]a'
	END
	prints 'yes' 'yes' 'yes' 'yes' 'yes' 'no' 'yes' 'yes' 'yes' 'yes' \
		'yes'
}

@test "stars and question marks" {
	script <<-'END'
		m() { case $2 in $1) echo yes;; *) echo no;; esac; }
		m '*' ''; m '**' x; m '?' ''; m '*?' ''; m '?*' a; m '*a*b*' xaybz; m '*a*b' xaybz; m '*/*' a/b; m '?' /; m '*' .a; m '[!a]' /; m 'a*b*c' abbbc; m 'a*b*c' abbb; m '??' a; m '*.c' .c; m '?*.c' .c; m '' ''; m '' a; m '*a' aaa; m 'a*a' a
	END
	prints 'yes' 'yes' 'no' 'no' 'yes' 'yes' 'no' 'yes' 'yes' 'yes' 'yes' \
		'yes' 'no' 'no' 'yes' 'no' 'yes' 'no' 'yes' 'no'
}

@test "quotes in a pattern" {
	script <<-'END'
		x='*' y='a b'
		case '*' in "$x") echo 1; esac
		case a in "$x") echo no;; $x) echo 2; esac
		case 'a*' in a"*") echo 3; esac
		case ab in a"*") echo no;; a'?') echo no;; a\?) echo no;; a?) echo 4; esac
		case 'a b' in $y) echo 5; esac
		case 'a b' in a\ b) echo 6; esac
		case 'a b' in 'a 'b) echo 7; esac
		case '[a]' in "[a]") echo 8; esac
		case a in [\a]) echo 9; esac
		case '"' in \") echo 10; esac
		case 'a\b' in 'a\b') echo 11; esac
		case 'a\b' in a\\b) echo 12; esac
		case "" in "") echo 13; esac
		case $u in '') echo 14; esac
	END
	prints '1' '2' '3' '4' '5' '6' '7' '8' '9' '10' '11' '12' '13' '14'
}

@test "a backslash in an expansion that is a pattern" {
	departs ksh '2.14.1'
	departs mksh '2.14.1'
	departs zsh '2.14.1'
	script <<-'END'
		x='a\b'; case ab in $x) echo 1; esac; case 'a\b' in "$x") echo 2; esac
		x='\*'; case '*' in $x) echo 3; esac; case x in $x) echo no; esac
		x='[a\]]'; case ']' in $x) echo 4; esac
		x='a\\b'; case 'a\b' in $x) echo 5; esac
	END
	prints '1' '2' '3' '4' '5'
}
