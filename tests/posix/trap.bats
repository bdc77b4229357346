# XCU trap
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/posix
load testee

@test "a trap's action runs when the signal comes" {
	run_jsh -c 'trap "echo caught" USR1; kill -USR1 $$; echo after'
	assert_output $'caught\nafter'
}

@test "\$? is kept over an action" {
	run_jsh -c 'trap "false" USR1; (exit 3); x=$?; kill -USR1 $$; echo $? $x'
	assert_output '0 3'
}

@test "- and a first operand that is a number reset" {
	run_jsh -c 'trap "echo x" EXIT; trap - EXIT; trap "echo y" 0; trap 0
		trap "echo z" USR1 EXIT; trap 10 0; trap'
	assert_output ''
}

@test "an empty action ignores, also in programs" {
	run_jsh -c 'trap "" USR1; kill -USR1 $$; sh -c "kill -USR1 \$\$; echo lives"'
	assert_output lives
}

@test "trap lists actions that can be read back" {
	bug_of dash 'shows none in a command substitution'
	departs zsh 'trap'
	departs mksh 'trap'
	run_jsh -c 'trap "echo '\''a b'\''" INT; trap "" TERM; v=$(trap)
		trap - INT TERM; eval "$v"; kill -INT $$; kill -TERM $$; echo end'
	assert_output $'a b\nend'
}

@test "the list has one line for each, in trap's own form" {
	run_jsh -c 'trap "echo x" INT; trap'
	assert_output "trap -- 'echo x' INT"
}

@test "a subshell starts without the actions" {
	departs ksh 'trap'
	run_jsh -c 'trap "echo outer" USR1; (sh -c "kill -USR1 \$PPID"; echo alive)
		echo $?'
	refute_line outer
	refute_line alive
}

@test "ignored signals stay ignored in a subshell" {
	run_jsh -c 'trap "" USR1; (sh -c "kill -USR1 \$PPID"; echo alive)'
	assert_output alive
}

@test "a command substitution shows the actions of its parent" {
	bug_of dash 'shows none in a command substitution'
	departs zsh 'trap'
	departs mksh 'trap'
	run_jsh -c 'trap "echo x" INT; echo "$(trap)"'
	assert_output "trap -- 'echo x' INT"
}

@test "names may be numbers; several conditions share an action" {
	run_jsh -c 'trap "echo x" 2 TERM 0; kill -TERM $$; kill -INT $$; trap - 0'
	assert_output $'x\nx'
}

@test "a wrong condition is status 1, and the shell goes on" {
	run_jsh -c 'trap "echo x" NOTHING USR1; echo $?; kill -USR1 $$'
	assert_line --index 0 1
	assert [ -n "$stderr" ]
}

@test "the EXIT trap runs at the end, once" {
	departs ksh 'trap'
	departs zsh 'trap'
	run_jsh -c 'trap "echo bye" EXIT; echo end'
	assert_output $'end\nbye'
	run_jsh -c 'trap "echo bye; exit" EXIT; exit 2'
	assert_failure 2
	assert_output bye
}

@test "signals ignored at entry stay ignored" {
	departs zsh 'trap'
	run_jsh -c 'trap "" USR1
		"$0" -c "trap \"echo caught\" USR1; kill -USR1 \$\$; echo end"' "$JSH"
	assert_output end
}

@test "an action sees the variables and positional parameters" {
	run_jsh -c 'trap "echo \$x \$1" USR1; x=later; kill -USR1 $$' sh first
	assert_output 'later first'
}

@test "an action runs after the foreground program, not in its middle" {
	run_jsh -c 'trap "echo caught" USR1
		sh -c "kill -USR1 \$PPID; echo program"; echo end'
	assert_output $'program\ncaught\nend'
}

@test "trap -p lists the conditions that are named, the default ones too" {
	departs dash 'trap: -p'
	departs yash 'trap: -p'
	departs mksh 'trap: -p'
	departs ksh 'trap: -p writes the action alone'
	departs zsh 'trap: -p'
	departs busybox 'trap'
	script <<'EOF'
trap 'echo a' USR1; trap '' HUP
trap -p USR1 HUP EXIT INT
trap -p -- TERM
trap -p 15
EOF
	prints "trap -- 'echo a' USR1" "trap -- '' HUP" 'trap -- - EXIT' \
		'trap -- - INT' 'trap -- - TERM' 'trap -- - TERM'
}

