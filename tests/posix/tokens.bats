#!/usr/bin/env bats
#
# tokens.bats - token recognition, comments, line continuation, reserved words
#
# POSIX.1-2024 XCU 2.2.1, 2.3 Token Recognition, 2.4 Reserved Words.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

@test "operators need no blanks" {
	script <<-'END'
		echo a>f;cat<f;(echo b)&&echo c||echo d;echo e|cat;echo g&wait
		{ echo h;}>f;cat<f>g;cat g;! :;echo $?;case x in(x)echo i;;esac;if(:)then(echo j)fi
		for i in a;do(echo $i)done;while(:)do(echo k);break;done;f()(echo l);f
	END
	prints 'a' 'b' 'c' 'e' 'g' 'h' '1' 'i' 'j' 'a' 'k' 'l'
}

@test "the longest operator is taken" {
	script <<'END'
echo a>>f;echo b>>f;cat f;echo c>|f;cat f;true&&echo d;false||echo e
cat<<x;cat <<-y
1
x
	2
	y
echo g>&1;cat<&0 </dev/null;echo h 1<>f;cat f
END
	prints 'a' 'b' 'c' 'd' 'e' '1' '2' 'g' 'h'
}

@test "a number before a redirection is one only when it touches it" {
	unlike dash 'takes one digit only'
	unlike mksh 'takes one digit only'
	unlike ksh 'takes one digit only'
	departs zsh '2.3'
	script <<-'END'
		echo 1>f;cat f;echo 2 >f;cat f;echo a2>f;cat f;echo a 1>f;cat f;echo "1">f;cat f;echo \1>f;cat f;x=1;echo $x>f;cat f;echo a 001>f;cat f
	END
	prints '' '2' 'a2' 'a' '1' '1' '1' 'a'
}

@test "a number sign is a comment's only where a word begins" {
	script <<-'END'
		echo a#b "#c" \#d ''#e f\#g #h
		echo i;#j
		echo k&#l
		wait
		(echo m)#n
		echo $(echo o #p
		) `echo q #r`
		# a comment ' " ` $( \
		echo s
	END
	prints 'a#b #c #d #e f#g' 'i' 'k' 'm' 'o q' 's'
}

@test "a comment ends with its line whatever it ends in" {
	script <<-'END'
		# \
		echo a
		echo b # \
		echo c
		echo d #'
		echo e # <<X
	END
	prints 'a' 'b' 'c' 'd' 'e'
}

@test "a backslash and a newline are removed within any token" {
	departs ksh '2.2.1'
	departs zsh '2.3'
	script <<-'END'
		ec\
		ho a
		i\
		f true; th\
		en echo b; f\
		i
		echo c &\
		& echo d
		echo e >\
		>f; cat f
		echo "g\
		h" $\
		HOME$\
		{x\
		y-i} | sed "s|$HOME||"
		cat <\
		<A
		j
		A
	END
	prints 'a' 'b' 'c' 'd' 'e' 'gh i' 'j'
}

@test "they are not removed in single quotes, comments and quoted here-documents" {
	script <<-'END'
		echo 'a\
		b'
		cat <<'A'
		c\
		d
		A
		# e \
		echo f
		echo g\\
	END
	prints 'a\' 'b' 'c\' 'd' 'f' 'g\'
}

@test "a blank ends a word, a quoted one does not" {
	script <<-'END'
		echo a	b  c'  'd "e  f"\ \ g
	END
	prints 'a b c  d e  f  g'
}

@test "carriage returns and form feeds are no blanks" {
	script <<-'END'
		printf 'echo a\fb\vc\n' >s; . ./s | od -An -c
	END
	prints '   a  \f   b  \v   c  \n'
}

@test "reserved words are recognised only as a command's first word" {
	script <<-'END'
		echo if then else elif fi do done case esac while until for { } ! in
		x=if; echo $x; for if in then; do echo $if; done
		if=1; echo $if; case if in if) echo case; esac; echo {} }{ {a}
		"if" 2>/dev/null || echo $?
		\for 2>/dev/null || echo $?
	END
	prints \
		'if then else elif fi do done case esac while until for { } ! in' \
		'if' 'then' '1' 'case' '{} }{ {a}' '127' '127'
}

