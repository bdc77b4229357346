#!/usr/bin/env bats
#
# arithmetic.bats - $((...))
#
# POSIX.1-2024 XCU 2.6.4, 1.1.2.1; the operators and their order are those of C.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "the four operations and the remainder" {
	script 'echo $((7 + 3)) $((7 - 10)) $((7 * 3)) $((7 / 3)) $((7 % 3)) $((-7 / 3)) $((-7 % 3)) $((7 / -3)) $((7 % -3))'
	prints '10 -3 21 2 1 -2 -1 -2 1'
}

@test "unary operators" {
	script 'echo $((-3)) $((+3)) $((- -3)) $((!0)) $((!5)) $((~0)) $((~5)) $((!!7)) $((-~3)) $((- - -1))'
	prints '-3 3 3 1 0 -1 -6 1 4 -1'
}

@test "comparisons give 1 or 0" {
	script 'echo $((1 < 2)) $((2 < 1)) $((2 > 1)) $((1 <= 1)) $((2 <= 1)) $((1 >= 2)) $((3 == 3)) $((3 == 4)) $((3 != 4)) $((-1 < 0))'
	prints '1 0 1 1 0 0 1 0 1 1'
}

@test "operations on bits" {
	script 'echo $((12 & 10)) $((12 | 3)) $((12 ^ 10)) $((1 << 10)) $((1024 >> 3)) $((-8 >> 1)) $((~12 & 15))'
	prints '8 15 6 1024 128 -4 3'
}

@test "logical operators give 1 or 0 and do not look at what they need not" {
	departs busybox '2.6.4'
	script <<-'END'
		echo $((2 && 3)) $((2 && 0)) $((0 || 5)) $((0 || 0))
		x=1 y=1
		echo $((0 && (x = 5))) $((1 || (y = 5))) $x $y
		echo $((0 && 1 / 0)) $((1 || 1 / 0))
	END
	prints '1 0 1 0' '0 1 1 1' '0 1'
}

@test "the conditional operator" {
	departs busybox '2.6.4'
	script <<-'END'
		echo $((1 ? 2 : 3)) $((0 ? 2 : 3)) $((0 ? 1 : 0 ? 2 : 3)) $((1 ? 0 ? 4 : 5 : 6))
		x=1
		echo $((1 ? 7 : (x = 2))) $((0 ? (x = 3) : 8)) $x $((1 ? 2 : 1 / 0))
	END
	prints '2 3 3 5' '7 8 1 2'
}

@test "precedence is that of C" {
	script <<-'END'
		echo $((1 + 2 * 3)) $(((1 + 2) * 3)) $((10 - 4 - 3)) $((100 / 10 / 2)) $((2 * 7 % 4))
		echo $((1 << 2 + 1)) $((1 + 1 << 2)) $((1 < 2 == 1)) $((3 & 2 == 2)) $((1 | 6 ^ 3 & 2))
		echo $((1 || 0 && 0)) $((!1 + 1)) $((-2 * -3)) $((1 ? 1 : 0 || 0)) $((2 > 1 > 0)) $((~1 + 1))
	END
	prints '7 9 3 5 2' '8 8 1 1 5' '1 1 6 1 1 -1'
}

@test "constants in decimal, octal and hexadecimal" {
	departs mksh '2.6.4'
	script 'echo $((10)) $((010)) $((0x10)) $((0XfF)) $((0)) $((00)) $((0xABCdef)) $((-0x1)) $((0777))'
	prints '10 8 16 255 0 0 11259375 -1 511'
}

@test "variables with and without a dollar" {
	departs mksh '2.6.4'
	script <<-'END'
		x=5 y=0x10 z=-3 o=010
		echo $((x)) $(($x)) $((${x})) $((x * x)) $((y + 1)) $((z)) $((o)) $((x$x)) $((-z))
	END
	prints '5 5 5 25 17 -3 8 0 3'
}

@test "an unset or empty variable is 0" {
	script 'unset u; e=; echo $((u)) $((e)) $((u + 1)) $((!u))'
	prints '0 0 1 1'
}