@test "trap -p alone lists all conditions, and restores them" {
	departs dash 'trap: -p'
	departs yash 'trap: -p'
	departs mksh 'trap: -p'
	departs ksh 'trap: -p lists only what is set'
	departs bash 'trap: -p lists only what is set'
	departs zsh 'trap: -p lists only what is set'
	departs busybox 'trap'
	script <<'EOF'
trap 'echo a' USR1
saved=$(trap -p)
trap 'echo b' USR1 USR2
eval "$saved"
trap
trap -p | grep -c -e '- EXIT' -e '- INT' -e '- TERM'
EOF
	prints "trap -- 'echo a' USR1" 3
}

@test "a subshell shows the traps of its parent until it changes one" {
	departs dash 'trap: in a subshell'
	departs mksh 'trap: in a subshell'
	departs zsh 'trap: in a subshell'
	departs ksh 'trap: in a subshell of a pipeline'
	departs busybox 'trap'
	script <<'EOF'
trap 'echo x y' USR1
(trap)
( ( trap ) )
( (trap); : )
trap | cat
{ trap; } | cat
echo "$(trap)"
echo "$(eval trap)"
f() { trap; }
echo "$(f)"
(trap - USR2; trap; echo changed)
(trap 'echo z z' USR2; trap)
trap
EOF
	prints "trap -- 'echo x y' USR1" "trap -- 'echo x y' USR1" \
		"trap -- 'echo x y' USR1" "trap -- 'echo x y' USR1" \
		"trap -- 'echo x y' USR1" "trap -- 'echo x y' USR1" \
		"trap -- 'echo x y' USR1" "trap -- 'echo x y' USR1" changed "trap -- 'echo z z' USR2" \
		"trap -- 'echo x y' USR1"
}

@test "what a subshell sets is not the parent's" {
	script <<'EOF'
trap 'echo parent' USR1
(trap 'echo child' USR1 EXIT)
(trap '' USR1)
kill -USR1 $$
EOF
	prints child parent
}

@test "an action that is ignored stays so in a subshell that sets others" {
	script <<'EOF'
trap '' HUP; trap 'echo x y' TERM
(trap 'echo z z' USR1; trap) | sort
EOF
	prints "trap -- '' HUP" "trap -- 'echo z z' USR1"
}

@test "quotes and newlines in an action are read back" {
	script <<'EOF'
trap 'echo "it'\''s" \$x \\' USR1
saved=$(trap); trap - USR1; eval "$saved"; kill -USR1 $$
trap 'echo a
echo b' USR1
trap >file; trap - USR1; . ./file; kill -USR1 $$
trap -- '-x() { :; }; echo dash' USR1; saved=$(trap); trap - USR1
eval "$saved"; kill -USR1 $$ 2>/dev/null
EOF
	departs dash 'trap: in a command substitution'
	departs mksh 'trap: in a command substitution'
	departs zsh 'trap: in a command substitution'
	assert_line --index 0 "it's \$x \\"
	assert_line --index 1 a
	assert_line --index 2 b
}

@test "trap with a number first resets all, with - too" {
	script <<'EOF'
trap 'echo x' USR1 USR2 HUP
trap 1 10; trap - 12
trap
trap 'echo x' 1 2 3
trap - HUP INT QUIT EXIT; trap
trap -- 'echo end' 0; trap 0; trap
EOF
	prints
}

@test "SIG before a name and small letters" {
	unlike dash 'takes no SIG, which POSIX allows'
	unlike zsh 'takes no small letters, which POSIX allows'
	script <<'EOF'
trap 'echo a' SIGUSR1; kill -USR1 $$
trap 'echo b' usr1; kill -USR1 $$
EOF
	prints a b
}

