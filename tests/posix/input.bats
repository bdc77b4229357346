#!/usr/bin/env bats
#
# input.bats - how commands are read: shared input, odd bytes, long lines
#
# POSIX.1-2024 XCU sh, STDIN and INPUT FILES; 2.2.1 Escape Character.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016,SC2154,SC1003

load ../lib/posix

# Feed TEXT (printf's format) to a shell through a pipe.
piped() { # TEXT [ARGUMENT...]
	# shellcheck disable=SC2059 # it is a format
	printf "$1" >in
	shift
	run_jsh_reading "$@" < <(cat in)
}

@test "a pipe is read to the end of the line, and no further" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	piped 'read x\nhello\necho "[$x]"\n'
	assert_output '[hello]'
	piped 'read x; read y\nhello\n  you\necho "[$x,$y]"\n' -s
	assert_output '[hello,you]'
}

@test "a child reads the lines after its command" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	piped 'head -n 1\nline\necho end\n'
	assert_line --index 0 'line'
	printf 'cat\nrest\nexit 3\n' >in
	run_jsh_reading <in
	assert_success
	assert_output $'rest\nexit 3'
	run_jsh_reading -s a <in
	assert_output $'rest\nexit 3'
}

@test "a file is left at the line after the last command" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	printf 'echo one\nexit\nleft over\n' >in
	departs bash 'sh, STDIN: it reads ahead of exit'
	run bash -c '{ "$1"; cat; } <in' - "$JSH" 3>&-
	assert_output $'one\nleft over'
}

@test "a command that moves the offset of a file moves the shell" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	printf 'read a\nskipped\n(read b; echo "$b")\nfrom a subshell\necho end\n' >in
	run_jsh_reading <in
	assert_output $'from a subshell\nend'
}

@test "a here-document is a script" {
	departs busybox 'sh: STDIN'
	cat >s <<-'END'
		"$SH" <<'EOF'
		read x
		hello
		echo "[$x]"
		EOF
	END
	SH=$JSH run_jsh ./s
	departs dash 'sh, STDIN: it reads ahead'
	assert_output '[hello]'
}

@test "the body of a here-document comes from the same input" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	piped 'cat <<E; read x\nbody\nE\nhello\necho "[$x]"\n'
	assert_output $'body\n[hello]'
}

@test "a command of several lines is read to its end" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	piped 'while read x\ndo echo "<$x>"\ndone\na\nb\n'
	assert_output $'<a>\n<b>'
}

@test "a script from a FIFO" {
	mkfifo fifo
	printf 'echo "$0 $1"\nread x\necho "$x"\n' >fifo 3>&- &
	run_jsh_reading ./fifo arg <<<'input'
	assert_output $'./fifo arg\ninput'
}

@test ". reads a FIFO" {
	mkfifo fifo
	printf 'x=set\nreturn 5\n' >fifo 3>&- &
	run_jsh -c '. ./fifo; echo $? $x'
	assert_output '5 set'
}

@test "a script that is replaced while it runs goes on" {
	printf 'echo one\nprintf "echo other\\n" >new; mv new "$0"\necho two\n' >s
	run_jsh ./s
	assert_success
	assert_output $'one\ntwo'
}

@test "a script that is truncated while it runs does no harm" {
	{
		printf 'echo one\n: >"$0"\n'
		for i in {1..5000}; do echo "# a long comment, number $i"; done
		echo 'echo last'
	} >s
	run_jsh ./s
	assert_success
	assert_line --index 0 'one'
}

@test "a script that grows while it runs does no harm" {
	printf 'echo one\ni=0\nwhile [ $i -lt 50 ]; do i=$((i + 1)); echo "# more" >>"$0"; done\necho two\n' >s
	run_jsh ./s
	assert_success
	assert_output $'one\ntwo'
}

@test "a script that deletes itself goes on" {
	printf 'rm "$0"\necho two\n' >s
	run_jsh ./s
	assert_output 'two'
}

@test "a carriage return is part of a word" {
	printf 'x=a\r\nprintf "[%%s]" "$x"\nset -- b\r\nprintf "[%%s]" "$1"' >s
	run_jsh s
	assert_output $'[a\r][b\r]'
	printf 'true\r\n' >s
	run_jsh s
	assert_failure 127
	printf 'if true; then\r\n echo a; fi\r\n' >s
	run_jsh s
	complains_of_syntax
}

# The script is refused as a whole.
complains_of_syntax() {
	assert_failure
	assert_output ''
	assert [ -n "$stderr" ]
}