@test "with set -u an unset variable is an error" {
	departs dash '2.6.4: as if the name were expanded'
	departs mksh '2.6.4'
	departs busybox '2.6.4'
	script 'set -u; unset u; echo $((u + 1)); echo not reached'
	complains any
}

@test "spaces and tabs do not matter" {
	script 'x=" 7 "; echo $(($x + 1)) $(( $x + 1 )) $((1+1)) $((	2	*	3	))'
	prints '8 8 2 6'
}

@test "assignments have a value and an effect" {
	script <<-'END'
		echo $((x = 5)) $x $((x += 3)) $x $((x -= 2)) $((x *= 4)) $((x /= 5)) $((x %= 3)) $x
		echo $((y = z = 6)) $y $z $((a = 3, 1)) 2>/dev/null || :
	END
	assert_line --index 0 '5 5 8 8 6 24 4 1 1'
	script 'x=12; echo $((x <<= 2)) $((x >>= 1)) $((x &= 15)) $((x |= 3)) $((x ^= 1)) $x; echo $((y = z = 6)) $y $z'
	prints '48 24 8 11 10 10' '6 6 6'
}

@test "an assignment in a subshell stays there, one in a word does not" {
	script <<-'END'
		x=1
		(: $((x = 2)))
		echo $x
		y=$(echo $((x = 3)))
		echo $x $y
		: $((x = 4))
		echo $x
	END
	prints '1' '1 3' '4'
}

