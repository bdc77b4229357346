#!/usr/bin/env bats
#
# syntax-errors.bats - what jsh says of a mistake, and where it says that it is
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# The script TEXT (printf's format) has one message: file, place, what.
says() { # TEXT MESSAGE
	# shellcheck disable=SC2059 # it is a format
	printf "$1" >script
	run_jsh -n script
	assert_failure 2
	assert_output ''
	assert_stderr "script: $2"
}

@test "-n names the file, the line, the column and what was expected" {
	says 'echo a\nif true; then\n  echo b )\nfi\n' \
		'line 3, column 10: syntax error: unexpected ")", expected "fi" to match "if" on line 2'
	says 'echo a &&\n;\n' \
		'line 2, column 1: syntax error: unexpected ";", expected a command'
	says 'for 1 in a; do :; done' \
		'line 1, column 5: syntax error: unexpected "1", expected a name'
	says 'case x in\na b) ;;\nesac' \
		'line 2, column 3: syntax error: unexpected "b", expected ")" after the pattern'
}

@test "an error at the end of the file names the line on which it began" {
	says 'true\nwhile a\ndo\n' \
		'line 4: syntax error: unexpected end of file, expected a command'
	says '\necho "a\nb\n' \
		'line 4: syntax error: unclosed quote " that began on line 2'
	says '\necho $(a\n' \
		'line 3: syntax error: unexpected end of file, expected ")" to match "$(" on line 2'
}

@test "columns count characters" {
	says 'echo "\303\244\346\227\245" )\n' \
		'line 1, column 11: syntax error: unexpected ")"'
	says '\t)\n' 'line 1, column 2: syntax error: unexpected ")"'
	says 'echo \377\376 )\n' \
		'line 1, column 9: syntax error: unexpected ")"'
}

@test "an error inside an alias is at the alias" {
	run_jsh_reading <<-'END'
		alias oops='a )'
		echo x; oops
	END
	assert_failure 2
	assert_output ''
	assert_stderr 'jsh: line 2, column 9: syntax error: unexpected ")"'
}

@test "eval and . count within their own text" {
	echo 'echo x
	if ;' >file
	run_jsh -c '. ./file'
	assert_failure 2
	assert_stderr './file: line 2, column 5: syntax error: unexpected ";", expected a command'
	run_jsh -c 'eval "if )"'
	assert_stderr 'jsh: line 1, column 4: syntax error: unexpected ")", expected a command'
}

@test "-n has one message for standard input and -c too" {
	run_jsh_reading -n <<<'echo a; fi; fi'
	assert_failure 2
	assert_stderr 'jsh: line 1, column 9: syntax error: unexpected "fi"'
	run_jsh -n -c '( ('
	assert_failure 2
	assert_stderr 'jsh: line 1, column 4: syntax error: unexpected end of file, expected a command'
}

@test "-n runs nothing of a good file, with status 0" {
	printf 'echo a; exit 3\nx=1 >made\n: ${u?bad} $((1/0))\n' >script
	run_jsh -n script
	assert_success
	assert_output ''
	assert_stderr ''
	assert [ ! -e made ]
}

@test "on a terminal the line is shown, with a caret under the place" {
	printf 'true\n\techo "\303\244\346\227\245" ) b\n' >script
	ptyrun <<-'EOF'
		spawn $JSH -n script
		expect "script: line 2, column 12: syntax error: unexpected \")\"\n"
		expect "        echo \"ä日\" ) b\n"
		expect "                   ^\n"
		status 2
	EOF
}

@test "an error at the end shows no line" {
	printf 'if a\n' >script
	ptyrun <<-'EOF'
		spawn $JSH -n script
		expect "line 2: syntax error: unexpected end of file, expected \"then\" to match \"if\" on line 1\n"
		status 2
		absent "^"
	EOF
}

@test "at the prompt a command of one line has no line number" {
	JSH_EDITOR=plain ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line ":"
		expect "$ "
		line "echo a; )"
		expect "\njsh: syntax error: unexpected \")\"\necho a; )\n        ^\n$ "
		line "{ a; )"
		expect "\njsh: syntax error: unexpected \")\", expected \"}\" to match \"{\"\n"
		expect "$ "
		line "eval '( '"
		expect "\njsh: syntax error: unexpected end of file, expected a command\n( \n  ^\n$ "
	EOF
}

@test "at the prompt lines are counted within the command" {
	JSH_EDITOR=plain ptyrun <<-'EOF'
		spawn $JSH
		expect "$ "
		line ":"
		expect "$ "
		line "if true"
		expect "> "
		line "then )"
		expect "\njsh: line 2, column 6: syntax error: unexpected \")\", expected a command\nthen )\n     ^\n$ "
		line "echo 'a"
		expect "> "
		eof
		expect "jsh: line 2: syntax error: unclosed quote ' that began on line 1\n$ "
	EOF
}

@test "a here-document that goes on to the end is accepted with one warning" {
	local warning='here-document goes on to the end, without a line "E"'

	printf 'echo a\ncat <<E\nb\n' >script
	for options in '' -n '-o posix'; do
		# shellcheck disable=SC2086 # one word each
		run_jsh $options script
		assert_success
		assert_stderr "script: line 2: warning: $warning"
	done
	assert_output $'a\nb'
	printf 'cat <<E; cat <<F\nb\n' >script
	run_jsh script
	assert_stderr "script: line 1: warning: $warning"
	run_jsh -c $'eval "cat <<E\nb"; echo `cat <<E\nc`'
	assert_output $'b\nc'
	assert_stderr "jsh: line 2: warning: $warning
jsh: line 1: warning: $warning"
	# The last line may lack its newline.
	printf 'cat <<E\nb\nE' >script
	run_jsh script
	assert_output b
	assert_stderr ''
}

@test "^D in a here-document at the prompt warns and runs the command" {
	JSH_EDITOR=plain ptyrun <<-'X'
		spawn $JSH
		expect "$ "
		line "cat <<E"
		expect "> "
		line "text"
		expect "> "
		eof
		expect "jsh: warning: here-document goes on to the end, without a line \"E\"\ntext\n$ "
	X
}
