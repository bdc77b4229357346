# XCU break, continue
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "break leaves the innermost loop" {
	run_jsh -c 'for i in 1 2; do for j in a b; do echo $i$j; break; done; done'
	assert_output $'1a\n2a'
}

@test "break n leaves n loops" {
	run_jsh -c 'for i in 1 2; do for j in a b; do echo $i$j; break 2; done; done
		echo end'
	assert_output $'1a\nend'
}

@test "break with more than there are leaves all loops" {
	run_jsh -c 'for i in 1 2; do for j in a b; do echo $i$j; break 99; done; done
		echo end $?'
	assert_output $'1a\nend 0'
}

@test "continue goes on with the next turn" {
	run_jsh -c 'for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done'
	assert_output $'1\n3'
}

@test "continue n goes on with the next turn of an outer loop" {
	run_jsh -c 'for i in 1 2; do
			for j in a b; do echo $i$j; continue 2; done
			echo never
		done'
	assert_output $'1a\n2a'
}

@test "continue looks at the condition of while and until again" {
	run_jsh -c 'i=0; while [ $i -lt 3 ]; do i=$((i+1)); continue; echo never; done
		until [ $i -eq 0 ]; do i=$((i-1)); continue; echo never; done
		echo $i'
	assert_output 0
}

@test "break in the condition of a loop leaves that loop" {
	run_jsh -c 'while break; do echo never; done; echo end'
	assert_output end
}

@test "break works inside if, case, braces and &&" {
	run_jsh -c 'for i in 1 2; do
			if true; then case x in x) { true && break; };; esac; fi
			echo never
		done; echo $i'
	assert_output 1
}

@test "break 0 and break x are errors that end the shell" {
	# yash goes on.
	bug_of bash 'leaves the loop at 0, with status 1'
	for operand in 0 x; do
		run_jsh -c "for i in 1; do break $operand; done; echo alive"
		assert_failure
		assert_output ''
		assert [ -n "$stderr" ]
	done
}

@test "break and continue have status 0" {
	run_jsh -c 'for i in 1; do false; break; done; echo $?
		for i in 1; do false; continue; done; echo $?'
	assert_output $'0\n0'
}

@test "a number of any size leaves the outermost loop" {
	departs bash 'break: n greater than the loops leaves them all'
	departs yash 'break: n greater than the loops leaves them all'
	departs ksh 'break: n greater than the loops leaves them all'
	departs dash 'break: n greater than the loops leaves them all'
	departs mksh 'break: n greater than the loops leaves them all'
	unlike zsh 'knows only smaller ones'
	unlike busybox 'knows only smaller ones'
	script <<'EOF'
for i in 1 2; do
	for j in a b; do break 99999999999999999999; done
	echo inner
done
echo $i
for i in 1 2; do
	for j in a b; do continue 99999999999999999999; done
	echo inner
done
echo $i
EOF
	prints 1 2
}

@test "break and continue of n loops, of more than there are, in conditions" {
	unlike mksh 'says that there are fewer loops'
	script <<'EOF'
for i in 1 2; do for j in a b; do break 2; done; echo no; done; echo $i$j
for i in 1 2; do for j in a b; do continue 2; done; echo no; done; echo $i$j
for i in 1 2; do for j in a b; do break 9; done; echo no; done; echo $i$j
for i in 1 2; do until for j in a b; do break; done; do :; done; echo $j; done
while break; do echo no; done; echo $?; until break; do echo no; done; echo $?
i=0; while [ $i -lt 3 ]; do i=$((i + 1)); continue; echo no; done; echo $i
for i in 1 2; do false; break; done; echo $?; for i in 1; do false; continue; done; echo $?
for i in 1 2; do eval break; echo no; done; echo $i
EOF
	prints 1a 2a 1a a a 0 0 3 0 0 1
}

@test "a number below 1 or none at all is an error" {
	departs bash 'break: 0 and less are an error'
	departs zsh 'break: 0 and less are an error'
	for n in 0 -1 abc ''; do
		script "for i in 1 2; do (break '$n'; echo no) 2>/dev/null && echo ok; done"
		assert_not_equal "$status" 0
		assert_output ''
	done
}

@test "a break behind an exclamation mark in the condition leaves status 0" {
	departs yash '2.9.4.3: 0 if no body was executed'
	script 'while ! break; do :; done; echo $?'
	prints 0
}
