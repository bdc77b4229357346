#!/usr/bin/env bats
#
# quoting.bats - backslash, single, double and dollar-single quotes, comments
#
# POSIX.1-2024 XCU 2.2, 2.3.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

# What $'...' is not in.
no_dollar_single_quotes() {
	departs dash '2.2.4'
	departs yash '2.2.4'
}

@test "a backslash keeps the next character" {
	script <<-'END'
		echo a\ \ b \$x \* \\ \" \' \` \# \; \& \| \( \) \< \> \~ \[ \{ \!
	END
	prints "a  b \$x * \\ \" ' \` # ; & | ( ) < > ~ [ { !"
}

@test "a backslash before an ordinary character is removed" {
	script 'echo \a\b\n; \ec\ho ok'
	prints 'abn' 'ok'
}

@test "a backslash and a newline are removed" {
	script <<-'END'
		echo one\
		two "three\
		four" fi\
		ve
		ec\
		ho six
		if\
		 true; then echo seven; f\
		i
	END
	prints 'onetwo threefour five' 'six' 'seven'
}

@test "a backslash and a newline may part an operator or an expansion" {
	departs ksh '2.2.1'
	departs zsh '2.2.1'
	script <<-'END'
		true &\
		& echo one
		x=value
		echo $\
		x ${\
		x} ${x\
		#va} $(\
		echo two) $((1 +\
		 2))
		cat <\
		<E
		three
		E
	END
	prints 'one' 'value value lue two 3' 'three'
}

@test "a backslash and a newline stay in single quotes" {
	script <<-'END'
		echo 'a\
		b'
	END
	prints 'a\' 'b'
}

@test "single quotes keep every character" {
	script <<-'END'
		x=value
		printf '%s\n' 'a  b' '$x ${x} $(echo no) `echo no` $((1))' '\n\\' '"*?[a]~#"'
	END
	prints 'a  b' "\$x \${x} \$(echo no) \`echo no\` \$((1))" '\n\\' '"*?[a]~#"'
}

@test "single quotes keep newlines" {
	script <<-'END'
		printf '[%s]\n' 'one

		three'
	END
	prints '[one' '' 'three]'
}

@test "double quotes keep all but dollar, backquote and backslash" {
	script <<-'END'
		x=value
		printf '%s\n' "a  b" "$x ${x}" "$(echo yes)" "`echo yes`" "$((1 + 1))" "*?[a]~#;&|<>()'"
	END
	prints 'a  b' 'value value' 'yes' 'yes' '2' "*?[a]~#;&|<>()'"
}

@test "a backslash in double quotes keeps only what is special there" {
	script <<-'END'
		printf '%s\n' "\$x \` \" \\ \a \' \* \  \n" "a\
		b"
	END
	prints "\$x \` \" \\ \\a \\' \\* \\  \\n" 'ab'
}

@test "a dollar that begins no expansion stands for itself" {
	script <<-'END'
		printf '%s\n' $ "$" "a$" "$ x" a$ "$." "$%"
	END
	prints '$' '$' 'a$' '$ x' 'a$' '$.' '$%'
}

@test "parts of a word join whatever their quotes" {
	script <<-'END'
		x='a b'
		printf '[%s]\n' one'two'"three"\ four"$x"'$x' ''""
	END
	prints '[onetwothree foura b$x]' '[]'
}

@test "quotes make an empty field" {
	script <<-'END'
		e=
		printf '[%s]\n' '' "" "$e" $e x
		set -- '' "" $e
		echo $#
	END
	prints '[]' '[]' '[]' '[x]' '2'
}

@test "quoted parts of a word are not expanded or split" {
	script <<-'END'
		: >file1; : >file2
		x='a b'
		printf '[%s]\n' file* 'file'* "file*" file'*' file\* "$x"$x
	END
	prints '[file1]' '[file2]' '[file1]' '[file2]' '[file*]' '[file*]' '[file*]' \
		'[a ba]' '[b]'
}

@test "a quoted reserved word is a command's name" {
	for word in "'if'" '\while' '"{"' '\!' "f''i" 'd"o"ne' "ca's'e"; do
		script "$word 2>/dev/null"
		ends 127
	done
}

