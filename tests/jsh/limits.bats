#!/usr/bin/env bats
#
# limits.bats - input that is deep or huge: a message and a status, no crash
#
# With the stack that there is by default; what has no limit just works.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# Write the file `script`: TEXT is a Python expression. (Loops are slow in bats.)
write_script() { # TEXT
	python3 -c "import sys; sys.stdout.write($1)" >script
}

# The script BEFORE, 100,000 times OPEN, then TEXT and as often CLOSE, AFTER.
nest() { # OPEN TEXT CLOSE [BEFORE AFTER]
	write_script "'${4-}' + '$1' * 100000 + '$2' + '$3' * 100000 + '${5-}'"
}

assert_too_deep() {
	assert_stderr --regexp \
		'^\./script: line 1, column [0-9]+: syntax error: nested too deeply \(limit 500\)$'
	assert_output ''
	assert_failure 2
}

@test "commands that are nested too deeply are a syntax error" {
	for pair in '(@)' '{ @ ;}' 'if :;then @ ;fi' 'while :;do @ ;done' \
		'for i in 1;do @ ;done' 'case x in x) @ ;esac' '$(@)' '"$(@)"'; do
		nest "${pair%%@*}" ' : ' "${pair##*@}"
		run_jsh ./script
		assert_too_deep
		# Also without an end.
		head -c 200000 script >unclosed
		mv unclosed script
		run_jsh ./script
		assert_too_deep
	done
}

@test "expansions that are nested too deeply are an error" {
	for pair in '${a:-@}' '$((@))' '"${a:-@}"' '${a+"${b-@}"}'; do
		nest "${pair%%@*}" 1 "${pair##*@}" ': '
		run_jsh ./script
		assert_too_deep
	done
	for pair in '(@)' '-@' '!@' '~@' '1?1:@' '1?1:1?@' 'a=@'; do
		nest "${pair%%@*}" 1 "${pair##*@}" ': $((' '))'
		run_jsh ./script
		assert_failure 1
		assert_output ''
		assert_equal "$(wc -l <<<"$stderr")" 1
		assert [ "${#stderr}" -lt 400 ]
	done
}

@test "as deep as is allowed works" {
	write_script "'{ ' * 400 + 'echo deep;' + ' };' * 400"
	run_jsh ./script
	assert_output deep
	write_script "'echo ' + '\${a:-' * 400 + '1' + '}' * 400"
	run_jsh ./script
	assert_output 1
	assert_stderr ''
}

@test "what recurs for ever ends with a message and status 1" {
	echo '. ./script' >script
	for text in 'f() { f; }; f' 'f() { if true; then { f x; } 2>&1; fi; }; f' \
		'x='\''eval "$x"'\''; eval "$x"' '. ./script' \
		'f() { command . ./script; }; f'; do
		run_jsh -c "$text; echo no"
		echo "text: $text"
		assert_equal "$status" 1
		refute_output --partial no
		assert_equal "$(printf '%s\n' "$output" "$stderr" |
			grep -c 'commands nested too deeply')" 1
	done
}

@test "after recursion without end an interactive shell goes on" {
	run_jsh_reading +m -i <<<$'f() { f; }; f; echo no\necho $?\nf() { echo shallow; }; f'
	assert_output $'1\nshallow'
	assert_stderr --partial 'jsh: commands nested too deeply (limit 1000)'
}

@test "aliases that lead back to themselves end" {
	run_jsh -c 'alias a="b " b="a " c="c c c" echo="echo again"
a 2>/dev/null; echo $?
c 2>/dev/null
echo $?'
	assert_output $'again 127\nagain 127'
	write_script "''.join(f'alias a{i}=\"a{i + 1} x\"\n' for i in range(2000)) +
		'alias a2000=\"echo end\"\na0\n'"
	run_jsh ./script
	assert_output --partial 'end x x x'
	assert_success
}

@test "aliases that double each time end" {
	write_script "''.join(f'alias a{i}=\"a{i + 1} a{i + 1} \"\n' for i in range(20)) +
		'alias a20=\"x \"\nalias echo=\"echo \"\necho a0 | wc -w\n'"
	run_jsh ./script
	assert_success
	assert_output 1048576
}

