#!/usr/bin/env bats
#
# errors.bats - the messages for bad input, to the letter, and their statuses
#
# At a terminal the line's number is not there: tests/interactive/jobs.bats.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# TEXT fails with STATUS and only MESSAGE.
fails() { # STATUS TEXT MESSAGE
	run_jsh -c "$2"
	echo "text: $2"
	assert_stderr "$3"
	assert_equal "$status" "$1"
	assert_output ''
}

# In bats' `run` a status of 127 needs a word.
unfound() { # TEXT MESSAGE
	fails 99 "$1; [ \$? -eq 127 ] && exit 99" "$2"
}

# TEXT does not parse: status 2, MESSAGE with its line, and nothing is run.
unparsable() { # TEXT MESSAGE
	printf 'echo first\n%s' "$1" >script
	run_jsh ./script
	echo "text: $1"
	assert_stderr "./script: $2"
	assert_equal "$status" 2
	assert_output first
}

@test "a job that is not there" {
	fails 1 'set -m; fg %7' 'jsh: line 1: fg: %7: no such job'
	fails 1 'set -m; fg' 'jsh: line 1: fg: no current job'
	fails 1 'set -m; bg %7' 'jsh: line 1: bg: %7: no such job'
	fails 1 'kill %7' 'jsh: line 1: kill: %7: no such job'
	fails 1 'jobs %7' 'jsh: line 1: jobs: %7: no such job'
	unfound 'wait %7' 'jsh: line 1: wait: %7: no such job'
	fails 1 'set -m; fg %nosuch' 'jsh: line 1: fg: %nosuch: no such job'
	fails 1 'set -m; fg %?nosuch' 'jsh: line 1: fg: %?nosuch: no such job'
	fails 1 'set -m; fg %99999999999999999999' \
		'jsh: line 1: fg: %99999999999999999999: no such job'
	fails 1 'fg %7' 'jsh: line 1: fg: no job control in this shell'
}

@test "a name that several jobs have: the candidates are listed" {
	local start='sleep 1h & sleep 2h & trap "kill -KILL %1 %2; wait" EXIT; '
	fails 1 "$start"'kill %sleep; exit $?' \
		'jsh: line 1: kill: %sleep: ambiguous: %1 (sleep 1h), %2 (sleep 2h)'
	fails 1 "$start"'kill %?leep; exit $?' \
		'jsh: line 1: kill: %?leep: ambiguous: %1 (sleep 1h), %2 (sleep 2h)'
	fails 1 "set -m; $start"'fg %s; exit $?' \
		'jsh: line 1: fg: %s: ambiguous: %1 (sleep 1h), %2 (sleep 2h)'
}

@test "an unclosed quote: the line, where it began, status 2" {
	unparsable $'echo "two\nthree\n' \
		'line 4: syntax error: unclosed quote " that began on line 2'
	unparsable $'echo \'two\nthree' \
		"line 3, column 6: syntax error: unclosed quote ' that began on line 2"
	unparsable $'echo $\'two' \
		"line 2, column 11: syntax error: unclosed quote \$' that began on line 2"
	unparsable $'echo `two\n' \
		'line 3: syntax error: unclosed command substitution "`" that began on line 2'
	unparsable 'echo ${two' \
		'line 2, column 11: syntax error: unclosed "${" that began on line 2'
	unparsable $'echo $((1 +\n' \
		'line 3: syntax error: unclosed "$((" that began on line 2'
}

@test "an unfinished command: what was expected, status 2" {
	unparsable $'if true\nthen x\n' \
		'line 4: syntax error: unexpected end of file, expected "fi" to match "if" on line 2'
	unparsable 'while :; do :' \
		'line 2, column 14: syntax error: unexpected end of file, expected "done" to match "while" on line 2'
	unparsable 'echo $(two' \
		'line 2, column 11: syntax error: unexpected end of file, expected ")" to match "$(" on line 2'
	unparsable '{ two' \
		'line 2, column 6: syntax error: unexpected end of file, expected "}" to match "{" on line 2'
	unparsable '(two' \
		'line 2, column 5: syntax error: unexpected end of file, expected ")" to match "(" on line 2'
	unparsable 'case x in' \
		'line 2, column 10: syntax error: unexpected end of file, expected "esac" to match "case" on line 2'
	unparsable 'two |' \
		'line 2, column 6: syntax error: unexpected end of file, expected a command'
	unparsable 'two >' \
		'line 2, column 6: syntax error: unexpected end of file, expected a file name'
}

