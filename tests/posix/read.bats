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
	departs busybox 'read'
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
	departs zsh 'read'
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
	departs busybox 'sh: STDIN'
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
	departs yash 'read: -d'
	run_jsh_reading -c 'read -r -d : a; echo "[$a]"; read -r -d "" b; echo "[$b]"' \
		< <(printf 'a\nb:c\0d')
	assert_output $'[a\nb]\n[c]'
}

@test "a line of 100,000 bytes is read whole" {
	run_jsh_reading -c 'read -r a; echo ${#a}' < <(printf '%0100000d\n' 1)
	assert_output 100000
}

no_delimiter() {
	departs dash 'read: -d'
	departs yash 'read: -d'
}

@test "fields and white space of IFS at both ends" {
	departs zsh 'read: a delimiter at the end'
	script <<'EOF'
try() { printf '%s\n' "$1" >in; IFS=$2 read -r a b <in; echo "[$a][$b]"; }
try '  x   y z  ' ' '; try 'a:b:' :; try 'a:b::' :; try ':a' :; try '::' :; try 'a:' :
try ' : a' ' :'; try 'a : b : ' ' :'; try 'a : b : : ' ' :'; try 'a,  ,b' ', '
try 'a	b' ' '; try ' a ' ''; try 'aXbXc' X; try '' :; try ' ' ' '
EOF
	prints '[x][y z]' '[a][b]' '[a][b::]' '[][a]' '[][]' '[a][]' '[][a]' \
		'[a][b]' '[a][b : :]' '[a][,b]' $'[a\tb][]' '[ a ][]' '[a][bXc]' \
		'[][]' '[][]'
}

@test "one variable gets the whole line but its white space" {
	departs zsh 'read: a delimiter at the end'
	script <<'EOF'
try() { printf '%s\n' "$1" >in; IFS=$2 read -r a <in; echo "[$a]"; }
try ' a b ' ' '; try 'a:' :; try 'a::' :; try ':a' :; try 'a:b' :; try 'a : ' ' :'
EOF
	prints '[a b]' '[a]' '[a::]' '[:a]' '[a:b]' '[a]'
}

@test "a backslash protects what follows it, and is taken away" {
	departs ksh 'read: a protected blank at the end'
	departs mksh 'read: a protected blank at the end'
	departs zsh 'read: a protected blank at the end'
	departs busybox 'read'
	script <<'EOF'
try() { printf '%s\n' "$1" >in; IFS=$2 read a b <in; printf '%s\n' "[$a][$b]"; }
try 'a\ b c' ' '; try 'a\:b:c' :; try '\a\\b c' ' '; try 'x a\ ' ' '; try '\ a b' ' '
EOF
	prints '[a b][c]' '[a:b][c]' '[a\b][c]' '[x][a ]' '[ a][b]'
}

@test "a backslash before the newline goes on, but not with -r" {
	script <<'EOF'
printf 'a\\\nb c\\\nd\nnext\n' >in
{ read a b; echo "[$a][$b]"; read a; echo "[$a]"; } <in
{ read -r a; printf '%s\n' "[$a]"; read -r a b; printf '%s\n' "[$a][$b]"; } <in
printf 'a\\' >in
read a <in; echo "$? [$a]"; read -r a <in; printf '%s\n' "$? [$a]"
EOF
	prints '[ab][cd]' '[next]' '[a\]' '[b][c\]' '1 [a]' '1 [a\]'
}

@test "-d reads to another character, or to a NUL" {
	no_delimiter
	departs ksh 'read: a newline is white space of IFS'
	script <<'EOF'
printf '1 2\n3x4' >in; { read -d x a b; echo "$? [$a][$b]"; read -d x a
echo "$? [$a]"; } <in
printf 'a\nb\0c\0' >in; { read -d '' -r a; echo "$? [$a]"; read -d '' a
echo "$? [$a]"; read -d '' a; echo "$? [$a]"; } <in
printf 'a;b' >in; IFS=';' read -d ';' a <in; echo "$? [$a]"
printf 'a\\;b;c' >in; read -rd ';' a <in; printf '%s\n' "$? [$a]"
EOF
	prints '0 [1][2' '3]' '1 [4]' '0 [a' 'b]' '0 [c]' '1 []' '0 [a]' '0 [a\]'
}

