#!/usr/bin/env bats
#
# editor.bats - what the line editors leave on the screen (played by editdrive)
#
# Most tests play the same for each library: `for editor in $libraries`. What a
# test says of the screen is the whole screen.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	DRIVE=$TOP_BUILDDIR/tests/helpers/editdrive
	need_libraries
	export ASAN_OPTIONS="log_path=$BATS_TEST_TMPDIR/sanitizer"
	export LSAN_OPTIONS="suppressions=$TOP_SRCDIR/tests/lib/lsan.supp"
}

teardown() {
	screen_stop
	common_teardown
	run cat "$BATS_TEST_TMPDIR"/sanitizer.*
	refute_output --partial "Sanitizer"
}

# Start editdrive on an empty screen of 20 columns and 12 rows. ENVIRONMENT is
# an array of assignments for it.
drive() { # [OPTION...] EDITOR
	local command
	printf -v command '%q ' env "${ENVIRONMENT[@]}" "$DRIVE" \
		-d "$JSH_MODULE_DIR" "$@"
	screen_run 20 12 "$command"
	screen_wait "EDITOR<"
}

# End it from an empty line; no promise was broken.
quit() {
	screen_key C-d
	screen_wait_line "END"
	run screen_tmux capture-pane -p -S -
	refute_output --partial "CHANGED"
	refute_output --partial "LEAKS"
	tell USR2
	screen_until "end of editdrive" no_driver_left
}

no_driver_left() {
	! processes_of_this_test | xargs -r ps -o comm= -p | grep -qx editdrive
}

tell() { # SIGNAL
	kill -s "$1" "$(screen_tmux display-message -p '#{pane_pid}')"
}

# The whole screen, below the first row, becomes what is on standard input.
shows() {
	local text
	text=$(cat)
	screen_until "screen"$'\n'"$text" \
		screen_equals "EDITOR<$editor>"$'\n'"$text"
}

# Paste TEXT at the prompt in ROW. Before that is there tmux does not know that
# pastes are to be marked.
paste() { # ROW TEXT
	screen_wait_cursor "$1" 2
	screen_tmux set-buffer "$2"
	screen_tmux paste-buffer -p
}

@test "a line is read, and the next one below it" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "echo hi"
		screen_key Enter
		shows <<-'END'
			$ echo hi
			LINE<echo hi>
			$
		END
		screen_wait_cursor 3 2
		quit
	done
}

@test "^C drops the line, shows ^C and begins a row" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "rm -r x"
		screen_wait "rm -r x"
		screen_key Left Left C-c
		screen_wait_line "INTERRUPTED"
		screen_type "ls"
		screen_key Enter
		shows <<-'END'
			$ rm -r x^C
			INTERRUPTED
			$ ls
			LINE<ls>
			$
		END
		quit
	done
}

@test "^C in the first of two rows leaves both on the screen" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "0123456789abcdefghijklmn"
		screen_wait_cursor 2 6
		screen_key C-a
		screen_wait_cursor 1 2
		screen_key C-c
		shows <<-'END'
			$ 0123456789abcdefgh
			ijklmn^C
			INTERRUPTED
			$
		END
		screen_wait_cursor 4 2
		quit
	done
}

# As readline shows it, in 20 columns, and libedit.
searches() { # TEXT
	[[ $(screen_text) == *@("(reverse-i-search)\`${1:0:1}"$'\n'"${1:1}':"|"bck:$1")* ]]
}

@test "^C ends a search in the history, and what it found does not run" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "echo hi"
		screen_key Enter
		screen_wait_line "LINE<echo hi>"
		screen_key C-r
		screen_type "ech"
		screen_until "search for ech" searches ech
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		screen_type "ls"
		screen_key Enter
		screen_wait_line "LINE<ls>"
		screen_wait_line '$ ls'
		quit
	done
}

@test "an interrupt in a quoted insert drops the line" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "ab"
		screen_key C-v
		screen_wait "ab"
		tell INT # the key itself would be the one that is quoted
		screen_wait_line "INTERRUPTED"
		screen_type "ls"
		screen_key Enter
		shows <<-'END'
			$ ab^C
			INTERRUPTED
			$ ls
			LINE<ls>
			$
		END
		quit
	done
}

@test "^C in a question about completions drops the line" {
	[[ " ${libraries[*]} " == *" readline "* ]] || skip "no readline"
	editor=readline
	touch f{100..250}
	drive readline
	screen_type "ls f"
	screen_key Tab Tab
	screen_wait "Show all 151?"
	screen_key C-c
	screen_wait_line "INTERRUPTED"
	screen_type "pwd"
	screen_key Enter
	screen_wait_line '$ pwd'
	screen_wait_line "LINE<pwd>"
	quit
}

