#!/usr/bin/env bats
#
# descriptors.bats - programs get 0, 1, 2 and what the user opened, nothing else
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common

# After TEXT a program has the descriptors 0, 1 and 2.
leaves_nothing_open() {
	run_jsh "${@:2}" -c "$1"'
		$PROBE fds; echo end'
	assert_output $'fds: 0 1 2\nend'
}

@test "a program has nothing of the shell's" {
	leaves_nothing_open ''
	leaves_nothing_open '' -m
	leaves_nothing_open 'set -x; { set +x; } 2>/dev/null'
	leaves_nothing_open 'trap : USR1 CHLD'
}

@test "redirections leave nothing open" {
	leaves_nothing_open 'cat </dev/null 3</dev/null >/dev/null 2>&1'
	leaves_nothing_open '{ : 4>&1; { :; } 5<<E
text
E
} 3</dev/null >/dev/null'
	leaves_nothing_open 'f() { : >&3; } 3>/dev/null; f; f >/dev/null'
	leaves_nothing_open 'echo x >/dev/null 3</nosuch; command : 7>&8; cat <&9'
	leaves_nothing_open ': 3</dev/null; >made 5>made2'
	leaves_nothing_open 'exec 5</dev/null 6>&1; exec 5<&- 6>&-'
	leaves_nothing_open 'command exec 5>/dev/null; command exec 5>&-'
	leaves_nothing_open 'while :; do break; done 5</dev/null; (:) 5</dev/null'
}

@test "here-documents, small and large, leave nothing open" {
	leaves_nothing_open 'cat <<E >/dev/null
small
E'
	leaves_nothing_open 'x=$(printf "%020000d" 0); cat <<E >/dev/null
$x
E
: <<E
$x
E
read y <<E
$x
E'
	leaves_nothing_open 'cat <<A 3<<B <<C >/dev/null
a
A
b
B
c
C'
}

@test "pipelines and substitutions leave nothing open" {
	leaves_nothing_open ': | : | cat | (cat)'
	leaves_nothing_open 'x=$(echo a) y=`echo b`; : $(: | :) "$(cat </dev/null)"'
	leaves_nothing_open ': | : & wait; cat /dev/null & wait'
	leaves_nothing_open 'set -m; : | : & wait; cat /dev/null & wait'
	leaves_nothing_open 'for i in 1 2 3; do : $(:) | :; done'
}

@test "files with commands leave nothing open" {
	echo ': 3</dev/null; $PROBE fds >in-file; x=$(:)' >lib
	leaves_nothing_open '. ./lib'
	assert_equal "$(<in-file)" 'fds: 0 1 2'
	echo 'return 3' >lib
	leaves_nothing_open '. ./lib'
	leaves_nothing_open 'command . ./nosuch; command . /'
	echo '. ./lib2' >lib
	echo '$PROBE fds >in-file' >lib2
	leaves_nothing_open '. ./lib'
	assert_equal "$(<in-file)" 'fds: 0 1 2'
	echo 'if' >lib
	run_jsh_reading -i +m <<<$'. ./lib\neval if\n. ./nosuch\n$PROBE fds'
	assert_output 'fds: 0 1 2'
}

@test "globbing, cd, tests and what else looks at files leave nothing open" {
	leaves_nothing_open ': /dev/* *; cd /; cd - >/dev/null; [ -d / ]; type ls >/dev/null; pwd -P >/dev/null'
	leaves_nothing_open 'hash cat; command -v ls >/dev/null; umask 22; ulimit -n >/dev/null'
	leaves_nothing_open 'read x </dev/null; read x <<E
a
E'
}

@test "each member of a pipeline, a job or a substitution has only its own" {
	run_jsh -c '$PROBE fds | { cat; $PROBE fds; }
		(: | $PROBE fds)
		echo $($PROBE fds) "$(: | $PROBE fds)" `$PROBE fds`
		$PROBE fds & wait
		{ $PROBE fds; :; } & wait
		: | $PROBE fds & wait
		set -m
		$PROBE fds & wait
		$PROBE fds | cat
		f() { $PROBE fds; } </dev/null
		f >&1
		(f; $PROBE fds) <<E
text
E
		eval "$PROBE fds" </dev/null
		command $PROBE fds
		exec $PROBE fds'
	assert_success
	while read -r line; do
		[[ $line == 'fds: 0 1 2 fds: 0 1 2 fds: 0 1 2' ]] ||
			assert_equal "$line" 'fds: 0 1 2'
	done <<<"$output"
	assert_equal "${#lines[@]}" 15
}

@test "a script has the file that it is in to itself" {
	echo '$PROBE fds; : | $PROBE fds; x=$($PROBE fds); echo $x; $PROBE fds & wait' >script
	run_jsh script
	assert_output 'fds: 0 1 2
fds: 0 1 2
fds: 0 1 2
fds: 0 1 2'
	run_jsh_reading <script
	assert_output 'fds: 0 1 2
fds: 0 1 2
fds: 0 1 2
fds: 0 1 2'
}