@test "reserved words after an assignment or a redirection are ordinary" {
	departs zsh '2.3'
	script <<-'END'
		mkdir bin; printf 'echo ran $0\n' >bin/if; cp bin/if bin/{; chmod +x bin/*; PATH=$PWD/bin:$PATH
		x=1 if | sed 's,/.*/,,'
		>f if; sed 's,/.*/,,' f
		x=1 { | sed 's,/.*/,,'
	END
	prints 'ran if' 'ran if' 'ran {'
}

@test "reserved words after one another" {
	script <<-'END'
		if if true; then true; fi; then if false; then :; else echo a; fi; fi
		while until false; do break; done; do echo b; break; done
		{ { { echo c; } } }; ! { ! { false; }; } || echo d
		if ! true; then :; else ! false && echo e; fi
		(if true; then (while :; do echo f; break; done) fi)
	END
	prints 'a' 'b' 'c' 'd' 'e' 'f'
}

@test "a brace needs a blank and a separator" {
	script <<-'END'
		{echo a 2>/dev/null || echo $?
		{ echo b }; }
		{ echo c; }; echo }
		}a 2>/dev/null || echo $?
	END
	prints '127' 'b }' 'c' '}' '127'
}

@test "an exclamation mark needs a blank" {
	departs yash '2.4'
	unlike ksh 'has patterns that begin so'
	unlike mksh 'has patterns that begin so'
	script <<-'END'
		!true 2>/dev/null; echo $?
		! true; echo $?
		! (true); echo $?
		! { true; }; echo $?
		!(true) 2>/dev/null; echo $?
	END
	ends 0 '127' '1' '1' '1' '1'
}

@test "the word in may be on a later line, and a name in for may be a reserved word" {
	script <<-'END'
		for in in in; do echo $in; done
		for do in do; do echo $do; done
		for i

		in a
		do echo $i; done
		case in in in) echo case;; esac
		case x

		in x) echo y;; esac
	END
	prints 'in' 'do' 'a' 'case' 'y'
}

@test "a word may be as long as memory lets it" {
	unlike ksh 'crashes'
	script <<-'END'
		x=$(printf '%0100000d' 0); eval "y$x=1"; eval "echo \${y$x}"; echo ${#x}; echo "$x" | wc -c | tr -d ' '
	END
	prints '1' '100000' '100001'
}

@test "bytes above 127 and invalid characters are parts of words" {
	departs yash '2.3'
	script <<-'END'
		printf 'x=\303\251\377\200; echo "$x" | od -An -tx1; echo \303\251\377 | od -An -tx1\n' >s; . ./s
	END
	prints ' c3 a9 ff 80 0a' ' c3 a9 ff 0a'
}

@test "scripts without blanks and newlines" {
	script <<-'END'
		a=1;b=2;case $a$b in 1*)case $b in 2)echo nested;;esac;;esac;if [ $a = 1 ];then if [ $b = 2 ];then echo if;fi;fi;for i in $a;do for j in $b;do echo $i$j;done;done;{ (echo g);};f(){ echo f;};f
	END
	prints 'nested' 'if' '12' 'g' 'f'
}

@test "newlines wherever they may be" {
	script <<-'END'
		f()

		{

		echo a

		}

		f
		for i

		in 1 2

		do

		echo $i

		done
		case x

		in

		x)

		echo x

		;;

		esac
		if

		true

		then

		echo b

		fi
		while

		false

		do

		:

		done
		{

		echo c

		}
		(

		echo d

		)
		true &&

		echo e |

		cat ||

		:
	END
	prints 'a' '1' '2' 'x' 'b' 'c' 'd' 'e'
}

@test "a backslash and a newline between the parts of a command" {
	script <<-'END'
		for i in \
		1 \
		2; do echo $i; done
		if true \
		; then echo a; fi
		echo b | \
		cat; echo c && \
		echo d; { \
		echo e; }; f() \
		{ echo f; }; f \
		; case x \
		in x) echo g \
		;; esac
		echo h \
		# no comment
		x=\
		i; echo $x >\
		f; cat f
	END
	prints '1' '2' 'a' 'b' 'c' 'd' 'e' 'f' 'g' 'h' 'i'
}

@test "each kind of quoting in one word, at depth" {
	script <<-'END'
		echo 'a'"b"c\d"e"'f'"$(echo "g$(echo "h`echo "i"`j")k")"'"'"'"\"
		printf '[%s]\n' "a 'b' \"c\" \$d \`e\` \\f" 'a "b" $c `d` \e' a\ \'\"\$\`\\
	END
	prints $'abcdefghijk"\'"' $'[a \'b\' "c" $d `e` \\f]' \
		'[a "b" $c `d` \e]' $'[a \'"$`\\]'
}
