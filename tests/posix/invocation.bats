#!/usr/bin/env bats
#
# invocation.bats - the sh utility: options, operands, where commands come from
#
# POSIX.1-2024 XCU sh.
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/posix

@test "-c runs its operand" {
	run_jsh -c 'echo one; echo two'
	assert_success
	assert_output $'one\ntwo'
	run_jsh -c ''
	assert_success
	assert_output ''
	run_jsh -c $'echo 1\necho 2\n\n# 3'
	assert_output $'1\n2'
}

@test "operands after -c's are the name and the parameters" {
	run_jsh -c 'echo "$0|$1|$2|$#"' name 'a b' c
	assert_output 'name|a b|c|2'
	run_jsh -c 'echo $#' name
	assert_output '0'
	run_jsh -c 'echo "$1"' name -x
	assert_output '-x'
}

@test "-c without an operand is an error" {
	run_jsh -c
	assert_failure
	assert [ -n "$stderr" ]
}

@test "options may come together and before -c" {
	run_jsh -ec 'false; echo bad'
	assert_failure 1
	assert_output ''
	run_jsh -e -c 'false; echo bad'
	assert_failure 1
	run_jsh -uc 'echo $u; echo bad'
	assert_failure
	assert_output ''
	run_jsh -f -c 'echo *'
	assert_output '*'
	run_jsh -fuc 'echo *' name
	assert_output '*'
}

@test "-o and +o name options" {
	run_jsh -o noglob -c 'echo *'
	assert_output '*'
	run_jsh -f +o noglob -c 'case $- in *f*) echo f;; *) echo none;; esac'
	assert_output 'none'
	run_jsh -e +e -c 'false; echo after'
	assert_output 'after'
}

@test "a file and its arguments" {
	echo 'echo "$0|$1|$2|$#"' >s
	run_jsh s 'a b' -x
	assert_output 's|a b|-x|2'
	run_jsh ./s
	assert_output './s|||0'
	run_jsh -- s y
	assert_output 's|y||1'
	run_jsh -u s
	assert_failure
}

@test "a file that does not exist has status 127" {
	departs busybox 'sh'
	run_jsh ./nosuchfile
	departs dash 'sh, EXIT STATUS'
	assert_failure 127
	assert [ -n "$stderr" ]
	run_jsh nosuchfile
	assert_failure 127
}

@test "a file without a slash is looked for here before PATH" {
	mkdir bin
	echo 'echo found' >bin/myscript
	chmod +x bin/myscript
	echo 'echo here' >myscript
	PATH=$PWD/bin:$PATH run_jsh myscript
	assert_output 'here'
}

@test "a file need not be executable" {
	echo 'echo read' >s
	chmod 644 s
	run_jsh s
	assert_output 'read'
}

@test "-s reads standard input, with parameters" {
	run_jsh_reading -s a b <<<'echo "$# $1 $2"'
	assert_output '2 a b'
	run_jsh_reading -s <<<'echo $#'
	assert_output '0'
	run_jsh_reading -s -- -x <<<'echo $1'
	assert_output '-x'
}

@test "without operands standard input is read" {
	run_jsh_reading <<<'echo stdin'
	assert_output 'stdin'
	run_jsh_reading -e <<<$'echo 1\nfalse\necho bad'
	assert_failure 1
	assert_output '1'
	run_jsh_reading <<<''
	assert_success
}

@test "standard input is read no further than the command" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh'
	run_jsh_reading <<-'END'
		read x
		line for read
		echo "got $x"
		cat
		rest 1
		rest 2
	END
	assert_success
	assert_output $'got line for read\nrest 1\nrest 2'
}

@test "standard input that is a pipe is read no further than the command" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh'
	printf 'read x\nthe line\necho "got $x"\nhead -n 1\nsecond\n' >in
	run_jsh_reading < <(cat in)
	assert_line --index 0 'got the line'
	assert_line --index 1 'second'
}

@test "the status is that of the last command" {
	run_jsh -c 'true; false'
	assert_failure 1
	run_jsh -c '(exit 7)'
	assert_failure 7
	run_jsh -c 'false; true'
	assert_success
	run_jsh -c 'nosuchcommand'
	assert_failure 127
	run_jsh_reading <<<'(exit 8)'
	assert_failure 8
	printf '# nothing\n' >s
	run_jsh s
	assert_success
}

