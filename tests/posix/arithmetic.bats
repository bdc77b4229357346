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
	script <<-'END'
		echo $((2 && 3)) $((2 && 0)) $((0 || 5)) $((0 || 0))
		x=1 y=1
		echo $((0 && (x = 5))) $((1 || (y = 5))) $x $y
		echo $((0 && 1 / 0)) $((1 || 1 / 0))
	END
	prints '1 0 1 0' '0 1 1 1' '0 1'
}

@test "the conditional operator" {
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
	script 'echo $((10)) $((010)) $((0x10)) $((0XfF)) $((0)) $((00)) $((0xABCdef)) $((-0x1)) $((0777))'
	prints '10 8 16 255 0 0 11259375 -1 511'
}

@test "variables with and without a dollar" {
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
	script 'x=-9223372036854775807; (echo $(((x - 1) / -1))) >out 2>&1; (echo $(((x - 1) % -1))) >out 2>&1; echo alive'
	unlike dash 'dies of SIGFPE'
	assert_output 'alive'
}

@test "a syntax error is an error and the shell does not go on" {
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