@test "an unknown condition is a status that is not 0, but ends no script" {
	script <<'EOF'
trap 'echo x' NOSUCH && echo wrong
trap 'echo x' 999 && echo wrong
trap 'echo x' '' && echo wrong
trap - NOSUCH && echo wrong
echo end
EOF
	complains 0 end
}

@test "an unknown option of trap ends a script" {
	departs mksh 'trap: an option is an error'
	departs zsh 'trap: an option is an error'
	script 'trap -Z INT; echo no'
	complains any
}

@test "\$? is what it was after an action, whatever it does" {
	departs zsh 'trap: the value of ? is restored'
	script <<'EOF'
trap '(exit 7); false' USR1
(exit 5); x=$?
true; kill -USR1 $$; echo $?
trap 'echo in $?' USR1
f() { kill -USR1 $$; echo $?; return 3; }
f; echo $?
EOF
	prints 0 'in 0' 0 3
}

@test "return in an action leaves the function, without n with \$? from before" {
	departs yash 'trap: an action is run as eval would'
	departs zsh 'trap: an action is run as eval would'
	script <<'EOF'
f() { trap 'echo t; return 5' USR1; kill -USR1 $$; echo no; }
f; echo $?
g() { trap '(exit 9); return' USR1; kill -USR1 $$; echo no; }
g; echo $?
EOF
	departs ksh 'return: the value of ? before the action'
	prints t 5 0
}

@test "return of a function that an action calls has the status of there" {
	departs bash 'return: the current value of ?'
	departs yash 'return: the current value of ?'
	departs mksh 'return: the current value of ?'
	script "f() { return; }; trap '(exit 4); f; echo \$?' USR1; kill -USR1 \$\$"
	prints 4
}

@test "exit in an action has the status from before the action" {
	departs zsh 'exit: in a trap'
	departs bash 'exit: the value of ? before the action'
	departs yash 'exit: the value of ? before the action'
	departs ksh 'exit: the value of ? before the action'
	script "trap '(exit 9); exit' USR1; (exit 5); kill -USR1 \$\$; echo no"
	ends 0
	script "trap 'exit 4' USR1; kill -USR1 \$\$; echo no"
	ends 4
}

@test "break in an action leaves the loop, set -e holds in it" {
	unlike yash 'break: not in a loop there'
	unlike mksh 'break: not in a loop there'
	script <<'EOF'
trap 'break' USR1
for i in 1 2; do kill -USR1 $$; echo no; done
echo $i
trap 'set -e; false; echo no' USR1; kill -USR1 $$; echo no
EOF
	ends 1 1
}

@test "an action may interrupt an action" {
	departs yash 'trap: actions are put off'
	script <<'EOF'
trap 'echo 1; kill -USR2 $$; echo 3' USR1
trap 'echo 2' USR2
kill -USR1 $$; echo 4
EOF
	prints 1 2 3 4
}

@test "an action may reset or replace its own trap" {
	script <<'EOF'
trap 'trap "echo second; trap - USR1; trap" USR1; echo first' USR1
kill -USR1 $$; kill -USR1 $$; echo end
EOF
	prints first second end
}

@test "EXIT runs after a shell error, with its status" {
	departs ksh 'trap: ? is 0 there'
	for code in 'set -u; echo $nope' 'echo ${nope?no}' 'echo $((1/0))' \
		'readonly x=1; x=2' '. /nonexistent' 'set -Z' 'eval "("' \
		': </nonexistent' 'exec /nonexistent'; do
		unlike yash 'statuses above 256 inside, and exec runs no EXIT trap'
		unlike bash 'exec runs no EXIT trap'
		departs zsh 'trap: EXIT'
		departs mksh 'trap: ? is 0 there'
		script "trap 'echo \"bye \$?\"' EXIT; $code; echo no"
		assert_not_equal "$status" 0
		assert_output "bye $status"
	done
}