@test "expansions within are made first" {
	script <<-'END'
		set -- 4 5
		op=+
		echo $(($1 + $2)) $((1 $op 2)) $(($(echo 3) * `echo 2`)) $((${u:-9} + ${#1})) $(( $(($1 * 2)) + 1)) $(($# * 10))
	END
	prints '9 3 6 10 9 20'
}

@test "an arithmetic expansion may be anywhere in a word" {
	script 'echo a$((1 + 1))b "$((2 + 2))" x"$((3))"y ${u:-$((4))}; n$((1))=5 2>/dev/null || echo no'
	prints 'a2b 4 x3y 4' 'no'
}

@test "parentheses nest and newlines are spaces" {
	script <<-'END'
		echo $(((((1)) + ((2))))) $((
			1 +
			2
		)) $(( (1 + 2) * (3 + 4) ))
	END
	prints '3 3 21'
}

@test "two parentheses that are a subshell in a substitution" {
	script 'echo $( (echo sub) ) $( ( echo a; (echo b) ) )'
	prints 'sub a b'
}

@test "numbers of 64 bits" {
	departs mksh '2.6.4'
	script 'echo $((9223372036854775807)) $((-9223372036854775807)) $((4294967296 * 4)) $((1 << 62)) $((0x7fffffffffffffff))'
	prints '9223372036854775807 -9223372036854775807 17179869184 4611686018427387904 9223372036854775807'
}

@test "division by zero is an error and no crash" {
	for text in '1 / 0' '1 % 0' 'x /= 0' 'x %= 0'; do
		script "x=1; echo \$(($text)); echo not reached"
		complains any
	done
	script '(echo $((1 / 0))) 2>/dev/null || echo caught'
	prints 'caught'
}

@test "the least number divided by minus one does no harm" {
	unlike ksh 'dies of SIGFPE'
	script 'x=-9223372036854775807; (echo $(((x - 1) / -1))) >out 2>&1; (echo $(((x - 1) % -1))) >out 2>&1; echo alive'
	unlike dash 'dies of SIGFPE'
	assert_output 'alive'
}

@test "a syntax error is an error and the shell does not go on" {
	departs ksh '2.6.4'
	departs mksh '2.6.4'
	for text in '1 +' '* 2' '(1' '1 2' '1 = 2' '5 = x' '09' '0xg' '1 ? 2' 'a b' '@'; do
		script "a=1 b=2; echo \$(($text)); echo not reached"
		assert_failure
		refute_output --partial 'not reached'
	done
}

@test "a variable's value that is no number is an error or a name, never a command" {
	script 'x="1; echo no"; (echo $((x + 1))) >out 2>/dev/null; cat out'
	refute_output --partial 'no'
	unlike bash 'runs commands from values'
	unlike zsh 'runs commands from values'
	unlike ksh 'runs commands from values'
	unlike mksh 'runs commands from values'
	script 'x="a[\$(echo >ran)]"; (: $((x))); [ -e ran ] && echo ran; :'
	ends 0
}

@test "names of variables may hold digits and underscores" {
	script '_a=1 a_1=2 A2=3; echo $((_a + a_1 * A2)) $((_a_))'
	prints '7 0'
}

@test "a loop counts" {
	script <<-'END'
		i=0 sum=0
		while [ $((i < 100)) -eq 1 ]; do
			i=$((i + 1))
			sum=$((sum + i))
		done
		echo $i $sum
	END
	prints '100 5050'
}

@test "operators that touch" {
	script 'a=5 b=2; echo $((a-b)) $((a - -b)) $((a+-b)) $((a<b)) $((a<<b)) $((a>=b)) $((a!=b)) $((a&&b)) $((a&b)) $((a||b)) $((!a)) $((a==b?1:2))'
	prints '3 7 3 0 20 1 1 1 0 1 0 2'
}

@test "every operator of C that POSIX names" {
	script <<-'END'
		a=6 b=4
		echo $((a + b)) $((a - b)) $((a * b)) $((a / b)) $((a % b)) $((a << b)) $((a >> 1))
		echo $((a < b)) $((a <= 6)) $((a > b)) $((a >= 7)) $((a == 6)) $((a != 6))
		echo $((a & b)) $((a | 1)) $((a ^ b)) $((a && 0)) $((0 || b)) $((!a)) $((~a)) $((-a)) $((+a))
	END
	prints '10 2 24 1 2 96 3' '0 1 1 0 1 0' '4 7 2 0 1 0 -7 -6 6'
}

@test "every assignment operator" {
	script <<-'END'
		a=5
		echo $((a = 7)) $((a += 2)) $((a -= 1)) $((a *= 3)) $((a /= 4)) $((a %= 4)) $((a = 3))
		echo $((a <<= 4)) $((a >>= 1)) $((a |= 3)) $((a &= 6)) $((a ^= 5)) $a
	END
	prints '7 9 8 24 6 2 3' '48 24 27 2 7 7'
}

@test "assignments associate to the right" {
	script <<-'END'
		a=1
		echo $((a = b = 3)) $a $b $((a += b += 1)) $a $b $((c += 1)) $c
	END
	prints '3 3 3 7 7 4 1 1'
}

@test "the conditional operator nests" {
	departs busybox '2.6.4'
	script <<-'END'
		echo $((1 ? 2 ? 3 : 4 : 5)) $((0 ? 1 : 0 ? 2 : 3)) $((1 ? 0 ? 1 : 2 : 3))
		echo $((a = 1 ? 2 : 3)) $a $((1 ? (b = 5) : 7)) $b $(((1 < 2) ? (3) : (4))) $((1?2:3))
	END
	prints '3 3 2' '2 2 5 5 3 2'
}

@test "the operand that is not needed is not evaluated" {
	departs busybox '2.6.4'
	script <<-'END'
		echo $((0 && 5 / 0)) $((1 || 5 / 0)) $((1 ? 2 : 5 / 0)) $((0 ? 5 / 0 : 3))
		echo $((0 && (x = 1))) $((1 || (x = 1))) $((1 ? 2 : (x = 1))) ${x-unset}
	END
	prints '0 1 2 3' '0 1 2 unset'
}

@test "precedence" {
	script <<-'END'
		echo $((1 < 2 == 1)) $((1 | 2 ^ 3 & 4)) $((1 || 0 && 0)) $((2 + 3 * 4 - 6 / 2)) $((2 << 1 + 1))
		echo $((1 & 3 == 3)) $((~0 & 0xff)) $((!0 + !0)) $((-2 + 3)) $((!1 == 0)) $((5 - 3 - 1)) $((100 / 10 / 2)) $((1 == 1 > 0))
	END
	prints '1 3 1 11 8' '1 255 2 1 1 1 5 1'
}

@test "division and remainder truncate toward zero" {
	script <<-'END'
		echo $((-7 / 2)) $((-7 % 2)) $((7 % -2)) $((7 / -2)) $((-7 / -2)) $((-7 % -2)) $((-7 >> 1))
	END
	prints '-3 -1 1 -3 3 -1 -4'
}

@test "signs that follow one another" {
	script <<-'END'
		x=5
		echo $((3- -x)) $((- - x)) $((+ +x)) $((!!x)) $((-~x)) $((! x + 1)) $((x+-1)) $((x-+1)) $((x*-1)) $((~-1))
	END
	prints '8 5 5 1 6 1 4 4 -5 0'
}

@test "a variable's value may be in any base and may have a sign" {
	departs mksh '2.6.4'
	script <<-'END'
		a=0x1f b=017 c=-0x10 d=-5 e=+5 f=0
		echo $((a)) $((b)) $((c)) $((d)) $((e)) $((f)) $((d + 1)) $((-d)) $((3-d)) $((3 - $d))
	END
	prints '31 15 -16 -5 5 0 -4 5 8 8'
}

@test "blanks around a variable's value do no harm" {
	unlike yash 'allows no blanks after the number'
	script <<-'END'
		x=' 5 '; y='	7
		'
		echo $((x + 1)) $((y)) $(($x + 1)) $(($y))
	END
	prints '6 7 6 7'
}

@test "a variable that is unset or empty" {
	script <<-'END'
		unset x; e=
		echo $((x)) $((x + 1)) $((x ? 1 : 2)) $((e)) $((e - 3)) $((-e))
	END
	prints '0 1 2 0 -3 0'
}

@test "an expansion in it is text, a name is a value" {
	script <<-'END'
		x='1 + 2'
		echo $(($x * 2)) $(( ( $x ) * 2)) $((2 * $x))
		y=3
		echo $(($y$y + ${y}1 + ${#y} + $(echo 4) + `echo 5` + ${u-6} + $((7))))
	END
	prints '5 6 4' '87'
}

@test "names and special parameters in it" {
	script <<-'END'
		set -- 3 4; _a1=7 A_=8
		echo $((_a1 + A_)) $(($1 * $2)) $(($# + $?)) $((${10-5} + ${1}))
	END
	prints '15 12 2 8'
}

@test "blanks, newlines and parentheses" {
	script <<-'END'
		echo $((1+(2*(3+(4))))) $(((1))) $(( (1) )) $(((1)+(2))) $((
		1
		+	2
		)) $((((((5))))))
	END
	prints '15 1 1 3 3 5'
}

@test "a backslash and a newline are not there" {
	departs ksh '2.2.1'
	script <<-'END'
		echo $((1\
		2 + 3\
		)) $\
		((4)) $(\
		(5))
	END
	prints '15 4 5'
}

@test "constants" {
	departs mksh '2.6.4'
	script <<-'END'
		echo $((0)) $((00)) $((07)) $((010)) $((0x0)) $((0xff)) $((0XFf)) $((0x7fffffffffffffff)) $((0777777777777777777777))
	END
	prints '0 0 7 8 0 255 255 9223372036854775807 9223372036854775807'
}

@test "the largest and the least number" {
	departs mksh '1.1.2.1'
	departs zsh '2.6.4'
	script <<-'END'
		echo $((9223372036854775807)) $((-9223372036854775807 - 1))
		x=-9223372036854775808; echo $((x)) $((x + 1)) $((x / 2)) $((x % 10))
	END
	prints '9223372036854775807 -9223372036854775808' \
		'-9223372036854775808 -9223372036854775807 -4611686018427387904 -8'
}

@test "overflow wraps and is no crash" {
	unlike ksh 'has floating-point numbers'
	unlike mksh 'has 32 bits'
	script <<-'END'
		echo $((9223372036854775807 + 1)) $((-9223372036854775807 - 2)) $((9223372036854775807 * 2)) $((1 << 63)) $((-(-9223372036854775807 - 1)))
	END
	prints \
		'-9223372036854775808 9223372036854775807 -2 -9223372036854775808 -9223372036854775808'
}

@test "the least number divided by minus one is no crash" {
	unlike dash 'crashes'
	unlike yash 'crashes'
	unlike ksh 'crashes'
	unlike mksh 'has 32 bits'
	departs zsh '2.6.4'
	script <<-'END'
		x=$((-9223372036854775807 - 1))
		echo $((x / -1)) $((x % -1))
	END
	prints '-9223372036854775808 0'
}

@test "the result is split outside double quotes only" {
	departs zsh '2.6.4'
	script <<-'END'
		IFS=0
		printf '[%s]' $((101)) "$((101))" x$((10))y $((5)); echo
		IFS=-
		x=$((-3)); printf '[%s]' "$x" $((-3)) "$((-3))"; echo
	END
	prints '[1][1][101][x1][y][5]' '[-3][][3][-3]'
}

@test "an assignment within is one of the shell" {
	script <<-'END'
		echo $((x = 5)) $x $((x += 1)) ${x}
		echo $((i = i + 1))$((i = i + 1)) $i
		a=1 b=$((a + 1)) c=$((b + 1)); echo $a$b$c
		: $((y = 3)); echo $y
		echo $((z = 5)) | cat; echo ${z-unset}
		(: $((z = 6))); echo ${z-unset}
		v=$(echo $((z = 7))); echo ${z-unset}
	END
	prints '5 5 6 6' '12 2' '123' '3' '5' 'unset' 'unset' 'unset'
}

@test "it is expanded in double quotes and in here-documents, not in single quotes" {
	script <<-'END'
		echo "$((1 + 1))" '$((1 + 1))' "a$((1 + 1))b" "\$((1))" \$'((1))'
		x=4; cat <<A
		$((x * 2)) \$((1)) '$((1))' "$((x))"
		A
		cat <<'A'
		$((1))
		A
	END
	prints '2 $((1 + 1)) a2b $((1)) $((1))' $'8 $((1)) \'1\' "4"' '$((1))'
}

@test "a bad expression ends the shell" {
	unlike ksh 'has floating-point numbers'
	unlike mksh 'has no octal numbers'
	departs zsh '2.6.4'
	script <<'END'
for e in '1 +' '1 2' '(1' '1 = 2' 'x =' '* 2' '1 ? 2' '5 / 0' '5 % 0' '08' '0xg' '1a' '1.5' '&& 1' '1 <' '!' '()' 'x y' '#' '$' '1 ? : 2'; do
	(eval "echo \$(($e)); echo no") 2>/dev/null || echo failed
done | sort | uniq -c | sed 's/^ *//'
END
	prints '21 failed'
}

@test "a value that is no number ends the shell" {
	unlike ksh 'has no octal numbers in values'
	unlike mksh 'has no octal numbers'
	script <<'END'
for v in 1x '1 2' 08 - +; do
	(x=$v; echo $((x)); echo no) 2>/dev/null || echo failed
done
END
	prints 'failed' 'failed' 'failed' 'failed' 'failed'
}

@test "a variable that is read-only is not assigned" {
	departs busybox '2.6.4'
	script <<-'END'
		readonly r=1
		(echo $((r = 2)); echo no) 2>/dev/null || echo failed
		(echo $((r += 2)); echo no) 2>/dev/null || echo failed
		echo $((r + 1)) $((1 || (r = 3)))
	END
	prints 'failed' 'failed' '2 1'
}

@test "set -u and a name that is not needed" {
	unlike dash 'takes it for 0'
	unlike mksh 'takes it for 0'
	departs busybox '2.6.4'
	script <<-'END'
		set -u
		echo $((1 || nosuch)) $((0 && nosuch)) $((nosuch = 3)) $((1 ? 2 : nosuch2))
		(echo $((nosuch3)); echo no) 2>/dev/null || echo failed
	END
	prints '1 0 3 2' 'failed'
}