@test "an interactive shell's programs have nothing of it" {
	echo '$PROBE fds >profile' >"$HOME/.profile"
	run_jsh_reading -il <<-'EOF'
		$PROBE fds; : | $PROBE fds; x=$($PROBE fds); echo $x
		$PROBE fds & wait
		set -m
		$PROBE fds & wait
	EOF
	assert_output 'fds: 0 1 2
fds: 0 1 2
fds: 0 1 2
fds: 0 1 2
fds: 0 1 2'
	assert_equal "$(<profile)" 'fds: 0 1 2'
}

@test "what the user opens is for programs too" {
	run_jsh -c 'exec 3</dev/null 5>&1 9>made
		$PROBE fds; : | $PROBE fds; x=$($PROBE fds); echo $x; ($PROBE fds); $PROBE fds & wait
		$PROBE fds 4<&3 3<&- 5>&-
		f() { $PROBE fds; }; f 7>&1; $PROBE fds
		exec 12</dev/null 3<&-; $PROBE fds'
	assert_output 'fds: 0 1 2 3 5 9
fds: 0 1 2 3 5 9
fds: 0 1 2 3 5 9
fds: 0 1 2 3 5 9
fds: 0 1 2 3 5 9
fds: 0 1 2 4 9
fds: 0 1 2 3 5 7 9
fds: 0 1 2 3 5 9
fds: 0 1 2 5 9 12'
}

@test "what the shell was started with is handed on" {
	run_jsh -c 'exec $JSH -c "$PROBE fds; : | $PROBE fds; exec 3<&-; $PROBE fds" 3</dev/null 8</dev/null 11</dev/null'
	assert_output 'fds: 0 1 2 3 8 11
fds: 0 1 2 3 8 11
fds: 0 1 2 8 11'
}

@test "a closed descriptor stays closed, and nothing takes its place" {
	for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
		for arguments in '-c ". ./script"' script '-i script' '-l script' '-m script'; do
			cat >script <<-'EOF'
				exec 9>>result
				$PROBE fds >&9
				: | : | :
				x=$(: | :) y=$(:)
				: >file 3<file
				: <<E
				text
				E
				cat <<E >/dev/null
				text
				E
				: & wait
				. ./lib
				nosuch
				echo x >/nosuch/file
				$PROBE fds >&9
			EOF
			echo ':' >lib
			rm -f result
			run --separate-stderr timeout --foreground -k 5 60 \
				setsid -w sh -c "exec $JSH $arguments $closed" 3>&-
			mapfile -t lines <result
			echo "$closed $arguments: ${lines[*]}"
			# The probe's own output is number 1.
			wanted='fds: 0 1 2 9'
			[[ $closed != *'<&-'* ]] || wanted=${wanted/ 0/}
			[[ $closed != *2* ]] || wanted=${wanted/ 2/}
			assert_equal "${lines[0]}" "$wanted"
			assert_equal "${lines[1]}" "$wanted"
		done
	done
}

@test "a shell whose commands cannot be read says so, and does not spin" {
	run --separate-stderr timeout -k 5 60 sh -c 'exec $JSH <&-' 3>&-
	assert_failure 128
	assert_output ''
	assert_stderr 'jsh: cannot read commands: Bad file descriptor'
	run --separate-stderr timeout -k 5 60 setsid -w sh -c 'exec $JSH -i +m <&-' 3>&-
	assert_output ''
}

@test "with few descriptors all works that needs few" {
	: >lib
	run_jsh -c 'ulimit -n 20; exec $JSH -c "
		echo a | cat | cat
		x=\$(echo b); echo \$x
		{ echo c; } >file; cat file
		cat <<-E
			d
		E
		f() { echo e >&3; }; f 3>&1
		(echo f); echo g & wait
		. ./lib
		for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
			: | : \$(:) 3</dev/null 4<<-E
			text
			E
		done; \$PROBE fds"'
	assert_line --index 6 g
	assert_line --index 7 'fds: 0 1 2'
}

@test "without a free descriptor there is a message, not a crash" {
	script='echo a | cat
		echo $?
		echo b >file
		echo $?'
	run_jsh -c 'ulimit -n 4; exec $JSH -c "$1"' sh "$script"
	assert_output $'1\n1'
	assert_stderr "jsh: line 1: cannot make a pipe: Too many open files
jsh: line 3: file: Too many open files"
	for number in 5 8 10; do
		run_jsh -c "ulimit -n $number"'; exec $JSH -c "$1"' sh "$script"
		assert_output $'a\n0\n1'
		assert_stderr 'jsh: line 3: file: Too many open files'
	done
}

@test "a descriptor that is out of range is named, not the file" {
	run_jsh -c 'ulimit -n 100; command exec 100>f; command exec 100>&1
		true 200<f; command exec 9>&102; cat 200<f; cat 100>&1; cat <&9'
	assert_stderr 'jsh: line 1: 100: Bad file descriptor
jsh: line 1: 100: Bad file descriptor
jsh: line 2: 200: Bad file descriptor
jsh: line 2: 102: Bad file descriptor
jsh: line 2: 200: Bad file descriptor
jsh: line 2: 100: Bad file descriptor
jsh: line 2: 9: Bad file descriptor'
}

@test "a descriptor of the shell's own that is redirected is named, not the file" {
	for number in {48..60}; do
		echo "command exec $number>f"
	done >script
	run_jsh script
	assert_regex "$stderr" '(^|\n)script: line 1: 48: Device or resource busy'
}