@test "^C while vi waits for a movement drops the line" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "vi"
		screen_key Enter
		screen_wait_line "LINE<vi>"
		screen_type "one two"
		screen_wait "one two"
		screen_key Escape
		screen_wait_cursor 3 8
		screen_type "d"
		screen_key C-c
		shows <<-'END'
			$ vi
			LINE<vi>
			$ one two^C
			INTERRUPTED
			$
		END
		quit
	done
}

@test "a pasted newline does not run the line before Enter" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		paste 1 $'one\ntwo\tx'
		screen_wait "two"
		screen_key Enter
		shows <<-'END'
			$ one
			two     x
			LINE<one
			two     x>
			$
		END
		quit
	done
}

@test "^C in an unfinished paste drops the line" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type $'ab\e[200~one\rtwo'
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		screen_type "ls"
		screen_key Enter
		screen_wait_line "LINE<ls>"
		screen_wait_line '$ ls'
		quit
	done
}

@test "what follows a ^C inside a paste does not run" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type $'\e[200~one'
		tell USR1
		screen_wait_line "NOTICE 1" # what was typed before has been read
		screen_type $'\x03evil\rworse\r\e[201~'
		screen_wait_line "INTERRUPTED"
		screen_type "ls"
		screen_key Enter
		screen_wait_line "LINE<ls>"
		run screen_text
		refute_output --partial "LINE<evil>"
		refute_output --partial "LINE<worse>"
		quit
	done
}

@test "leaving in the middle of a paste loses nothing and runs nothing" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type $'a\e[200~b\rc'
		screen_wait "a"
		tell USR2
		screen_wait "LEFT<"
		screen_type $'d\re\e[201~f'
		screen_wait "f"
		screen_key Enter
		screen_wait_line "LINE<ab"
		screen_wait_line "cd"
		screen_wait_line "ef>"
		quit
	done
}

@test "a notice is printed above the half-typed line" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "make all"
		screen_wait "make all"
		screen_key Left Left Left
		screen_wait_cursor 1 7
		tell USR1
		shows <<-'END'
			NOTICE 1
			$ make all
		END
		screen_wait_cursor 2 7
		screen_type "x"
		screen_key Enter
		shows <<-'END'
			NOTICE 1
			$ make xall
			LINE<make xall>
			$
		END
		quit
	done
}

@test "a notice keeps the cursor in the first or the second of two rows" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "0123456789abcdefghijklmn"
		screen_wait_cursor 2 6
		tell USR1
		shows <<-'END'
			NOTICE 1
			$ 0123456789abcdefgh
			ijklmn
		END
		screen_wait_cursor 3 6
		screen_key C-a
		screen_wait_cursor 2 2
		tell USR1
		shows <<-'END'
			NOTICE 1
			NOTICE 2
			$ 0123456789abcdefgh
			ijklmn
		END
		screen_wait_cursor 3 2
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		quit
	done
}

@test "a notice leaves no copy of a line that fills its row" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "0123456789abcdefgh"
		screen_wait_line '$ 0123456789abcdefgh'
		tell USR1
		shows <<-'END'
			NOTICE 1
			$ 0123456789abcdefgh
		END
		screen_type "i"
		shows <<-'END'
			NOTICE 1
			$ 0123456789abcdefgh
			i
		END
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		quit
	done
}

@test "typed UTF-8 is right, also after a notice" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "é€漢字"
		screen_wait "é€漢字"
		screen_key Left
		screen_wait_cursor 1 6
		tell USR1
		screen_wait_cursor 2 6
		screen_key BSpace
		screen_type "x"
		screen_key Enter
		shows <<-'END'
			NOTICE 1
			$ é€x字
			LINE<é€x字>
			$
		END
		quit
	done
}

@test "a wide character that does not fit is wrapped right under a notice" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "0123456789abcdefg漢字"
		screen_wait_cursor 2 4
		tell USR1
		shows <<-'END'
			NOTICE 1
			$ 0123456789abcdefg
			漢字
		END
		screen_wait_cursor 3 4
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		quit
	done
}

@test "a notice during a search in the history does not disturb it" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "echo hi"
		screen_key Enter
		screen_wait_line "LINE<echo hi>"
		screen_key C-r
		screen_type "ec"
		screen_until "search for ec" searches ec
		tell USR1
		screen_wait_line "NOTICE 1"
		screen_type "h"
		screen_key Enter
		screen_until "second line" has_line_twice "LINE<echo hi>"
		run screen_text
		assert_line --index 3 "NOTICE 1"
		quit
	done
}

