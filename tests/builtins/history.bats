#!/usr/bin/env bats
#
# history.bats - the history builtin, the file and what goes into it
#
# Played to interactive shells without a terminal; the keys are in
# tests/interactive/history.bats.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

setup() {
	common_setup
	unset XDG_STATE_HOME HISTFILE HISTFILESIZE HISTCONTROL HISTIGNORE
	export HISTTIMEFORMAT='' PS1='' PS2=''
	FILE=$HOME/.local/state/jsh/history
}

# The lines of standard input are typed to an interactive shell with the options.
types() { # [OPTION...]
	run --separate-stderr setsid -w timeout -k 5 "$JSH_TEST_SECONDS" \
		"$JSH" -i "$@" 3>&-
	stderr=${stderr//jsh: no job control: there is no controlling terminal/}
}

# The texts of the file's records, one after another.
texts() {
	awk -F '\t' '$6 != "" { print $6 }' "$FILE"
}

@test "history lists numbers, statuses that are not 0, and texts" {
	types <<'END'
echo one
(exit 3)
for i in 1 2
do :; done
history
END
	assert_output "$(printf '%s\n' one '    1       echo one' \
		'    2    3  (exit 3)' '    3       for i in 1 2' \
		'            do :; done' '    4       history')"
}

@test "the time is that of the command, by TZ and HISTTIMEFORMAT" {
	mkdir -p "${FILE%/*}"
	printf '86400\t5\t0\t1.1\t/\told\n' >"$FILE"
	types <<'END'
unset HISTTIMEFORMAT
TZ=UTC history 9 '[o]ld'
HISTTIMEFORMAT='<%H> ' TZ=XYZ-3 history 9 '[o]ld'
END
	assert_line --index 0 '    1  1970-01-02 00:00:00       old'
	assert_line --index 1 '    1  <03>      old'
}

@test "-f, -s, -d, -t, a number and a pattern choose, and -j writes JSON" {
	mkdir -p "${FILE%/*}" "$HOME/there"
	{
		printf '86400\t1500\t2\t1.1\t/nowhere\told\\tfailure\n'
		printf '86400\t7\t0\t1.1\t%s\told "success"\n' "$HOME/there"
	} >"$FILE"
	types <<'END'
cd ~/there
history -f
history -d .
history -d /nowhere
history -t old
history -s old
history 1 'old*'
history 'd "s'
history -j 9 'old "s*'
END
	assert_output "$(
		cat <<END
    1    2  old^Ifailure
    2       old "success"
    4       history -f
    5       history -d .
    1    2  old^Ifailure
    7       history -t old
    7       history -t old
    8       history -s old
    2       old "success"
    2       old "success"
   10       history 'd "s'
{"number":2,"start":86400,"duration_ms":7,"status":0,"session":"1.1","directory":"$HOME/there","command":"old \"success\""}
END
	)"
}

@test "without a history, and in a script, nothing is listed" {
	run_jsh -c 'echo one; history; history -c; echo $?'
	assert_output "$(printf '%s\n' one 0)"
	assert_stderr ''
	assert [ ! -e "$FILE" ]
}

@test "-D takes out of the list and the file, by number or by text" {
	types <<'END'
echo secret
echo one
echo secret
echo two
history -D 2
history -D 'echo secret'
history -D 99
history
END
	assert_line --index 4 '    1       echo two'
	assert_equal "$stderr" $'\njsh: history: 99: not in the history'
	run texts
	assert_output "$(printf '%s\n' 'echo two' 'history -D 2' \
		"history -D 'echo secret'" 'history -D 99' history)"
}

@test "-c forgets the list and leaves the file" {
	types <<<$'echo one\nhistory -c\nhistory'
	assert_output $'one\n    1       history'
	run texts
	assert_output "$(printf '%s\n' 'echo one' 'history -c' history)"
}

@test "-i takes in bash's, zsh's and fish's history, once, before all else" {
	printf '#86400\nfrom bash\n' >bash
	printf ': 86401:2;from\\\nzsh\n' >zsh
	printf -- '- cmd: from fish\n  when: 86402\n' >fish
	types <<'END'
history -i bash
history -i zsh
history -i fish
history -i fish
history 4
history -i /nonexistent
END
	assert_output --partial "$(printf '%s\n' '1 commands of bash' \
		'1 commands of zsh' '1 commands of fish' '1 commands of fish')"
	assert_stderr --partial 'history: /nonexistent: No such file or directory'
	run texts
	assert_line --index 0 'from fish'
	assert_line --index 1 'from\nzsh'
	assert_line --index 2 'from bash'
	assert_line --index 3 'history -i bash'
	types <<<'history from'
	assert_line --index 0 '    1       from fish'
}