@test "a word that does not belong there" {
	unparsable ')' 'line 2, column 1: syntax error: unexpected ")"'
	unparsable 'two; fi' 'line 2, column 6: syntax error: unexpected "fi"'
	unparsable ';; two' 'line 2, column 1: syntax error: unexpected ";;"'
	unparsable 'for 1 in x; do :; done' \
		'line 2, column 5: syntax error: unexpected "1", expected a name'
	unparsable 'two && && three' \
		'line 2, column 8: syntax error: unexpected "&&", expected a command'
	unparsable 'f() two' \
		'line 2, column 5: syntax error: unexpected "two", expected a compound command'
}

@test "what is not found has status 127" {
	unfound nosuch 'jsh: line 1: nosuch: not found'
	unfound ./nosuch 'jsh: line 1: ./nosuch: No such file or directory'
	: >file
	unfound file/x 'jsh: line 1: file/x: Not a directory'
	unfound "''" 'jsh: line 1: : not found'
	unfound 'PATH=; nosuch' 'jsh: line 1: nosuch: not found'
	unfound '(exec nosuch)' 'jsh: line 1: nosuch: not found'
	unfound '$JSH ./nosuch' 'jsh: ./nosuch: No such file or directory'
	unfound $'nosuch\e[2J' 'jsh: line 1: nosuch^[[2J: not found'
	ln -s loop loop
	unfound ./loop 'jsh: line 1: ./loop: Too many levels of symbolic links'
}

@test "what cannot be executed has status 126" {
	mkdir dir
	echo 'echo x' >file
	printf '\177ELF\0\0' >binary
	printf '#!/no/such\n' >interpreter
	chmod +x binary interpreter
	fails 126 ./file 'jsh: line 1: ./file: Permission denied'
	fails 126 ./dir 'jsh: line 1: ./dir: Is a directory'
	fails 126 'exec ./file' 'jsh: line 1: ./file: Permission denied'
	fails 126 ./binary 'jsh: line 1: ./binary: cannot execute binary file'
	fails 126 ./interpreter 'jsh: line 1: ./interpreter: bad interpreter: /no/such'
	fails 126 '$JSH ./dir' 'jsh: ./dir: Is a directory'
}

@test "expansions that fail" {
	fails 1 'echo ${x?}' 'jsh: line 1: x: parameter not set'
	fails 1 'echo ${x:?is missing}' 'jsh: line 1: x: is missing'
	fails 1 'set -u; echo $x' 'jsh: line 1: x: parameter not set'
	fails 1 'echo $((1 / 0))' 'jsh: line 1: division by zero: "1 / 0"'
	fails 1 'readonly x; x=1' 'jsh: line 1: x: readonly variable'
}

@test "redirections that fail" {
	mkdir dir
	fails 1 ': </nosuch' 'jsh: line 1: /nosuch: No such file or directory'
	fails 1 'cat >dir' 'jsh: line 1: dir: Is a directory'
	fails 1 'cat <&9' 'jsh: line 1: 9: Bad file descriptor'
	fails 1 'cat <&x' 'jsh: line 1: x: not a file descriptor'
	: >file
	fails 1 'set -C; : >file' 'jsh: line 1: file: File exists'
}

@test "arguments of jsh that are wrong" {
	run_jsh -Z
	assert_failure 2
	assert_stderr 'jsh: -Z: no such option; see jsh --help'
	run_jsh --nosuch
	assert_failure 2
	assert_stderr 'jsh: --nosuch: no such option; see jsh --help'
	run_jsh -o nosuch
	assert_failure 2
	assert_stderr 'jsh: nosuch: no such option; see jsh --help'
	run_jsh -c
	assert_failure 2
	assert_stderr 'jsh: -c: a command is expected'
}