@test "a byte order mark is part of the first word" {
	printf '\357\273\277echo a\necho b\n' >s
	run_jsh s
	assert_success
	assert_output 'b'
	assert [ -n "$stderr" ]
}

@test "what follows exit may be anything" {
	printf 'echo text\nexit 3\n\0\1\2)("\377' >s
	run_jsh s
	assert_failure 3
	assert_output 'text'
	unlike bash 'looks at all of a short file'
	run_jsh_reading <s
	assert_failure 3
	assert_output 'text'
}

@test "a binary file is not run" {
	departs busybox 'sh: STDIN'
	cp /bin/true binary
	run_jsh -c ./binary
	assert_success
	printf '\177ELF\1\1\1\0\0\0\necho bad\n' >broken
	chmod +x broken
	run_jsh -c './broken; echo $?'
	unlike dash 'tries to run it'
	unlike yash 'tries to run it'
	unlike ksh 'tries to run it'
	unlike mksh 'tries to run it'
	unlike zsh 'tries to run it'
	assert_output '126'
	run_jsh broken
	assert_failure 126
	assert_output ''
}

@test "bytes that are no characters stay as they are" {
	printf 'x=\377a\376\nprintf %%s "$x" | od -An -tx1 | tr -d " "\necho ${#x}\n' >s
	unlike yash 'refuses bytes that are no characters'
	LC_ALL=C run_jsh s
	assert_output $'ff61fe\n3'
	LC_ALL=C.UTF-8 run_jsh s
	assert_line --index 0 'ff61fe'
	printf 'case \377 in ?) echo one;; esac\n\303\251=1 2>/dev/null || echo no name\n' >s
	run_jsh s
	assert_success
}

@test "a line of ten million bytes" {
	{
		printf 'x="'
		head -c 10000000 /dev/zero | tr '\0' a
		printf '"\necho ${#x}\n'
	} >s
	run_jsh s
	assert_output '10000000'
	run_jsh_reading <s
	assert_output '10000000'
}

@test "ten million blanks, and a comment as long" {
	{
		printf 'echo a'
		head -c 10000000 /dev/zero | tr '\0' ' '
		printf 'b\n# '
		head -c 10000000 /dev/zero | tr '\0' c
		printf '\necho end'
	} >s
	run_jsh s
	assert_output $'a b\nend'
}

@test "a million empty lines" {
	{
		head -c 1000000 /dev/zero | tr '\0' '\n'
		echo 'echo $LINENO'
	} >s
	run_jsh s
	departs dash '2.5.3: LINENO is not set'
	assert_output '1000001'
}

@test "no newline at the end of anything" {
	printf 'echo a; # comment' >s
	run_jsh s
	assert_output 'a'
	printf 'if true; then echo b; fi' >s
	run_jsh s
	assert_output 'b'
	printf 'cat <<E\nc\nE' >s
	run_jsh s
	assert_output 'c'
	piped 'f() { echo d; }; f'
	assert_output 'd'
	printf 'echo e \\' >s
	run_jsh s
	assert_success
}

@test "backslash and newline vanish inside every token" {
	script <<-'SCRIPT'
		ec\
		ho one
		if\
		 true; th\
		en echo two; f\
		i
		x=abc; echo ${\
		x} ${x\
		%c} ${x%\
		c} ${#\
		x} $\
		x $\
		{x} $(\
		echo sub) `echo \
		back` $((1\
		2+\
		3)) $\
		(echo dollar) $(\
		(4))
		true &\
		& echo and; false |\
		| echo or
		cat <\
		<E\
		ND
		here
		END
		echo "dou\
		ble" 'sin\
		gle'
		case x in x) echo c;\
		; esac
		echo to stderr 2>\
		&1 >\
		> file
		f\
		() { echo function; }; f
		echo a\
		b \
		# comment
		echo en\
		d
	SCRIPT
	departs ksh 2.2.1
	departs zsh 2.2.1
	prints one two 'abc ab ab 3 abc abc sub back 15 dollar 4' and or here \
		$'double sin\\\ngle' c function ab end
}

@test "backslash and newline are joined however the text comes" {
	departs dash 'sh, STDIN: it reads ahead'
	departs busybox 'sh: STDIN'
	piped 'ec\\\nho a\\\nb; read x\nin\\\nput\necho $x\n'
	assert_output $'ab\ninput'
}

@test "set -v shows the lines as they are read" {
	printf 'echo a\nset -v\necho b\nset +v\necho c\n' >s
	run_jsh s
	assert_output $'a\nb\nc'
	assert_stderr $'echo b\nset +v'
}
