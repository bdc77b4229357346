# XCU read
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "read splits a line into variables" {
	run_jsh_reading -c 'read a b c; echo "[$a][$b][$c]"' <<<'  one two   three four  '
	assert_output '[one][two][three four]'
}

@test "variables without a field are empty" {
	run_jsh_reading -c 'a=x b=y; read a b; echo "[$a][$b]"' <<<'one'
	assert_output '[one][]'
}

@test "without -r a backslash protects, with it it does not" {
	run_jsh_reading -c 'read a b; printf "[%s][%s]\n" "$a" "$b"; read -r a b
		printf "[%s][%s]\n" "$a" "$b"' <<'X'
a\ b\\ \c d
a\ b\\ c
X
	assert_output $'[a b\\][c d]\n[a\\][b\\\\ c]'
}

@test "a backslash at the end of the line goes on" {
	run_jsh_reading -c 'read a; echo "$a"; read -r a; echo "$a"' <<'X'
one\
two
three\
four
X
	assert_output $'onetwo\nthree\\'
}

@test "IFS decides where fields end" {
	run_jsh_reading -c 'IFS=:; while read -r a b c; do echo "[$a][$b][$c]"; done' <<'X'
1:2:3
1::3
:2:
1:2:3:
1:2:3:4
1:2:3::
 a : b :c 
X
	assert_output '[1][2][3]
[1][][3]
[][2][]
[1][2][3]
[1][2][3:4]
[1][2][3::]
[ a ][ b ][c ]'
}

@test "white space and another character of IFS together" {
	run_jsh_reading -c 'IFS=" ,"; read -r a b c; echo "[$a][$b][$c]"
		read -r a b; echo "[$a][$b]"' <<'X'
 1 , 2  3 , 4 
1,,2
X
	assert_output '[1][2][3 , 4]
[1][,2]'
}

@test "an empty IFS leaves the line whole" {
	run_jsh_reading -c 'IFS= read -r a b; echo "[$a][$b]"' <<<'  a b  '
	assert_output '[  a b  ][]'
}

@test "an unset IFS is blanks and newline" {
	run_jsh_reading -c 'unset IFS; read -r a b; echo "[$a][$b]"' <<<$' a\tb '
	assert_output '[a][b]'
}

@test "the end of the input is status 1, with what was there" {
	run_jsh_reading -c 'read a; echo "$? [$a]"; read a; echo "$? [$a]"' < <(printf 'part')
	assert_output $'1 [part]\n1 []'
}

@test "nothing beyond the line is taken from a pipe" {
	run_jsh_reading -c 'read a; cat' < <(printf 'one\ntwo\nthree\n')
	assert_output $'two\nthree'
}

@test "nothing beyond the line is taken from a file" {
	printf 'one\ntwo\nthree\n' >file
	run_jsh_reading -c 'read a; sh -c "read b; echo \$b"; read c; echo $c' <file
	assert_output $'two\nthree'
}

@test "read takes its input where the script is" {
	bug_of dash 'reads the script in blocks (sh, INPUT FILES)'
	run_jsh_reading -s <<'X'
read x
hello world
echo "$x"
X
	assert_output 'hello world'
}

@test "a read-only variable is an error, and the shell goes on" {
	bug_of dash 'ends the shell, though read is no special builtin'
	run_jsh_reading -c 'readonly a; read a; echo $?' <<<x
	refute_output 0
	assert [ -n "$stderr" ]
}

@test "read -d reads up to another character" {
	bug_of dash 'has no -d (POSIX.1-2024)'
	run_jsh_reading -c 'read -r -d : a; echo "[$a]"; read -r -d "" b; echo "[$b]"' \
		< <(printf 'a\nb:c\0d')
	assert_output $'[a\nb]\n[c]'
}

@test "a line of 100,000 bytes is read whole" {
	run_jsh_reading -c 'read -r a; echo ${#a}' < <(printf '%0100000d\n' 1)
	assert_output 100000
}