@test "a script's first lines run before a later syntax error" {
	printf 'echo one\necho two\nif\n' >s
	run_jsh s
	assert_failure
	assert_output $'one\ntwo'
	run_jsh_reading <s
	assert_failure
	assert_output $'one\ntwo'
}

@test "ENV is not read by a shell that is not interactive" {
	echo 'echo bad' >env
	ENV=$PWD/env run_jsh -c 'echo c'
	assert_output 'c'
	ENV=$PWD/env run_jsh_reading <<<'echo s'
	assert_output 's'
}

@test "ENV is read, after expansion, by an interactive shell" {
	unlike mksh 'does so only when it reads a terminal'
	unlike busybox 'greets on standard output'
	echo 'echo env read; e=1' >envfile
	ENV='$HOME/../work/envfile' run_jsh -i -c 'echo "c $e"'
	unlike bash 'does so only when it reads a terminal'
	assert_output $'env read\nc 1'
}

@test "an unknown option is an error" {
	departs busybox 'sh'
	run_jsh --nosuchoption -c 'echo bad'
	assert_failure
	refute_output --partial 'bad'
	assert [ -n "$stderr" ]
	run_jsh -o nosuchoption -c 'echo bad'
	assert_failure
	refute_output --partial 'bad'
	run_jsh -Z9 -c 'echo bad'
	unlike ksh 'knows it'
	assert_failure
	refute_output --partial 'bad'
}

@test "a hyphen ends the options" {
	echo 'echo "$0 $1"' >s
	run_jsh - s x
	assert_output 's x'
	run_jsh -c - 'echo dash'
	departs dash 'sh, OPTIONS: a - is treated as --'
	departs bash 'sh, OPTIONS: a - is treated as --'
	assert_output 'dash'
}

@test "a file of several thousand lines" {
	{
		for i in {1..3000}; do echo "x=$i # a comment to make it longer"; done
		echo 'echo $x'
	} >s
	run_jsh s
	assert_output '3000'
}

@test "a last line without a newline" {
	printf 'echo one\nprintf two' >s
	run_jsh s
	assert_output $'one\ntwo'
	run_jsh_reading <s
	assert_output $'one\ntwo'
}

@test "very long lines and words" {
	{
		printf 'x='
		printf 'a%.0s' {1..100000}
		printf '\necho ${#x}\n'
		printf 'echo'
		printf ' b%.0s' {1..20000}
		printf ' | wc -w | tr -d " "\n'
	} >s
	run_jsh s
	assert_output $'100000\n20000'
}

@test "a script that changes while it runs is read as it goes" {
	unlike ksh 'reads ahead'
	printf 'echo one\necho "echo added" >>"$0"\n' >s
	run_jsh s
	assert_success
	assert_line --index 0 'one'
}

@test "a first line with a magic number is a comment" {
	printf '#!/nonexistent -x\necho ran\n' >s
	run_jsh s
	assert_output 'ran'
}

@test "the environment is handed on unchanged" {
	run env -i A=1 'B=two words' 'C=a=b' PATH="$PATH" "$JSH" -c 'env' 3>&-
	assert_line 'A=1'
	assert_line 'B=two words'
	assert_line 'C=a=b'
}

@test "a directory is no script" {
	unlike mksh 'reads it as an empty file'
	unlike busybox 'reads it as an empty file'
	mkdir dir
	run_jsh dir
	unlike dash 'reads it as an empty file'
	unlike yash 'reads it as an empty file'
	assert_failure
	assert [ -n "$stderr" ]
}

@test "aliases in a script" {
	script <<-'END'
		alias e='echo alias' two='echo a; echo b'
		e x
		two
		alias p='echo ' q=expanded
		p q
		unalias e
		e x 2>/dev/null || echo gone
		alias f='if true; then'
		f echo if; fi
		\q 2>/dev/null || echo quoted
	END
	prints 'alias x' 'a' 'b' 'expanded' 'gone' 'if' 'quoted'
}

@test "an alias does not expand itself without end" {
	script $'alias echo=\'echo x\'\necho y\nalias a=b b=a\na 2>/dev/null || echo none'
	prints 'x y' 'x none'
}

@test "an alias holds from the next line" {
	script $'alias e="echo alias"; e x 2>/dev/null || echo notyet\ne x'
	unlike yash 'reads commands one at a time'
	unlike mksh 'reads commands one at a time'
	prints 'notyet' 'alias x'
}