@test "a quoted assignment is no assignment" {
	for word in "'x'=1" 'x\=1' 'x"="1' '\x=1'; do
		script "$word 2>/dev/null"
		ends 127
	done
	script "y='1 2'; echo \"\$y\""
	prints '1 2'
}

@test "dollar-single quotes know the escapes of C" {
	departs busybox '2.2'
	no_dollar_single_quotes
	script <<-'END'
		printf '%s' $'\a\b\e\f\n\r\t\v\\\'\"' | od -An -tx1 | tr -d ' \n'
	END
	prints '07081b0c0a0d090b5c2722'
}

@test "dollar-single quotes know bytes in octal and hexadecimal" {
	no_dollar_single_quotes
	script <<-'END'
		printf '%s\n' $'\101\102\60\0611' $'\x41\x6a\x4Ag'
	END
	prints 'AB011' 'AjJg'
}

@test "dollar-single quotes know control characters" {
	departs zsh '2.2'
	departs mksh '2.2'
	departs busybox '2.2'
	no_dollar_single_quotes
	script <<-'END'
		printf '%s' $'\cA\ca\c[\c?\c\\' | od -An -tx1 | tr -d ' \n'
	END
	prints '01011b7f1c'
}

@test "dollar-single quotes keep everything else" {
	no_dollar_single_quotes
	script <<-'END'
		x=value
		: >f1
		printf '[%s]\n' $'$x `echo` "*' $'f*' $'a  b'c $'' a$'\t'b
	END
	prints "[\$x \`echo\` \"*]" '[f*]' '[a  bc]' '[]' $'[a\tb]'
}

@test "dollar-single quotes are not special in double quotes" {
	script <<-'END'
		printf '%s\n' "$'a\tb'" "a$'b'"
	END
	prints "\$'a\\tb'" "a\$'b'"
}

@test "a comment goes from a number sign to the end of the line" {
	script <<-'END'
		echo one # echo two ' " ` $(
		# if
		echo three #four
		echo five;#six
		echo nine&&#ten
		echo eleven
	END
	prints 'one' 'three' 'five' 'nine' 'eleven'
}

@test "a number sign within a word begins no comment" {
	script <<-'END'
		x=1
		echo a#b ''#c "$x"#d $x#e \#f '#g' $#
	END
	prints 'a#b #c 1#d 1#e #f #g 0'
}

@test "a comment does not go on after a backslash" {
	script <<-'END'
		# no \
		echo yes
	END
	prints 'yes'
}

@test "quotes nest in command substitutions" {
	script <<-'END'
		x='a  b'
		echo "$(echo "$x" "$(echo "c  d" 'e"f')")"
		echo "$(echo ')' "(" \))"
		echo "$(case x in x) echo "y  z";; esac)"
		echo "$(echo 'one' # ) comment
		)"
	END
	prints 'a  b c  d e"f' ') ( )' 'y  z' 'one'
}

@test "quotes in a parameter expansion's word" {
	script <<-'END'
		unset u
		x='a  b'
		printf '[%s]\n' ${u-'a  b'} ${u-"$x"} "${u-a  b}" ${u-a\}b} "${u-\}}" ${u-'}'} ${u-"}"}
	END
	prints '[a  b]' '[a  b]' '[a  b]' '[a}b]' '[}]' '[}]' '[}]'
}

@test "a single quote in a quoted expansion's word is itself" {
	departs yash '2.2.3'
	departs ksh '2.2.3'
	script <<-'END'
		unset u
		printf '%s\n' "${u-it's}" "${u-'x'}" "${u:-a'b'c}"
	END
	prints "it's" "'x'" "a'b'c"
}

@test "single quotes quote in a quoted expansion's pattern" {
	script <<-'END'
		x='a*b*c'
		printf '%s\n' "${x#'a*'}" "${x%'*c'}" "${x#a\*}" "${x%"*c"}" "${x%%'*'c}"
	END
	prints 'b*c' 'a*b' 'b*c' 'a*b' 'a*b'
}

@test "an unclosed quote is an error" {
	for text in "echo 'a" 'echo "a' "echo \`echo" "echo \$(echo" "echo \${x"; do
		script "$text"
		complains any
	done
}

@test "quoting the word after an operator is no different" {
	script <<-'END'
		echo text >'a b'
		cat <"a b"
		cat <a\ b
	END
	prints 'text' 'text'
}