has_line_twice() {
	(($(screen_text | grep -cxF -- "$1") == 2))
}

@test "leaving takes the line off the screen, and coming back shows it again" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "0123456789abcdefghijklmn"
		screen_wait_cursor 2 6
		screen_key C-a
		screen_wait_cursor 1 2
		tell USR2
		shows <<-'END'
			LEFT<0123456789abcde
			fghijklmn>
			$ 0123456789abcdefgh
			ijklmn
		END
		screen_wait_cursor 4 6
		screen_key C-u
		screen_type "ls"
		screen_key Enter
		screen_wait_line "LINE<ls>"
		quit
	done
}

@test "leaving a search in the history keeps what it found" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "echo hi"
		screen_key Enter
		screen_wait_line "LINE<echo hi>"
		screen_key C-r
		screen_type "ech"
		screen_until "search for ech" searches ech
		tell USR2
		shows <<-'END'
			$ echo hi
			LINE<echo hi>
			LEFT<echo hi>
			$ echo hi
		END
		screen_wait_cursor 4 9
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		quit
	done
}

@test "^D deletes in a line that is not empty" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "abc"
		screen_wait "abc"
		screen_key C-a C-d Enter
		shows <<-'END'
			$ bc
			LINE<bc>
			$
		END
		quit
	done
}

@test "the upper lines of a prompt are shown once" {
	for editor in "${libraries[@]}"; do
		drive -p $'up\nmiddle\n> ' "$editor"
		screen_type "ls"
		screen_wait_line "> ls"
		tell USR1
		shows <<-'END'
			up
			middle
			NOTICE 1
			> ls
		END
		tell USR2
		shows <<-'END'
			up
			middle
			NOTICE 1
			LEFT<ls>
			> ls
		END
		screen_key Enter
		shows <<-'END'
			up
			middle
			NOTICE 1
			LEFT<ls>
			> ls
			LINE<ls>
			up
			middle
			>
		END
		quit
	done
}

@test "the colour of a prompt ends with it, and takes no room" {
	local green=$'\001\e[32m\002' off=$'\001\e[0m\002'
	for editor in "${libraries[@]}"; do
		drive -p "$green\$ $off" "$editor"
		screen_type "0123456789abcdefghijklmn"
		screen_wait_cursor 2 6
		shows <<-'END'
			$ 0123456789abcdefgh
			ijklmn
		END
		run screen_tmux capture-pane -p -e
		assert_line --index 1 --regexp \
			$'^\e\\[32m\\$( \e\\[39m|\e\\[39m )0123456789abcdefgh$'
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		quit
	done
}

@test "the line is whole after the terminal was made narrower and wider" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "0123456789abc"
		screen_wait_cursor 1 15
		screen_tmux resize-window -x 10
		screen_wait_line "89abc"
		screen_type "X"
		screen_wait_line "89abcX"
		screen_tmux resize-window -x 40
		screen_type "Y"
		screen_wait_line '$ 0123456789abcXY'
		screen_key Enter
		screen_wait_line "LINE<0123456789abcXY>"
		screen_tmux resize-window -x 20
		quit
	done
}

@test "a terminal of one column neither hangs nor loses text" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_tmux resize-window -x 1
		screen_type "ab"
		tell USR1
		screen_type "c"
		screen_key Enter
		tell USR1
		screen_type "x"
		screen_key C-c
		screen_tmux resize-window -x 20
		screen_type "pwd"
		screen_key Enter
		screen_wait_line "LINE<pwd>"
		run screen_tmux capture-pane -p -J -S -
		assert_output --partial "LINE<abc>"
		assert_output --partial "INTERRUPTED"
		quit
	done
}

@test "the up arrow brings lines back, the cursor at their end" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "one"
		screen_key Enter
		screen_wait_line "LINE<one>"
		screen_type "two"
		screen_key Enter
		screen_wait_line "LINE<two>"
		screen_key Up Up
		screen_wait_cursor 5 5
		screen_type "!"
		screen_key Enter
		screen_wait_line "LINE<one!>"
		screen_key Up Up
		screen_wait_line '$ two'
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		quit
	done
}

@test "a changed line of the history that was cancelled is as it was" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "one"
		screen_key Enter
		screen_wait_line "LINE<one>"
		screen_key Up
		screen_type " more"
		screen_wait_line '$ one more'
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		screen_key Up
		screen_wait_cursor 5 5
		screen_key Enter
		screen_until "second line" has_line_twice "LINE<one>"
		quit
	done
}