@test "EXIT runs after set -e, exit, return and the last command" {
	departs yash 'set: -e in a function runs EXIT'
	script 'trap "echo bye" EXIT; set -e; f() { false; }; f; echo no'
	ends 1 bye
	script 'trap "echo bye \$?" EXIT; (exit 3); exit'
	ends 3 'bye 3'
	script 'trap "echo bye \$?" EXIT; sh -c "exit 4"'
	ends 4 'bye 4'
	script 'trap "echo bye" EXIT; f() { exit 5; }; x=$(f); echo $?; eval f'
	ends 5 5 bye
	script 'trap "echo bye" EXIT; sh -c true'
	ends 0 bye
}

@test "EXIT of each subshell runs at its own end" {
	script <<'EOF'
trap 'echo main' EXIT
(trap 'echo sub' EXIT; echo in)
(echo none)
echo $(trap 'echo subst' EXIT; echo y)
{ trap 'echo pipe' EXIT; echo z; } | cat
(trap 'echo status' EXIT; exit 3); echo $?
EOF
	prints in sub none 'y subst' z pipe status 3 main
}

@test "EXIT may be set anew, ignored and reset; a nested one does not run again" {
	script 'trap "echo a" EXIT; trap "echo b" EXIT'
	prints b
	script 'trap "echo a" EXIT; trap "" EXIT; exit 3'
	ends 3
	script 'trap "echo a" EXIT; trap - EXIT; echo end'
	prints end
	script 'trap "trap \"echo nested\" EXIT; echo outer" EXIT'
	prints outer
	script 'trap "exit 7" EXIT; exit 3'
	ends 7
	script 'trap "false" EXIT; exit 3'
	ends 3
}

@test "a signal ignored at entry cannot be caught, and is not reset" {
	departs zsh 'trap'
	status=0
	output=$(trap '' HUP USR1; "$JSH" -c 'trap "echo no" HUP; trap - USR1
		kill -HUP $$; kill -USR1 $$; echo alive') || status=$?
	assert_output alive
}

@test "a signal without a trap ends the shell through EXIT, at once" {
	unlike bash 'waits for the pipeline in the foreground'
	unlike busybox 'runs no EXIT trap then'
	for peer in dash yash zsh; do
		unlike $peer 'runs no EXIT trap then, which POSIX allows'
	done
	unlike ksh 'does not die of the signal'
	unlike mksh 'does not die of the signal'
	# It ends only when the shell is gone.
	echo 'kill -TERM $1; while kill -0 $1 2>/dev/null; do :; done' >program
	for waiting in 'kill -TERM $$' 'sh program $$' 'sh program $$ | cat' \
		'x=$(sh program $$)' '(sh program $$; :)' 'sh program $$ & wait' \
		'kill -TERM $$ & while :; do :; done' \
		'mkfifo f; exec 3<>f; sh program $$ & read x <&3'; do
		script "trap 'echo bye' EXIT; $waiting; echo no"
		ends 143 bye
	done
}

@test "what comes with the end by a signal: HUP, INT, QUIT, a subshell, exit" {
	unlike bash 'is not ended by QUIT'
	unlike busybox 'runs no EXIT trap then'
	for peer in dash yash zsh; do
		unlike $peer 'runs no EXIT trap then, which POSIX allows'
	done
	unlike ksh 'does not die of the signal'
	unlike mksh 'does not die of the signal'
	for signal in HUP:1 INT:2 QUIT:3; do
		script 'ulimit -c 0; trap "echo bye" EXIT; kill -s $1 $$; echo no' \
			"${signal%:*}"
		ends $((128 + ${signal#*:})) bye
	done
	script 'trap "echo bye; exit 3" EXIT; kill -TERM $$; echo no'
	ends 143 bye
	script '(trap "echo sub" EXIT; kill -TERM $(exec sh -c "echo \$PPID")
		echo no) 2>/dev/null; echo $?'
	ends 0 sub 143
	script 'trap "echo bye" EXIT; trap - EXIT; kill -TERM $$; echo no'
	ends 143
	script 'trap "echo bye" EXIT; trap "" TERM; kill -TERM $$; trap - TERM
		kill -TERM $$; echo no'
	ends 143 bye
	script '{ trap "echo bye" EXIT; kill -INT $(exec sh -c "echo \$PPID")
		echo alive; } & wait'
	ends 0 alive bye
}
