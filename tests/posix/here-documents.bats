#!/usr/bin/env bats
#
# here-documents.bats - << and <<-
#
# POSIX.1-2024 XCU 2.7.4.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "the lines up to the delimiter are the input" {
	script <<-'END'
		cat <<EOF
		one
		  two

		three
		EOF
		echo after
	END
	prints 'one' '  two' '' 'three' 'after'
}

@test "an empty here-document" {
	script $'cat <<E\nE\nwc -c <<E | tr -d " "\nE'
	prints '0'
}

@test "a delimiter without quotes leaves expansions" {
	script <<-'END'
		x='a  b'
		set -- 1 '2  3'
		cat <<E
		$x ${x} ${x#a} ${u-none} $# $2 "$@"
		$(echo sub) `echo back` $((1 + 2)) $(
		echo 'two  lines'
		)
		"quotes" 'stay' ~ * a"b'c
		E
	END
	prints "a  b a  b   b none 2 2  3 \"1 2  3\"" 'sub back 3 two  lines' \
		"\"quotes\" 'stay' ~ * a\"b'c"
}

@test "backslashes where expansions are made" {
	script <<-'END'
		x=1
		cat <<E
		\$x \\ \` \" \' \a \n one\
		two \
		three
		E
	END
	prints "\$x \\ \` \\\" \\' \\a \\n onetwo three"
}

@test "a delimiter with any quotes leaves everything as it is" {
	for delimiter in "'E'" '"E"' '\E' "E''" '""E'; do
		script <<END
x=1
cat <<$delimiter
\$x \${x \$(echo no \`echo no\` \\\$x \\\\ one\\
two "a" 'b'
E
END
		prints "\$x \${x \$(echo no \`echo no\` \\\$x \\\\ one\\" "two \"a\" 'b'"
	done
}

@test "a delimiter may hold spaces and other characters when quoted" {
	departs ksh '2.7.4'
	script <<-'END'
		cat <<'a b'
		1
		a b
		cat <<"$x"
		2
		$x
		cat <<\;
		3
		;
		cat <<E-1.x
		4
		E-1.x
	END
	prints '1' '2' '3' '4'
}

@test "only the whole line is the delimiter" {
	script <<-'END'
		cat <<E
		 E
		E 
		EE
		xE
		E
		echo after
	END
	prints ' E' 'E ' 'EE' 'xE' 'after'
}

@test "a hyphen takes away leading tabs" {
	script $'cat <<-E\n\tone\n\t\ttwo\n\t three\n  four\n\ta\tb\n\tE\necho after'
	prints 'one' 'two' ' three' '  four' $'a\tb' 'after'
	script $'x=$(printf "\\tkeep")\ncat <<-\'E\'\n\t$x\n\t\tE\ncat <<-E\n\t$x\nE'
	prints "\$x" $'\tkeep'
}

@test "without a hyphen tabs stay" {
	script $'cat <<E\n\tone\n\tE\nE'
	prints $'\tone' $'\tE'
}

@test "several here-documents on a line come in order" {
	script <<-'END'
		cat <<A; cat <<B
		a
		A
		b
		B
		cat <<A - <<B
		first
		A
		second
		B
		paste -d+ /dev/fd/3 /dev/fd/4 3<<A 4<<B
		x
		A
		y
		B
	END
	prints 'a' 'b' 'second' 'x+y'
}

@test "the rest of the line goes on after the operator" {
	script <<-'END'
		cat <<E | tr a-z A-Z && echo ok
		text
		E
		cat <<E >f; cat f
		file
		E
		if cat <<E; then echo yes; fi
		cond
		E
	END
	prints 'TEXT' 'ok' 'file' 'cond' 'yes'
}

@test "the document follows the next newline, within a compound command too" {
	script <<-'END'
		{ cat <<E
		brace
		E
		}
		for i in 1 2; do cat <<E; done
		turn $i
		E
		while read x; do echo "[$x]"; done <<E
		a
		b
		E
		f() { cat <<E
		func $1
		E
		}
		f 1; f 2
		case x in x) cat <<E ;; esac
		case
		E
		(cat <<E)
		sub
		E
	END
	prints 'brace' 'turn 1' 'turn 2' '[a]' '[b]' 'func 1' 'func 2' 'case' 'sub'
}

@test "a here-document in a command substitution" {
	script <<-'END'
		x=$(cat <<E
		in  here
		E
		)
		echo "$x"
		echo "$(cat <<E
		quoted "q" $((1 + 1))
		E
		)" after
		y=`cat <<E
		back
		E
		`
		echo $y
	END
	prints 'in  here' 'quoted "q" 2 after' 'back'
}

@test "a here-document within a here-document's substitution" {
	script <<-'END'
		cat <<A
		outer $(cat <<B
		inner
		B
		) end
		A
	END
	prints 'outer inner end'
}

@test "expansions in it are made when the command runs" {
	script <<-'END'
		i=0
		while [ $i -lt 3 ]; do
			cat <<E
		$i $((i + 1))
		E
			i=$((i + 1))
		done
		unset u
		cat <<E
		${u=set}
		E
	END
	prints '0 1' '1 2' '2 3' 'set'
}

@test "double quotes in its expansions' words are ordinary or quote, never lost lines" {
	script <<-'END'
		unset u
		cat <<E
		${u-word} ${u:-a b} ${u+no}
		E
	END
	prints 'word a b '
}

@test "a descriptor's number before it" {
	script $'cat 3<<E <&3\nthree\nE\nread x 0<<E; echo $x\nzero\nE'
	prints 'three' 'zero'
}

@test "a here-document for a builtin, a function and a group" {
	script <<-'END'
		read a b <<E
		1 2 3
		E
		echo "$a,$b"
		f() { read x; echo "f $x"; }
		f <<E
		arg
		E
		{ read x; read y; echo $x$y; } <<E
		p
		q
		E
		: <<E
		nobody reads this
		E
		echo $?
	END
	prints '1,2 3' 'f arg' 'pq' '0'
}

@test "a large here-document is whole and does not block" {
	{
		echo "wc -lc <<E | awk '{ print \$1, \$2 }'"
		seq -f '%06.0f line' 20000
		echo E
		echo ': <<E'
		seq 100000
		echo E
		echo 'echo after'
	} >big
	run_jsh big
	assert_success
	assert_output $'20000 240000\nafter'
}

@test "a here-document in the background and in a pipeline's stages" {
	script <<-'END'
		cat <<E &
		back
		E
		wait
		cat <<A | cat - /dev/fd/3 3<<B
		left
		A
		right
		B
	END
	prints 'back' 'left' 'right'
}

@test "a comment and an empty line before the document" {
	script $'cat <<E # comment\ntext\nE\ncat <<E && \\\n echo joined\nsecond\nE'
	prints 'text' 'second' 'joined'
}

@test "a list that goes on after the document" {
	script <<-'END'
		cat <<E &&
		one
		E
		echo two
		cat <<E |
		three
		E
		cat
	END
	prints 'one' 'two' 'three'
}

@test "without its delimiter it is an error or ends with the file" {
	script $'cat <<E\ntext'
	if ((status == 0)); then
		assert_output 'text'
	else
		assert [ -n "$stderr" ]
	fi
}

@test "a here-document read from standard input" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	run_jsh_reading -s <<-'END'
		cat <<E
		from stdin $((1 + 1))
		E
		read x
		a line for read
		echo "$x"
	END
	assert_success
	assert_output $'from stdin 2\na line for read'
}

@test "the delimiter is not expanded" {
	script $'x=E\ncat <<$x\ntext\n$x\necho after'
	prints 'text' 'after'
}

@test "a here-document through eval and -c" {
	script $'eval "cat <<E\nx\nE"\neval \'cat <<E\n$((2 * 3))\nE\''
	prints 'x' '6'
	run_jsh -c $'cat <<E\ntext\nE'
	assert_output 'text'
}

@test "every way to quote the delimiter" {
	departs ksh '2.7.4'
	script <<-'END'
		x=no
		cat <<'A'
		1 $x
		A
		cat <<"A"
		2 $x
		A
		cat <<\A
		3 $x
		A
		cat <<A""
		4 $x
		A
		cat <<A' 'B
		5 $x
		A B
		cat <<"A"B'C'
		6 $x
		ABC
		cat <<A\
		B
		7 x
		AB
		cat <<''
		8 $x

		echo end
	END
	prints '1 $x' '2 $x' '3 $x' '4 $x' '5 $x' '6 $x' '7 x' '8 $x' 'end'
}

@test "dollar and other characters in the delimiter stand for themselves" {
	script <<'END'
x=E
cat <<$x
1 $x
$x
cat <<"\$"
2
$
cat <<-	'-'
	4
	-
END
	ends 0 '1 E' '2' '4'
}

@test "what a backslash does where expansions are made" {
	script <<-'END'
		x=5
		cat <<A
		\$x \\ \` \a \" \' \\$x $x\\ a\
		b
		\\
		A
	END
	prints $'$x \\ ` \\a \\" \\\' \\5 5\\ ab' '\'
}

@test "a line that is joined is no delimiter, and one that becomes it is" {
	departs dash '2.7.4'
	departs yash '2.7.4'
	departs ksh '2.7.4'
	departs busybox '2.7.4'
	script <<-'END'
		cat <<A
		a\
		A
		b
		A
		cat <<A
		c
		A\

		echo end
	END
	prints 'aA' 'b' 'c' 'end'
}

@test "quotes are ordinary, within an expansion they are not" {
	script <<-'END'
		x='a  b'
		cat <<A
		"$x" '$x' "${x}" ${x#"a"} ${u-"q  r"} $(echo "s  t") `echo "u  v"` $((1 + 1)) "$(echo '"')"
		A
	END
	prints $'"a  b" \'a  b\' "a  b"   b q  r s  t u  v 2 """'
}

@test "only a line that is the delimiter and no more ends it" {
	script <<'END'
cat <<A
 A
A 
Ab
AA
	A
$(echo A)
A
END
	prints ' A' 'A ' 'Ab' 'AA' $'\tA' 'A'
}

@test "tabs are taken away before the delimiter too, from expansions they are not" {
	script <<'END'
x='	tab'
cat <<-A
	$x
		two
	 blank
	$(printf '\tsub')
		A
cat <<-'A'
	$x	in
	A
END
	prints $'\ttab' 'two' ' blank' $'\tsub' $'$x\tin'
}

@test "several here-documents" {
	script <<'END'
cat <<A; cat <<B
a
A
b
B
cat <<A <<B
c
A
d
B
cat <<A 3<<B - 4<<-C <&4
e
A
f
B
	g
	C
{ cat; cat <&3; } <<A 3<<B
h
A
i
B
END
	prints 'a' 'b' 'd' 'g' 'h' 'i'
}

@test "a here-document in each construct" {
	script <<-'END'
		if cat <<A; then cat <<B; fi
		if
		A
		then
		B
		for i in 1 2; do cat <<A; done; echo after
		for $i
		A
		f() { cat <<A
		f $1
		A
		}; f 1; f 2
		(cat <<A)
		subshell
		A
		case x in x) cat <<A;; esac
		case
		A
		{ cat <<A; } | cat
		group
		A
		while cat <<A; do break; done
		while
		A
		cat <<A && echo and || echo or
		first
		A
		! cat <<A
		not
		A
		cat <<A | sed 's/p/P/' | cat
		pipe
		A
		cat <<A & wait
		background
		A
	END
	prints 'if' 'then' 'for 1' 'for 2' 'after' 'f 1' 'f 2' 'subshell' \
		'case' 'group' 'while' 'first' 'and' 'not' 'Pipe' 'background'
}

@test "a here-document within a here-document" {
	script <<-'END'
		cat <<A
		1 $(cat <<B
		2 $(cat <<'C'
		3 $x ) `
		C
		)
		B
		) 4
		A
	END
	prints '1 2 3 $x ) ` 4'
}

@test "a here-document's delimiter within a quoted string or a substitution in it" {
	script <<-'END'
		cat <<A
		$(echo 'A
		A')
		A
		cat <<A
		${u-x
		y}
		A
	END
	ends 0 'A' 'A' 'x' 'y'
}

@test "expansions in it happen once for each time it is read" {
	unlike bash "makes a program's expansions in its process"
	departs zsh '2.7.4'
	script <<-'END'
		i=0
		for j in 1 2; do cat <<A; done
		$((i = i + 1)) $(echo $j)
		A
		: <<A
		$((i = 9))
		A
		echo $i
		f() { cat <<A; }
		$1 $# $((i = i + 1))
		A
		f a; f b c
	END
	ends 0 '1 1' '2 2' '9' 'a 1 10' 'b 2 11'
}

@test "a here-document is input for a builtin, and its rest is nobody's" {
	script <<-'END'
		read x <<A
		one
		two
		A
		echo $x; read x y <<'A'
		a\b c d
		A
		echo "$x" "$y"; read -r x <<'A'
		a\b
		A
		printf '%s\n' "$x"
		exec 3<<A
		l1
		l2
		A
		read x <&3; read y <&3; echo $x $y; read z <&3 || echo end
	END
	ends 0 'one' 'ab c d' 'a\b' 'l1 l2' 'end'
}

@test "here-documents by eval, dot and a function that is defined anew" {
	script <<'END'
eval 'cat <<A
e $((1 + 1))
A
echo after'
printf 'cat <<A\nd $x\nA\n' >lib; x=1; . ./lib; x=2; . ./lib
f() { cat <<A
old
A
}; f; f() { cat <<-'A'
	new
	A
}; f
END
	prints 'e 2' 'after' 'd 1' 'd 2' 'old' 'new'
}