@test "-d and a backslash: a newline goes on, the delimiter is protected" {
	no_delimiter
	departs ksh 'read: a backslash and -d'
	departs mksh 'read: a backslash and -d'
	departs zsh 'read: a backslash and -d'
	script <<'EOF'
printf 'a\\\nb;' >in; read -d ';' a <in; echo "$? [$a]"
printf 'a\\;b;c' >in; read -d ';' a <in; echo "$? [$a]"
EOF
	prints '0 [ab]' '0 [a;b]'
}

@test "characters of several bytes are split whole, other bytes are kept" {
	departs dash 'read: characters of several bytes'
	departs mksh 'read: characters of several bytes'
	departs yash 'read: bytes that are no characters'
	departs busybox 'read'
	script <<'EOF'
printf 'äöü\n' >in; IFS=ö read a b <in; echo "[$a][$b]"
printf 'a\377b\n' >in; read a <in; printf '%s' "$a" | od -An -tx1 | tr -d ' '
EOF
	prints '[ä][ü]' 61ff62
}

@test "the end of the input is status 1, an error more" {
	departs busybox 'read'
	script <<'EOF'
printf 'ab' >in; a=x; read a b <in; echo "$? [$a][$b]"
a=x b=y; read a b </dev/null; echo "$? [$a][$b]"
printf 'a\n\n' >in; { read a; echo $?; read b; echo "$? [$b]"; read b; echo $?; } <in
EOF
	prints '1 [ab][]' '1 [][]' 0 '0 []' 1
	departs bash 'read: more than 1 for an error'
	departs yash 'read: more than 1 for an error'
	departs ksh 'read: more than 1 for an error'
	departs zsh 'read: more than 1 for an error'
	departs dash 'read: more than 1 for an error of the input'
	script 'read a <&-; echo $(($? > 1)); read a </; echo $(($? > 1))
		readonly b; echo x y | { read a b c; echo $(($? > 1)) $a; }
		read -Z a; echo $(($? > 1)); read 1x </dev/null; echo $(($? > 1))'
	complains 0 1 1 '1 x' 1 1
}

@test "read assigns as the shell does: allexport, IFS itself, a name twice" {
	script <<'EOF'
printf 'a b c\n' >in
set -a; read x y <in; sh -c 'echo $x $y'; set +a
read x x <in; echo "$x"
read IFS x <in; echo "[$IFS][$x]"
EOF
	prints 'a b c' 'b c' '[a][b c]'
}

# More than 32 bytes, so that a shell that looks ahead has begun to.
twenty_lines()
{
	seq 20 | sed 's/.*/line & of twenty/'
}

@test "a command in the middle of a file or pipe gets what read has left" {
	twenty_lines >lines
	# shellcheck disable=SC2094 # both only read
	for input in '<lines' '|'; do
		script='{ read a; read b; read c; (read d; echo "$d"); read e; echo "$e"
			x=$(read f; echo "$f"); echo "$x"; read g; echo "$g"; head -n 1; }'
		[ "$input" = '|' ] && script="cat lines | $script" ||
			script="$script $input"
		run_jsh -c "$script"
		assert_output $'line 4 of twenty\nline 5 of twenty\nline 6 of twenty\nline 7 of twenty\nline 8 of twenty'
	done
}

@test "copies of standard input are where read is" {
	twenty_lines >lines
	run_jsh -c '{ read a; read b; { read c; } 3<&0 4<&0; exec 3<&0; read d <&3
		read e; echo "$c, $d, $e"; } <lines'
	assert_output 'line 3 of twenty, line 4 of twenty, line 5 of twenty'
}

@test "an input inside another one leaves it where it was" {
	twenty_lines >lines
	run_jsh -c '{ read a; { read b; read c; } <lines; while read d; do break; done <<X
here
X
		read e; (:); read f; echo "$a, $c, $d, $e, $f"; } <lines'
	assert_output 'line 1 of twenty, line 2 of twenty, here, line 2 of twenty, line 3 of twenty'
}

@test "read sees what was done to its file after the line before" {
	unlike ksh 'reads ahead'
	twenty_lines >lines
	run_jsh -c 'n=0; while read line; do n=$((n + 1))
		[ $n -eq 2 ] && : >lines; done <lines; echo $n'
	assert_output 2
}

@test "exec with an input that read has begun goes on after the line" {
	twenty_lines >lines
	run_jsh -c '{ read a; read b; exec head -n 1; } <lines'
	assert_output 'line 3 of twenty'
	run_jsh -c 'cat lines | { read a; read b; read c; exec sed -n "s/ of.*//p;q"; }'
	assert_output 'line 4'
}
