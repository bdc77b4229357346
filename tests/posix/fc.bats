# XCU fc
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix

# The lines of standard input are typed to an interactive shell that has no
# terminal. Sets $status, $output and $stderr.
types() {
	status=0
	cat >typed
	output=$(PS1='' PS2='' HISTFILE=$PWD/histfile setsid -w timeout -k 5 \
		"$JSH_TEST_SECONDS" "$JSH" -i <typed 2>stderr 3>&-) || status=$?
	stderr=$(<stderr)
	cp typed "$BATS_TEST_TMPDIR/script" # what ends() shows
}

history_shells() {
	unlike busybox 'has no fc, which is an option of POSIX'
	departs dash 'fc: built without a history here'
	unlike zsh 'lists with a format of its own'
}

# An editor that makes every "one" ONE, and shows in "seen" what it was given.
an_editor() {
	cat >editor <<'EOF'
#!/bin/sh
cat "$1" >>seen
sed s/one/ONE/ "$1" >edited && mv edited "$1"
EOF
	chmod +x editor
	PATH=$PWD:$PATH
}

@test "fc -l lists commands after their numbers, to the previous one" {
	departs busybox 'fc'
	history_shells
	departs yash 'fc: each line has a number'
	departs ksh 'fc: the list ends with fc itself'
	unlike bash 'makes one line of a command of several'
	types <<'EOF'
echo one
for i in a b
do echo $i
done
fc -l
EOF
	ends 0 one a b $'1\techo one' $'2\tfor i in a b' $'\tdo echo $i' $'\tdone'
}

@test "fc -ln lists without numbers, -r the newest first" {
	departs busybox 'fc'
	history_shells
	types <<'EOF'
echo one
echo two
fc -ln 1 2
fc -lr 1 2
fc -lnr 1 2
fc -l -n -r -- 1 2
EOF
	ends 0 one two $'\techo one' $'\techo two' $'2\techo two' \
		$'1\techo one' $'\techo two' $'\techo one' $'\techo two' \
		$'\techo one'
}

@test "a command is +number, number, -number or how it begins" {
	departs busybox 'fc'
	history_shells
	departs bash 'fc: +number is not known'
	departs yash 'fc: -2 counts fc itself'
	types <<'EOF'
echo one
echo two
: three
fc -l +2 2
fc -l -3 -3
fc -l echo 2
fc -l : :
fc -ln -- -2 -2
EOF
	ends 0 one two $'2\techo two' $'2\techo two' $'2\techo two' \
		$'3\t: three' $'\tfc -l echo 2'
}

@test "a range beyond the history is cut, a newer first reverses" {
	departs busybox 'fc'
	history_shells
	departs bash 'fc: fc -l 1 99 lists fc itself'
	departs yash 'fc: fc -l 1 99 lists fc itself'
	departs ksh 'fc: fc -l 1 99 lists fc itself'
	departs mksh 'fc: fc -l 1 99 lists fc itself'
	types <<'EOF'
echo one
echo two
fc -l 1 99
fc -l -99 2
fc -l 2 1
fc -lr 2 1
fc -l 99 | tail -n 1
EOF
	ends 0 one two $'1\techo one' $'2\techo two' $'1\techo one' \
		$'2\techo two' $'2\techo two' $'1\techo one' $'1\techo one' \
		$'2\techo two' $'6\tfc -lr 2 1'
}

@test "fc -l alone lists 16" {
	departs busybox 'fc'
	history_shells
	departs ksh 'fc: the list ends with fc itself'
	departs yash 'fc: the list ends with fc itself'
	for i in {1..20}; do echo ": $i"; done >lines
	echo 'fc -l' >>lines
	types <lines
	assert_equal "${output%%$'\n'*}" $'5\t: 5'
	assert_equal "${output##*$'\n'}" $'20\t: 20'
}

@test "fc -s runs the previous command again, or the one that is named" {
	departs busybox 'fc'
	history_shells
	departs mksh 'fc: what is run again is not entered anew'
	departs yash 'fc: -s writes the command on standard output'
	departs ksh 'fc: the list has fc itself'
	types <<'EOF'
echo one
fc -s
echo two
fc -s 1
fc -s -- -2
fc -s echo
fc -ln 1 -1
EOF
	ends 0 one one two one two two $'\techo one' $'\techo one' \
		$'\techo two' $'\techo one' $'\techo two' $'\techo two'
}