@test "a line of 10 MB, and a word of 10 MB" {
	write_script "': ' + 'word ' * 2000000 + '; echo end\n: ' +
		'x' * 10000000 + '; echo end\n: \"' + 'x' * 10000000 + '\"; echo end\n'"
	run_jsh ./script
	assert_output $'end\nend\nend'
	run_jsh_reading <script
	assert_output $'end\nend\nend'
}

@test "1,000,000 words, and as many commands in a line" {
	write_script "'set -- ' + 'w ' * 1000000 + '; echo \$#\n' +
		'for i; do n=\$i; done; echo \$n; shift 999999; echo \$#\n' +
		': ;' * 1000000 + 'echo end\n' + 'true && ' * 100000 + 'echo end\n'"
	run_jsh ./script
	assert_output $'1000000\nw\n1\nend\nend'
	assert_stderr ''
}

@test "too many words for a program are its error, not the shell's end" {
	run_jsh -c 'x=$(printf "%0200000d" 0); /bin/true $x; echo $?
		set -- $(printf "w%.0s " $(seq 300000)); /bin/true "$@" "$@" "$@" "$@"; echo $?'
	assert_output $'126\n126'
	assert_stderr 'jsh: line 1: /bin/true: Argument list too long
jsh: line 2: /bin/true: Argument list too long'
}

@test "a pipeline of 1,000 commands" {
	write_script "'echo end | ' + 'cat | ' * 50 + ': | ' * 950 + 'echo \$?\n'"
	run_jsh ./script
	assert_output 0
	assert_stderr ''
}

@test "a here-document of 100 MB, and 10,000 of them" {
	write_script "'cat <<E | wc -c\n' + ('x' * 99 + '\n') * 1000000 + 'E\n' +
		'cat <<\"E\" | wc -c\n' + ('x' * 99 + '\n') * 100000 + 'E\n'"
	run_jsh ./script
	rm script
	assert_output $'100000000\n10000000'
	write_script "''.join(f': <<E{i};' for i in range(10000)) + '\n' +
		''.join(f'E{i}\n' for i in range(10000)) + 'echo end\n'"
	run_jsh ./script
	assert_output end
	assert_stderr ''
}

@test "10,000 redirections, assignments, case items, functions, elifs" {
	write_script "':' + ' </dev/null' * 10000 + '\n' +
		''.join(f'v{i}={i} ' for i in range(10000)) + '\necho \$v9999\n' +
		'case 9999 in\n' + ''.join(f'{i}) echo case {i};;\n' for i in range(10000)) +
		'esac\n' + ''.join(f'f{i}() {{ echo f{i}; }}\n' for i in range(10000)) +
		'f9999\nif false; then :\n' + 'elif false; then :\n' * 10000 +
		'else echo else; fi\n'"
	run_jsh ./script
	assert_output $'9999\ncase 9999\nf9999\nelse'
}

@test "numbers that are too large are errors, or stay what they are" {
	for text in 'exit 99999999999999999999' 'shift 99999999999999999999' \
		'echo x >&99999999999999999999' 'break 99999999999999999999' \
		'umask 99999999999999999999' 'ulimit -n 99999999999999999999999' \
		'kill -99999999999999999999 $$' 'kill 99999999999999999999' \
		'wait 99999999999999999999' 'fg %99999999999999999999' \
		'set -m; fg %99999999999999999999' 'exec 99999999999>/dev/null' \
		'printf %99999999999999999999d 1' 'printf %.99999999999999999999d 1' \
		'read -t 99999999999999999999 x </dev/null' \
		'echo ${99999999999999999999}' 'echo $((99999999999999999999))' \
		': $((1 << 99999999))' ': $((-9223372036854775807 - 1 / -1))' \
		': $(((-9223372036854775807 - 1) / -1))' \
		': $(((-9223372036854775807 - 1) % -1))' \
		'test 99999999999999999999 -gt 1' 'OPTIND=99999999999999999999; getopts a x'; do
		run_jsh -c "($text) >/dev/null; "'s=$?; [ $s -lt 126 ] || [ $s -eq 255 ] ||
			[ $s -eq 127 ] || echo "status $s"'
		echo "text: $text"
		assert_output ''
	done
}