@test "a line of the history with a newline in it comes back whole" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		paste 1 $'for i\ndo'
		screen_wait "do"
		screen_key Enter
		screen_wait_line "do>"
		screen_key Up
		screen_wait "do"
		tell USR1
		screen_wait_line "NOTICE 1"
		screen_key Enter
		screen_until "second line" has_line_twice "do>"
		quit
	done
}

@test "the keys that move and delete are those of every terminal" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "one two 3"
		screen_key Home Delete Right BSpace End Left
		screen_type "x"
		screen_wait_line '$ e two x3'
		screen_key C-Left C-Left
		screen_type "a"
		screen_key M-f M-d M-b M-u End
		screen_type " cc"
		screen_key M-BSpace IC PPage NPage
		screen_type "b"
		screen_wait_line '$ e ATWO b'
		screen_key C-a C-f C-k C-y C-y C-b C-b C-d C-e C-w
		screen_type "end"
		screen_wait_line '$ e ATWO b end'
		screen_key Enter
		screen_wait_line "LINE<e ATWO b end>"
		quit
	done
}

@test "what is behind the cursor is moved, not written again" {
	[[ ${libraries[*]} == *readline* ]] || skip "readline is not built"
	JSH_EDITOR=readline TERM=xterm ptyrun <<-'EOF'
		record terminal
		spawn $JSH --norc
		expect "$ "
		send "echo onetwo"
		expect "echo onetwo"
		send "\x02\x02\x02"
		expect "\x08\x08\x08"
		send "x"
		expect "x"
		send "y"
		expect "y"
		send "\x7f"
		expect "\x08"
		send "\ef"
		send "\eb"
		send "\r"
		expect "onextwo\n$ "
		fact file terminal "onetwo\x08\x08\x08\e[1@x\e[1@y\x08\e[1P\e[3C\e[7D"
	EOF
}

@test "changes are taken back, one after the other" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "one two"
		screen_key C-w
		screen_wait_line '$ one'
		screen_type "six"
		screen_key C-a C-k
		screen_wait_line '$'
		screen_key C-_
		screen_wait_line '$ one six'
		screen_key C-_ C-x C-u
		screen_wait_line '$ one two'
		screen_wait_cursor 1 9
		screen_type "é"
		screen_key BSpace C-_
		screen_wait_line '$ one twoé'
		screen_key C-_ C-_ C-_ C-_
		screen_wait_line '$'
		screen_type "new"
		screen_key Enter
		screen_wait_line "LINE<new>"
		screen_key C-r
		screen_type "ne"
		screen_wait "ne"
		screen_key C-e
		screen_type "er"
		screen_wait_line '$ newer'
		screen_key C-_
		screen_wait_line '$ new'
		screen_key C-c
		screen_wait_line "INTERRUPTED"
		quit
	done
}

@test "what was typed before the prompt is not lost" {
	for editor in "${libraries[@]}"; do
		drive -w "$editor"
		screen_wait_line "WAITING"
		screen_ahead one Enter two
		tell USR2
		screen_wait_line "LINE<one>"
		screen_type "3"
		screen_key Enter
		screen_wait_line "LINE<two3>"
		quit
	done
}

@test "editing as vi does, and as emacs does again" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "vi"
		screen_key Enter
		screen_wait_line "LINE<vi>"
		screen_type "one two"
		screen_key Escape
		screen_wait_cursor 3 8
		screen_type "0xi"
		screen_wait_line '$ ne two'
		tell USR1
		screen_wait_line "NOTICE 1"
		screen_type "f"
		screen_key Enter
		screen_wait_line "LINE<fne two>"
		screen_type "emacs"
		screen_key Enter
		screen_wait_line "LINE<emacs>"
		screen_type "bc"
		screen_key C-a
		screen_type "a"
		screen_key Enter
		screen_wait_line "LINE<abc>"
		quit
	done
}

@test "a paste in vi mode is taken as it is" {
	for editor in "${libraries[@]}"; do
		drive "$editor"
		screen_type "vi"
		screen_key Enter
		screen_wait_line "LINE<vi>"
		paste 3 $'one\ndd'
		screen_wait_line "dd"
		screen_key Enter
		screen_wait_line "LINE<one"
		screen_wait_line "dd>"
		quit
	done
}