@test "fc -s old=new replaces the first occurrence" {
	departs busybox 'fc'
	history_shells
	departs yash 'fc: -s writes the command on standard output'
	departs bash 'fc: replaces all occurrences'
	types <<'EOF'
echo one one
fc -s one=1
fc -s echo=printf echo
fc -s none=some >out
fc -s =x 2>/dev/null || echo refused
EOF
	assert_output --partial $'one one\n1 one\n1'
	unlike ksh 'takes an empty old'
	unlike mksh 'takes an empty old'
	assert_output --partial refused
}

@test "fc edits with -e, the result is entered and run" {
	departs busybox 'fc'
	history_shells
	departs yash 'fc: writes the commands on standard output'
	departs bash 'fc: fc -ln 3 3 lists more than one command'
	an_editor
	types <<'EOF'
echo one
echo two
fc -e editor 1
fc -ln 3 3
fc -e editor echo
EOF
	ends 0 one two ONE $'\techo ONE' ONE
	assert_equal "$(<seen)" $'echo one\necho ONE'
}

@test "fc edits the previous command with FCEDIT, a range in its order" {
	departs busybox 'fc'
	history_shells
	departs yash 'fc: writes the commands on standard output'
	an_editor
	types <<'EOF'
FCEDIT=editor
echo one
echo two
fc -r 2 3
fc 3 2
fc 2 3
EOF
	ends 0 one two two ONE two ONE ONE two
	assert_equal "$(<seen)" $'echo two\necho one\necho two\necho one\necho one\necho two'
}

@test "several edited commands are entered one by one, fc is not" {
	departs busybox 'fc'
	history_shells
	departs ksh 'fc: enters what was edited as one'
	departs mksh 'fc: enters what was edited as one'
	departs yash 'fc: writes the commands on standard output'
	an_editor
	types <<'EOF'
echo one
echo two
fc -e editor 1 2
fc -ln 1 -1
EOF
	ends 0 one two ONE two $'\techo one' $'\techo two' $'\techo ONE' \
		$'\techo two'
}

@test "an editor that fails keeps the command from being run" {
	departs busybox 'fc'
	history_shells
	types <<'EOF'
echo one
fc -e false || echo $?
fc -e ./nothing 2>/dev/null || echo failed
EOF
	ends 0 one 1 failed
}

@test "redirections and assignments of fc hold for what it runs" {
	departs busybox 'fc'
	history_shells
	types <<'EOF'
echo "[$x]" >&2; echo out
fc -s 1 >file 2>/dev/null
x=y fc -s 1 2>errors >/dev/null
cat file
grep '^\[' errors
EOF
	unlike mksh 'does not keep what is run again'
	departs yash 'fc: writes the commands on standard output'
	ends 0 out out '[y]'
}

@test "the status is that of what was run" {
	departs busybox 'fc'
	history_shells
	types <<'EOF'
(exit 7)
fc -s 1; echo $?
fc -e : 1; echo $?
EOF
	departs yash 'fc: writes the commands on standard output'
	ends 0 7 7
}

@test "what is not in the history is an error" {
	departs busybox 'fc'
	history_shells
	types <<'EOF'
echo one
fc -s 99 2>/dev/null || echo a
fc -s nothing 2>/dev/null || echo b
fc -l nothing 2>/dev/null || echo c
fc -e : 99 2>/dev/null || echo d
fc -x 2>/dev/null || echo e
fc -s 1 2 3 2>/dev/null || echo f
EOF
	unlike bash 'ignores more operands, and takes 99 for the newest'
	unlike yash 'takes 99 with -e for the newest'
	ends 0 one a b c d e f
}

@test "HISTSIZE is how many commands can be recalled" {
	departs busybox 'fc'
	history_shells
	departs ksh 'fc: HISTSIZE is not taken when it is set'
	departs yash 'fc: HISTSIZE is not taken when it is set'
	departs mksh 'fc: HISTSIZE counts fc itself'
	unlike bash 'counts fc itself'
	types <<'EOF'
HISTSIZE=2
echo one
echo two
fc -ln 1 -1
EOF
	ends 0 one two $'\techo one' $'\techo two'
}

@test "without a history fc is an error and says so" {
	departs dash 'fc: built without a history here'
	unlike bash 'fc -l is silent, with status 0'
	unlike yash 'has a history, which is empty, in scripts too'
	run_jsh -c 'fc -l'
	assert_not_equal "$status" 0
	assert [ -n "$stderr" ]
	run_jsh -c 'fc -s; echo after'
	ends 0 after
	assert [ -n "$stderr" ]
}
