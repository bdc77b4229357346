#!/usr/bin/env bats
#
# complete.bats - Tab at the prompt, with each library editor
#
# Where the cursor is and how names are quoted is tested by the unit tests
# interactive_complete_*; here, what the user sees and gets.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # the shell under test expands

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	need_libraries
	mkdir -p home/.ssh folder
	cd folder || return
}

teardown() {
	screen_stop
	common_teardown
}

# A shell with the prompt "% " on an empty screen. TEXT is run first.
start() { # EDITOR [TEXT]
	local command
	printf -v command '%q ' env HOME="$PWD/../home" JSH_EDITOR="$1" "$JSH"
	screen_run 60 20 "$command"
	screen_until "prompt" screen_has_prompt
	screen_type "${2:+$2; }PS1='%'\\ "
	screen_key Enter C-l
	screen_wait_line "%"
}

screen_has_prompt() {
	[[ $(screen_text) == *[\$#]* ]]
}

# The command line becomes TEXT (without a blank at its end).
has_line() {
	screen_wait_line "% $1"
}

# Empty the command line.
clear_line() {
	screen_key C-e C-u
	screen_wait_line "%"
}

# The shell is told to go: nothing of it is left to the teardown.
leave() {
	screen_key C-e C-u C-d
	screen_until "end of the shell" shell_is_gone
}

shell_is_gone() {
	[[ $(screen_tmux display-message -p '#{pane_dead}') == 1 ]]
}

@test "Tab completes a command, and a blank follows" {
	for editor in "${libraries[@]}"; do
		start "$editor" 'alias unalert=:; unalgo() { :; }'
		screen_type "unali"
		screen_key Tab
		screen_type "x"
		has_line "unalias x"
		clear_line
		screen_type "echo a | unale"
		screen_key Tab
		screen_type 'x $(unalg'
		screen_key Tab
		screen_type "x"
		has_line 'echo a | unalert x $(unalgo x'
		leave
	done
}

@test "a second Tab lists what there is, and the line stays" {
	touch one-a one-b
	for editor in "${libraries[@]}"; do
		start "$editor"
		screen_type "cat o"
		screen_key Tab
		has_line "cat one-"
		screen_key Tab Tab
		shows <<-'END'
			% cat one-
			one-a  one-b
			% cat one-
		END
		screen_type "b"
		has_line "cat one-b"
		leave
	done
}

@test "readline can insert all that fits" {
	[[ " ${libraries[*]} " == *" readline "* ]] || skip "no readline"
	touch 'one a' 'one b'
	start readline
	screen_type "cat o"
	screen_key M-*
	has_line 'cat one\ a one\ b'
	leave
}

@test "options of builtins are listed with what they do" {
	for editor in "${libraries[@]}"; do
		start "$editor"
		screen_type "complete -"
		screen_key Tab Tab
		shows <<-'END'
			% complete -
			-C  run it
			-F  call it
			-W  choose from them
			-r  do as if nothing had been said about NAME
			% complete -
		END
		clear_line
		screen_type "set -o noc"
		screen_key Tab
		has_line "set -o noclobber"
		leave
	done
}

@test "any name of a file is quoted so that it is that file" {
	local names=('a b' "b'c" 'c"d' 'd$HOME' 'e`f`' $'f\ng' $'g\th' '-i'
		'~j' '#k' 'l\m' 'm*' $'n\e[31m' $'o\377p' 'p;q&r|s' 'é à')
	local name opening count=0
	for name in "${names[@]}"; do
		: >"./$name"
	done
	for editor in "${libraries[@]}"; do
		start "$editor"
		for opening in '' '"' "'"; do
			for name in "${names[@]}"; do
				count=$((count + 1))
				screen_type "printf '%s/' $opening"
				case $opening$name in
				['~#']* | é*) screen_type "\\${name:0:1}" ;;
				*) screen_type "${name:0:1}" ;;
				esac
				screen_key Tab
				screen_type ">out; echo done $count"
				screen_key Enter
				screen_wait_line "done $count"
				screen_key C-l
				run cat out
				assert_output "${name/#-/./-}/"
				rm out
			done
		done
		leave
	done
}

@test "after cd only folders, with a slash, and one goes on behind it" {
	mkdir -p 'sub dir/inner' sub-other
	touch sub-file
	for editor in "${libraries[@]}"; do
		start "$editor"
		screen_type "cd sub"
		screen_key Tab Tab
		screen_wait_line 'sub dir/    sub-other/'
		screen_type '\ '
		screen_key Tab
		screen_type "i"
		screen_key Tab
		has_line 'cd sub\ dir/inner/'
		clear_line
		screen_type 'cat "sub d'
		screen_key Tab
		screen_type "i"
		screen_key Tab
		has_line 'cat "sub dir/inner/'
		leave
	done
}

@test "after cd also the folders in CDPATH, with where they are" {
	mkdir -p sub-here '../place a/sub-there/in it' '../place a/only' ../b/sub-b
	touch '../place a/sub-file'
	for editor in "${libraries[@]}"; do
		start "$editor" 'CDPATH=:"$PWD/../place a":../b'
		screen_type "cd on"
		screen_key Tab
		has_line "cd only/"
		clear_line
		screen_type "cd sub-there/i"
		screen_key Tab
		has_line 'cd sub-there/in\ it/'
		screen_key Enter
		screen_wait "place a/sub-there/in it"
		screen_type "cd -; CDPATH=../b"
		screen_key Enter C-l
		screen_wait_line "%"
		screen_type "pushd sub-"
		screen_key Tab Tab
		shows <<-'END'
			% pushd sub-
			sub-b/     in ../b
			sub-here/
			% pushd sub-
		END
		clear_line
		screen_type "cd ./sub-"
		screen_key Tab
		has_line "cd ./sub-here/"
		leave
	done
}

@test "variables, also in folders, and homes of users" {
	touch file
	for editor in "${libraries[@]}"; do
		start "$editor" 'ABCD=$PWD'
		screen_type 'echo $ABC'
		screen_key Tab
		screen_type ' "${ABC'
		screen_key Tab
		screen_type '" $ABCD/fi'
		screen_key Tab
		screen_type '~roo'
		screen_key Tab
		has_line 'echo $ABCD "${ABCD}" $ABCD/file ~root/'
		leave
	done
}

@test "case is ignored when nothing fits as it is typed" {
	touch README Rest real
	for editor in "${libraries[@]}"; do
		start "$editor"
		screen_type "cat re"
		screen_key Tab
		screen_type "; cat rea"
		screen_key Tab
		screen_type "; cat READ"
		screen_key Tab
		screen_type "; cat res"
		screen_key Tab
		has_line "cat real ; cat real ; cat README ; cat Rest"
		leave
	done
}

@test "hidden files only after a dot, and control characters do no harm" {
	touch .hidden $'bell\a' $'escape\e[2J'
	for editor in "${libraries[@]}"; do
		start "$editor"
		screen_type "cat "
		screen_key Tab Tab
		shows <<-'END'
			% cat
			bell^G       escape^[[2J
			% cat
		END
		screen_type ".h"
		screen_key Tab
		has_line "cat .hidden"
		leave
	done
}

@test "jobs are completed with their state and text" {
	for editor in "${libraries[@]}"; do
		start "$editor" 'sleep 1h & sleep 2h & kill -STOP %2; wait %2'
		screen_key C-l
		screen_type "fg "
		screen_key Tab
		has_line "fg %"
		screen_key Tab Tab
		screen_wait_line "%1  Running  sleep 1h"
		screen_wait "%2  Stopped (signal)  sleep 2h"
		clear_line
		screen_type "kill %?2h"
		screen_key Tab
		screen_type "%1"
		has_line "kill %2 %1"
		screen_key Enter
		screen_wait_line "%"
		screen_type "wait; exit"
		screen_key Enter
		screen_until "end of the shell" shell_is_gone
	done
}

@test "signals and pids are completed for kill and trap" {
	local pid
	cp "$(command -v sleep)" "nap-$$"
	for editor in "${libraries[@]}"; do
		start "$editor" "./nap-$$ 3h & echo \$! >pid"
		pid=$(<pid)
		screen_type "kill nap-$$"
		screen_key Tab
		has_line "kill $pid"
		clear_line
		screen_type "trap x WIN"
		screen_key Tab
		has_line "trap x WINCH"
		clear_line
		screen_type "kill -s USR"
		screen_key Tab Tab
		screen_wait_line "USR1  User defined signal 1"
		clear_line
		screen_type "kill -KI"
		screen_key Tab
		screen_type "%./n"
		screen_key Tab
		has_line "kill -KILL %1"
		screen_key Enter
		leave
	done
}

@test "hosts are those of known_hosts that are not hashed" {
	cat >../home/.ssh/known_hosts <<-'END'
		zebra.example,10.1.1.1 ssh-ed25519 AAAA
		|1|abc=|def= ssh-ed25519 AAAA
		[zoo.example]:2222 ssh-rsa AAAA
	END
	for editor in "${libraries[@]}"; do
		start "$editor"
		screen_type "ssh zeb"
		screen_key Tab
		screen_type "x; ssh zoo"
		screen_key Tab
		has_line "ssh zebra.example x; ssh zoo.example"
		leave
	done
}

@test "words, programs and functions of the user's are asked" {
	cat >list <<-'END'
		#!/bin/sh
		printf '%s\tabout it\n' "[$1]" "[$2]" "[$3]" "[$COMP_POINT]"
	END
	chmod +x list
	for editor in "${libraries[@]}"; do
		start "$editor" "complete -W 'start stop' sv; complete -C ./list p"
		screen_type "sv sta"
		screen_key Tab
		has_line "sv start"
		clear_line
		screen_type "p a ["
		screen_key Tab Tab
		shows <<-'END'
			% p a [
			[5]  about it
			[[]  about it
			[a]  about it
			[p]  about it
			% p a [
		END
		leave
	done
}

@test "a completer changes nothing in the shell, and says nothing" {
	for editor in "${libraries[@]}"; do
		start "$editor" \
			'f() { v=2; cd /; echo no >&2; read x; echo "$1-$2-$3"; }'
		screen_type 'v=1; d=$PWD; complete -F f g; alias h="g -x"'
		screen_key Enter C-l
		screen_wait_line "%"
		screen_type "h one h"
		screen_key Tab
		screen_type '; test "$PWD" = "$d" && echo "v is $v;"'
		screen_key Enter
		screen_wait_line "v is 1;"
		screen_type "jobs; echo \"none\$!.\""
		screen_key Enter
		screen_wait_line "none."
		leave
	done
}

@test "^C ends a completer that hangs, and the line stays" {
	mkfifo begun
	for editor in "${libraries[@]}"; do
		start "$editor" \
			'f() { trap "" INT; echo x >begun; sleep 9h; }; complete -F f g'
		screen_type "g a"
		screen_key Tab
		read -r <begun
		screen_key C-c
		screen_type "b"
		has_line "g ab"
		leave
	done
}

@test "completion goes on in the next line of a command" {
	for editor in "${libraries[@]}"; do
		start "$editor" "PS2='> '"
		screen_type "echo 'a"
		screen_key Enter
		screen_wait_line ">"
		screen_type "b' | unali"
		screen_key Tab
		screen_type "x"
		screen_wait_line "> b' | unalias x"
		screen_key C-c
		screen_wait_line "%"
		leave
	done
}

@test "a pasted tab is no Tab" {
	for editor in "${libraries[@]}"; do
		start "$editor"
		screen_tmux set-buffer $'echo "a\tb"'
		screen_tmux paste-buffer -p
		screen_key Enter
		screen_wait_line "a       b"
		leave
	done
}

@test "the model completer knows git's commands and branches" {
	command -v git >/dev/null || skip "git is not installed"
	git init -q -b main . >/dev/null
	git -c user.name=a -c user.email=a@example.org \
		commit -q --allow-empty -m "First subject"
	git branch topic
	touch tracked
	for editor in "${libraries[@]}"; do
		start "$editor" ". $TOP_SRCDIR/examples/complete/git.jsh"
		screen_type "git cherry-p"
		screen_key Tab
		screen_type "to"
		screen_key Tab
		has_line "git cherry-pick topic"
		clear_line
		screen_type "git add tr"
		screen_key Tab
		has_line "git add tracked"
		clear_line
		screen_type "git switch "
		screen_key Tab Tab
		screen_wait_line "main   First subject"
		screen_wait_line "topic  First subject"
		leave
	done
}