@test "with stdout a file, all is on the terminal" {
	for editor in "${libraries[@]}"; do
		ENVIRONMENT=(sh -c 'exec "$@" >out' sh)
		drive "$editor"
		screen_type "ls"
		screen_key Enter
		shows <<-'END'
			$ ls
			LINE<ls>
			$
		END
		quit
		run cat out
		assert_output ""
	done
}

@test "inputrc is respected, with its part for jsh" {
	[[ " ${libraries[*]} " == *" readline "* ]] || skip "no readline"
	cat >inputrc <<-'END'
		$if jsh
		"\C-o": "from inputrc"
		$endif
		$if other
		"\C-o": "wrong"
		$endif
	END
	ENVIRONMENT=(INPUTRC=inputrc)
	drive readline
	screen_key C-o Enter
	screen_wait_line "LINE<from inputrc>"
	quit
}

@test "editrc is respected, with its lines for jsh" {
	[[ " ${libraries[*]} " == *" libedit "* ]] || skip "no libedit"
	cat >editrc <<-'END'
		jsh:bind ^O ed-move-to-beg
		other:bind ^O ed-newline
	END
	ENVIRONMENT=(EDITRC=editrc)
	drive libedit
	screen_type "bc"
	screen_key C-o
	screen_type "a"
	screen_key Enter
	screen_wait_line "LINE<abc>"
	quit
}

@test "editrc holds after vi and emacs were chosen, but does not choose" {
	[[ " ${libraries[*]} " == *" libedit "* ]] || skip "no libedit"
	local lines
	for lines in 'bind ^O ed-move-to-beg' $'bind -v\nbind ^O ed-move-to-beg'; do
		printf '%s\n' "$lines" >editrc
		ENVIRONMENT=(EDITRC=editrc)
		drive libedit
		screen_type "emacs"
		screen_key Enter
		screen_wait_line "LINE<emacs>"
		screen_type "bc"
		screen_key C-a # of emacs
		screen_type "a"
		screen_key Enter
		screen_wait_line "LINE<abc>"
		screen_type "vi"
		screen_key Enter
		screen_wait_line "LINE<vi>"
		screen_type "yz"
		screen_key C-o
		screen_type "x"
		screen_key Enter
		screen_wait_line "LINE<xyz>"
		quit
	done
}

@test "where the cursor cannot move up, plain is used, with a warning if asked" {
	for TERM in dumb nonsense; do
		for editor in "${libraries[@]}"; do
			ENVIRONMENT=("TERM=$TERM")
			drive "$editor"
			run screen_text
			assert_line --partial "WARNING<$editor: ca"
			assert_line "EDITOR<plain>"
			refute_output --partial "No entry"
			quit
		done
		drive ""
		run screen_text
		assert_line --index 0 "EDITOR<plain>"
		quit
	done
}

@test "readline's module refuses another library that answers for it" {
	[[ ${#libraries[@]} == 2 ]] || skip "needs both libraries"
	ENVIRONMENT=(LD_PRELOAD=libedit.so.2
		"ASAN_OPTIONS=$ASAN_OPTIONS:verify_asan_link_order=0")
	drive readline
	screen_wait_line "EDITOR<plain>"
	run screen_tmux capture-pane -p -J
	assert_output --partial "another library answers in place of readline"
	quit
}

@test "the best that loads is the default" {
	drive ""
	screen_wait_line "EDITOR<${libraries[0]}>"
	quit
}

@test "plain: a notice, ^C, leaving and ^D" {
	editor=plain
	drive -p $'up\n> ' plain
	screen_type "ls"
	screen_wait_line "> ls"
	tell USR1
	shows <<-'END'
		up
		> ls
		NOTICE 1
		>
	END
	screen_key Enter
	screen_wait_line "LINE<ls>"
	screen_type "rm"
	screen_key C-c
	shows <<-'END'
		up
		> ls
		NOTICE 1
		>
		LINE<ls>
		up
		> rm^C
		INTERRUPTED
		up
		>
	END
	screen_key C-l # the driver shows it as ^L
	screen_type "a"
	screen_key C-d # the text so far is read, but the line goes on
	screen_type "b"
	screen_wait "^Lab"
	tell USR2
	screen_wait "LEFT<"
	screen_key Enter
	screen_wait "LINE<"
	quit
}

@test "a terminal that goes away ends every editor" {
	for editor in "${libraries[@]}" plain; do
		drive "$editor"
		screen_type "half a line"
		screen_wait "half a line"
		screen_tmux respawn-pane -k "exec sleep 60"
		screen_until "end of editdrive" no_driver_left
	done
}