# A shell in a folder that was removed.
run_nowhere() { # ARGUMENT...
	mkdir -p up/gone
	run --separate-stderr timeout --foreground -k 5 "$JSH_TEST_SECONDS" \
		sh -c 'cd up/gone && rmdir ../gone && exec "$@"' sh "$JSH" "$@" \
		</dev/null 3>&-
}

@test "started in a folder that was removed" {
	run_nowhere -c 'echo one; : | echo two; echo $(echo three); echo four >file; echo "$?"'
	assert_output $'one\ntwo\nthree\n1'
	assert_stderr 'jsh: line 1: file: No such file or directory'
	run_nowhere -c 'pwd; echo $?; pwd -P; echo $?; echo "[$PWD]"'
	assert_output $'1\n1\n[]'
	assert_stderr 'jsh: line 1: pwd: current directory: No such file or directory
jsh: line 1: pwd: current directory: No such file or directory'
	run_nowhere -c 'cd nosuch; echo $?; cd .; echo "$? [$PWD]"; cd ..; pwd'
	assert_output "1
0 []
$PWD/up"
	assert_stderr 'jsh: line 1: cd: nosuch: No such file or directory'
	run_nowhere -c 'cd -P .; echo "[$PWD]"; cd /; pwd'
	assert_output $'[]\n/'
	run_nowhere +m -ilc 'echo *; cd; pwd'
	assert_output "*"$'\n'"$HOME"
	assert_stderr ''
}

@test "the folder is removed while the shell is in it" {
	mkdir -p up/gone
	run_jsh -c 'up=$PWD/up; cd up/gone; rmdir "$up/gone"
		pwd; echo $?; cd .; echo $?; cat /dev/null; echo $?; (pwd); echo *
		cd "$up"; pwd; mkdir gone; cd gone; echo ${PWD##*/}'
	assert_output $'1\n1\n0\n*\n'"$PWD/up"$'\ngone'
}

@test "without HOME, or with one that is no folder, a shell starts" {
	local profile=$HOME/.profile
	run --separate-stderr env -u HOME "$JSH" -l +m -ic 'echo on; cd' </dev/null 3>&-
	assert_output on
	assert_failure 1
	assert_stderr 'jsh: cd: HOME: not set'
	HOME='' run_jsh -lc 'echo on; cd; echo $?; echo "[$(echo ~)]"'
	assert_output $'on\n1\n[]'
	assert_stderr 'jsh: line 1: cd: HOME: not set'
	HOME=/nosuch run_jsh -lc 'echo on; cd'
	assert_output on
	assert_stderr 'jsh: line 1: cd: /nosuch: No such file or directory'
	HOME=/dev/null run_jsh -lc 'echo on; echo ~'
	assert_output $'on\n/dev/null'
	mkdir "$profile"
	run_jsh -lc 'echo on'
	assert_output on
	assert_stderr "jsh: $profile: Is a directory"
	rmdir "$profile"
	printf 'echo before\nif\n' >"$profile"
	run_jsh -lc 'echo on'
	assert_output $'before\non'
	assert_success
	assert_stderr "$profile: line 3: syntax error: unexpected end of file, expected a command"
	printf '. ./nosuch\n' >"$profile"
	run_jsh -lc 'echo on'
	assert_output on
}

@test "with a HOME that cannot be read a shell starts" {
	((EUID == 0)) || skip "only root can become somebody else"
	mkdir -m 700 closed
	echo 'echo no' >closed/.profile
	run --separate-stderr setpriv --reuid=65534 --regid=65534 --clear-groups \
		env HOME="$PWD/closed" "$JSH" -lc 'echo on; cd; echo $?' 3>&- \
		</dev/null
	((status != 126 && status != 127)) || skip "nobody can run $JSH"
	assert_output $'on\n1'
	assert_line --index 0 on
	assert_stderr "jsh: $PWD/closed/.profile: Permission denied
jsh: line 1: cd: $PWD/closed: Permission denied"
}

@test "exit of what is no number is an error that ends a script" {
	fails 2 'exit abc; echo alive' \
		'jsh: line 1: exit: abc: not a number that can be an exit status'
	fails 2 'exit 99999999999; echo alive' \
		'jsh: line 1: exit: 99999999999: not a number that can be an exit status'
}