@test "wrong use is a usage message" {
	types <<<$'history -x\nhistory 1 2 3\nhistory -c x\necho $?'
	assert_output 2
	assert_stderr --partial 'history: -x: unknown option'
}

@test "the file is made for its owner only, and read by the next shell" {
	types <<<'echo one'
	assert_equal "$(stat -c %a "$FILE" "${FILE%/*}")" $'600\n700'
	run awk -F '\t' '{ print NF, $3, $5, $6 }' "$FILE"
	assert_output "6 - $PWD echo one"$'\n''6 0  '
	types <<<history
	assert_output $'    1       echo one\n    2       history'
}

@test "HISTFILE names another file; empty, unset or /dev/null none" {
	HISTFILE=$PWD/mine types <<<'echo one'
	assert [ -s mine ]
	HISTFILE='' types <<<'echo one'
	HISTFILE=/dev/null types <<<'echo one'
	assert_equal "$stderr" $''
	types <<<$'unset HISTFILE\necho one'
	run texts
	assert_output 'unset HISTFILE'
	XDG_STATE_HOME=$PWD/state types <<<'echo one'
	assert [ -s state/jsh/history ]
	unset HOME
	types <<<$'echo one\necho "${HISTFILE-unset}"'
	assert_line --index 1 unset
}

@test "HISTFILESIZE=0 and HISTSIZE=0 keep nothing" {
	HISTFILESIZE=0 types <<<'echo one'
	HISTSIZE=0 types <<<'echo one'
	assert [ ! -e "$FILE" ]
}

@test "what begins with a space and repetitions are not entered, as HISTCONTROL says" {
	printf '%s\n' 'echo 1' ' echo 2' 'echo 1' 'echo 3' 'echo 1' history >typed
	types <typed
	assert_output --partial $'    1       echo 1\n    2       echo 3\n    3       echo 1\n'
	HISTCONTROL='' HISTFILE='' types <typed
	assert_output --partial $'    2        echo 2\n    3       echo 1\n    4       echo 3\n'
	HISTCONTROL=ignorespace HISTFILE='' types <typed
	assert_output --partial $'    1       echo 1\n    2       echo 1\n    3       echo 3\n'
	HISTCONTROL=ignoredups HISTFILE='' types <typed
	assert_output --partial $'    2        echo 2\n    3       echo 1\n    4       echo 3\n'
	HISTCONTROL=ignorespace:erasedups HISTFILE='' types <typed
	assert_output --partial $'    1       echo 3\n    2       echo 1\n    3       history'
}

@test "in posix mode all is entered unless HISTCONTROL is set" {
	HISTFILE='' types -o posix <<<$': 1\n : 2\n : 2\nfc -l'
	assert_output $'1\t: 1\n2\t : 2\n3\t : 2'
}

@test "HISTIGNORE has patterns for whole commands, and & for the previous one" {
	HISTCONTROL='' HISTIGNORE='ls*:&:\: a\:b' HISTFILE='' types <<'END'
: one
: one
ls -l /dev/null >/dev/null
: ls
: a:b
: a:c
history
END
	assert_output "$(printf '%s\n' '    1       : one' '    2       : ls' \
		'    3       : a:c' '    4       history')"
}

@test "set -o private writes nothing, but the list has it" {
	types <<<$'set -o private\n: secret\nhistory\nset +o private\n: public'
	assert_line '    2       : secret'
	run texts
	assert_output $'set -o private\n: public'
}

@test "set -o nolog leaves out what only defines functions" {
	HISTFILE='' types -o nolog <<<$'f() { :; }\nf() { :; }; f\nhistory'
	assert_output $'    1       f() { :; }; f\n    2       history'
}

@test "what fc runs takes fc's place in the file, too" {
	types <<<$'echo one\nfc -s one=two\nfc -l'
	assert_output "$(printf '%s\n' one two $'1\techo one' $'2\techo two')"
	types <<<$'history'
	assert_output --partial $'    1       echo one\n    2       echo two\n'
}

@test "any bytes come back as they were" {
	printf 'echo "a\tb\\\\n" \xff\xfe\n' | types
	printf 'fc -s echo\n' | types
	run fc_output_bytes
	assert_output $'a\tb\\n \xff\xfe'
}

fc_output_bytes() {
	printf 'fc -s echo\n' | setsid -w timeout -k 5 "$JSH_TEST_SECONDS" \
		"$JSH" -i 2>/dev/null 3>&-
}

@test "garbage, huge lines and bytes that are no text: one warning, and all is kept" {
	mkdir -p "${FILE%/*}"
	{
		printf '1\t-\t-\ts\t/\tgood\n'
		printf 'garbage\n\xff\xfe\0\n\n'
		head -c 3000000 /dev/zero | tr '\0' x
		printf '\n1\t-\t-\ts\t/\tlast\n'
	} >"$FILE"
	cp "$FILE" before
	types <<<$'history\necho $?'
	assert_output $'    1       good\n    2       last\n    3       history\n0'
	assert_equal "$stderr" $'\n'"jsh: history: $FILE: 4 lines that are none of jsh's; passed over"
	cmp -n "$(stat -c %s before)" before "$FILE"
}

@test "another shell's file is neither written to nor cut" {
	seq -f 'echo %.0f' 9 >bash_history
	cp bash_history before
	echo HISTFILESIZE=1 >rc # bash itself would act on it
	ENV=$PWD/rc HISTFILE=$PWD/bash_history types <<<$'echo one\nhistory'
	assert_output $'one\n    1       echo one\n    2       history'
	assert_equal "$stderr" $'\n'"jsh: history: $PWD/bash_history: not a history of jsh; it is left alone"
	cmp before bash_history
}

@test "a folder, a FIFO or a file that cannot be made: one warning, the shell works" {
	mkfifo fifo
	HISTFILE=$PWD types <<<$'echo one\necho two'
	assert_output $'one\ntwo'
	assert_equal "$stderr" $'\n'"jsh: history: $PWD: Is a directory"
	HISTFILE=$PWD/fifo types <<<$'echo one\necho two'
	assert_output $'one\ntwo'
	assert_equal "$stderr" $'\n'"jsh: history: $PWD/fifo: not a regular file"
	HISTFILE=/proc/nothing types <<<$'echo one\necho two'
	assert_output $'one\ntwo'
	assert_equal "$stderr" $'\n''jsh: history: /proc/nothing: No such file or directory'
}

@test "HISTFILESIZE cuts a file that has a quarter more, at the start of a shell" {
	mkdir -p "${FILE%/*}"
	awk 'BEGIN { for (i = 1; i <= 124; i++)
		printf "1\t-\t-\ts\t/\techo %03d\n", i }' >"$FILE"
	chmod 640 "$FILE"
	HISTFILESIZE=100 types <<<$': 1\n: 2'
	assert_equal "$(texts | wc -l)" 126
	HISTFILESIZE=100 types <<<': 3'
	assert_equal "$(texts | head -n 1)" 'echo 027'
	assert_equal "$(texts | wc -l)" 101
	assert_equal "$(stat -c %a "$FILE")" 640
}

@test "only the end of a large file is read" {
	command -v strace >/dev/null || skip 'strace is needed'
	mkdir -p "${FILE%/*}"
	yes "$(printf '1\t-\t-\ts\t/\techo one')" | head -c 100000000 >"$FILE"
	printf '\n1\t-\t-\ts\t/\tlast\n' >>"$FILE"
	HISTFILESIZE=unlimited run --separate-stderr \
		setsid -w timeout "$JSH_TEST_SECONDS" \
		strace -y -e trace=pread64,read -o trace "$JSH" -i <<<'history 2' 3>&-
	assert_line --index 0 ' 1000       last'
	assert_equal "$(grep -c "pread64.*$FILE.*, 65536," trace)" 1
}

@test "what other shells run is listed without a number, and read in by -r" {
	types <<'END'
echo one
echo echo other | "$JSH" -i 2>/dev/null
history
history -r
history
END
	assert_output "$(printf '%s\n' one other '    1       echo one' \
		"    2       echo echo other | \"\$JSH\" -i 2>/dev/null" \
		'    -       echo other' '    3       history' \
		'    1       echo one' \
		"    2       echo echo other | \"\$JSH\" -i 2>/dev/null" \
		'    3       history' '    4       echo other' \
		'    5       history -r' '    6       history')"
}
