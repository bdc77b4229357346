#!/usr/bin/env bats
#
# history-suggestions.bats - in grey: how an earlier command went on
#
# On tmux's screen, 20 columns wide and 8 rows high, or on ptyrun's terminal.
# What is grey stands in <> where a test looks at it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2030,SC2031 # each test has its own environment

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	need_libraries
	export JSH_EDITOR=readline HISTFILE=$PWD/history
	unset NO_COLOR
}

teardown() {
	screen_stop
	common_teardown
}

# Fill the file of the history with commands.
remember() { # COMMAND...
	local line
	for line in "$@"; do
		printf '1\t-\t-\ts\t/\t%s\n' "$line"
	done >history
}

need_readline() {
	[[ " ${libraries[*]} " == *" readline "* ]] || skip "no readline"
}

# Start a shell on an empty screen of 20 columns and 8 rows; its prompt, without
# what is hidden, is PROMPT.
start() { # [ARGUMENT...]
	local command
	command="env JSH_EDITOR=$JSH_EDITOR PS1='${PS1}' $JSH --norc $*"
	if screen_tmux has-session 2>/dev/null; then
		screen_tmux resize-window -x 20
	fi
	screen_run 20 8 "$command"
	screen_wait_line "${PROMPT:-$}"
}

# The screen's text, faint text between < and >.
greyed() {
	screen_tmux capture-pane -p -e | sed \
		-e $'s/\e\\[2m/</g' -e $'s/\e\\[0m\\(\e\\[[0-9;]*m\\)*/>/g' \
		-e '/<[^>]*$/s/$/>/' -e 's/ *$//'
}

greyed_equals() {
	[[ $(greyed) == "$1" ]]
}

nothing_is_grey() {
	[[ $(greyed) != *"<"* ]]
}

# The screen becomes what is on standard input.
shows_grey() {
	local text
	text=$(cat)
	screen_until "screen"$'\n'"$text" greyed_equals "$text" ||
		{ greyed && return 1; }
}

@test "the newest command that begins like the line is shown behind the cursor" {
	remember "echo one" "ls" "echo two"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "ec"
		shows_grey <<<'$ ec<ho two>'
		screen_wait_cursor 0 4
		screen_type "ho "
		shows_grey <<<'$ echo <two>'
		screen_wait_cursor 0 7
		screen_type "o"
		shows_grey <<<'$ echo o<ne>'
		screen_type "x"
		shows_grey <<<'$ echo ox'
		screen_key BSpace
		shows_grey <<<'$ echo o<ne>'
		screen_key Left
		shows_grey <<<'$ echo o'
		screen_wait_cursor 0 7
	done
}

@test "it is no part of the line and gone when that is entered" {
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "echo"
		shows_grey <<<'$ echo< one>'
		screen_key Enter
		shows_grey <<-'EOF'
			$ echo

			$
		EOF
		screen_type "e"
		shows_grey <<-'EOF'
			$ echo

			$ e<cho>
		EOF
	done
}

@test "the right arrow, End, ^E and ^F take all of it" {
	local key
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		for key in Right End C-e C-f; do
			start
			screen_type "e"
			shows_grey <<<'$ e<cho one>'
			screen_key "$key"
			shows_grey <<<'$ echo one'
			screen_wait_cursor 0 10
		done
	done
}

@test "before the end of the line these keys only move" {
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "ech"
		shows_grey <<<'$ ech<o one>'
		screen_key C-a Right
		shows_grey <<<'$ ech'
		screen_wait_cursor 0 3
		screen_key C-e
		shows_grey <<<'$ ech<o one>'
		screen_wait_cursor 0 5
	done
}

@test "M-f takes a word of it" {
	remember "echo one/zwei漢 drei"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "e"
		shows_grey <<<'$ e<cho one/zwei漢 d>'
		screen_key M-f
		shows_grey <<<'$ echo< one/zwei漢 d>'
		screen_key M-f
		shows_grey <<<'$ echo one</zwei漢 d>'
		screen_key M-f
		shows_grey <<<'$ echo one/zwei漢< d>'
		screen_key C-a M-f
		screen_wait_cursor 0 6
		shows_grey <<<'$ echo one/zwei漢'
	done
}

@test "what was taken can be undone" {
	need_readline
	remember "echo one/two"
	start
	screen_type "e"
	shows_grey <<<'$ e<cho one/two>'
	screen_key Right
	shows_grey <<<'$ echo one/two'
	screen_key C-_
	shows_grey <<<'$ e<cho one/two>'
	screen_key M-f M-f
	shows_grey <<<'$ echo one</two>'
	screen_key C-_
	shows_grey <<<'$ echo< one/two>'
}

@test "keys that inputrc binds to these movements take it as well" {
	need_readline
	remember "echo one"
	printf '%s\n' '"\C-t": forward-char' >inputrc
	export INPUTRC=$PWD/inputrc
	start
	screen_type "e"
	shows_grey <<<'$ e<cho one>'
	screen_key C-t
	shows_grey <<<'$ echo one'
}

@test "it is cut where the row ends, and the screen does not move" {
	remember "echo 0123456789abcdefghijklmnopqrstuvwxyz"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "echo 0"
		shows_grey <<<'$ echo 0<123456789ab>'
		screen_wait_cursor 0 8
		screen_type "123456789a"
		shows_grey <<<'$ echo 0123456789a<b>'
		screen_type "b"
		shows_grey <<<'$ echo 0123456789ab'
		screen_type "c"
		shows_grey <<-'EOF'
			$ echo 0123456789abc
			<defghijklmnopqrstuv>
		EOF
		screen_type "d"
		screen_wait_cursor 1 1
		shows_grey <<-'EOF'
			$ echo 0123456789abc
			d<efghijklmnopqrstuv>
		EOF
		screen_key Right
		shows_grey <<-'EOF'
			$ echo 0123456789abc
			defghijklmnopqrstuvw
			xyz
		EOF
	done
}

@test "in the last row of the screen it does not scroll" {
	remember "echo 0123456789abcdefghijklmnopqrstuvwxyz"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "seq 6"
		screen_key Enter
		screen_wait_cursor 7 2
		screen_type "e"
		shows_grey <<-'EOF'
			$ seq 6
			1
			2
			3
			4
			5
			6
			$ e<cho 0123456789ab>
		EOF
	done
}

@test "wide characters are counted as wide" {
	remember "echo 漢字漢字漢字漢字漢字"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "echo "
		shows_grey <<<'$ echo <漢字漢字漢字>'
		screen_type "漢"
		shows_grey <<<'$ echo 漢<字漢字漢字>'
		screen_wait_cursor 0 9
		screen_type "字x"
		shows_grey <<<'$ echo 漢字x'
		screen_key BSpace
		shows_grey <<<'$ echo 漢字<漢字漢字>'
	done
}

@test "a colour in the prompt takes no room" {
	PS1='\[\e[32m\]ab\[\e[m\] $ '
	remember "echo 0123456789abcdefghijklmnopqrstuvwxyz"
	PROMPT='ab $'
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "echo 0"
		screen_wait_line 'ab $ echo 012345678'
		screen_wait_cursor 0 11
	done
}

@test "control characters in it are shown harmless" {
	remember 'echo a\x1b[31mb\x07\tc'
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "ec"
		shows_grey <<<'$ ec<ho a^[[31mb^G^I>'
		screen_type "ho a"
		shows_grey <<<'$ echo a<^[[31mb^G^I>'
		screen_wait_cursor 0 8
	done
}

@test "a command of several lines is not suggested" {
	remember "echo one" 'echo two\nthree'
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "e"
		shows_grey <<<'$ e<cho one>'
	done
}

@test "the second line of a command has none" {
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		ptyrun <<-'EOF'
			spawn $JSH --norc
			expect "$ "
			line "for i in 1; do"
			expect "> "
			send "echo "
			send "2; done"
			expect "echo 2; done"
			key Enter
			expect "\n2\n"
		EOF
	done
}

@test "^C leaves only what was typed" {
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "ech"
		shows_grey <<<'$ ech<o one>'
		screen_key C-c
		shows_grey <<-'EOF'
			$ ech^C
			$
		EOF
	done
}

@test "a notice is printed above it" {
	remember "echo one"
	mkfifo go
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type ". ./go &"
		screen_key Enter
		screen_wait_cursor 2 2
		screen_key C-l
		screen_wait_cursor 0 2
		screen_type "ech"
		screen_wait_line '$ echo one'
		echo >go
		shows_grey <<-'EOF'
			[1]+  Done
			          . ./go
			$ ech<o one>
		EOF
	done
}

@test "^Z takes it off the screen with the line" {
	remember "echo one"
	ln -s "$PROBE" probe
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "./probe wait 1"
		screen_key Enter
		screen_until "program" program_has_terminal
		screen_key C-z
		screen_wait "Stopped"
		screen_key C-l
		screen_type "ech"
		shows_grey <<<'$ ech<o one>'
		screen_until "editor" editor_reads
		screen_key C-z
		screen_until "program" program_has_terminal
		screen_until "line without grey" nothing_is_grey
		screen_key C-c
		screen_wait_line '$ echo one'
		screen_wait_cursor 2 5
	done
}

program_has_terminal() {
	ps -o comm=,stat= -t "$(screen_tmux display-message -p '#{pane_tty}')" |
		awk '$1 == "probe" && $2 ~ /^S.*[+]/ { found = 1 }
			END { exit !found }'
}

editor_reads() {
	[[ $(stty -a <"$(screen_tmux display-message -p '#{pane_tty}')") == \
	*"susp = <undef>"* ]]
}

@test "a window that changes its size leaves nothing of it behind" {
	remember "echo 0123456789abcdefghijklmnopqrstuvwxyz"
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "echo 012"
		shows_grey <<<'$ echo 012<3456789ab>'
		screen_tmux resize-window -x 12
		shows_grey <<<'$ echo 012<3>'
		screen_tmux resize-window -x 9
		shows_grey <<-'EOF'
			$ echo 01
			2<3456789>
		EOF
	done
}

@test "nor does a window that gets wider again" {
	need_readline
	remember "echo 0123456789abcdefghijklmnopqrstuvwxyz"
	start
	screen_tmux resize-window -x 9
	screen_type "echo 012"
	shows_grey <<-'EOF'
		$ echo 01
		2<3456789>
	EOF
	screen_tmux resize-window -x 30
	shows_grey <<<'$ echo 012<3456789abcdefghijkl>'
	screen_wait_cursor 0 10
}

@test "a search in the history shows none" {
	need_readline
	remember "echo one" "echo"
	# With marks in the prompt readline leaves a part of the search's first
	# row behind where that was cut, as it does in other shells.
	start +o marks
	screen_type "e"
	shows_grey <<<'$ e<cho>'
	screen_key C-r
	screen_type "ech"
	screen_wait "ch': echo"
	screen_until "line without grey" nothing_is_grey
	screen_key C-e
	shows_grey <<<'$ echo< one>'
}

@test "completion begins behind what was typed" {
	remember "echo file-and"
	touch file1 file2
	for JSH_EDITOR in "${libraries[@]}"; do
		start
		screen_type "echo f"
		shows_grey <<<'$ echo f<ile-and>'
		screen_key Tab
		shows_grey <<<'$ echo file<-and>'
		screen_key Tab Tab
		shows_grey <<-'EOF'
			$ echo file
			file1  file2
			$ echo file<-and>
		EOF
	done
}

@test "vi mode has it while text is inserted" {
	need_readline
	remember "echo one"
	start -o vi
	screen_type "ec"
	shows_grey <<<'$ ec<ho one>'
	screen_key Escape
	shows_grey <<<'$ ec'
	screen_wait_cursor 0 3
	screen_type "A"
	shows_grey <<<'$ ec<ho one>'
	screen_key Right
	shows_grey <<<'$ echo one'
}

@test "the mode that inputrc shows before the prompt is counted" {
	need_readline
	remember "echo 0123456789abcdefghijklmnopqrstuvwxyz"
	printf '%s\n' 'set show-mode-in-prompt on' >inputrc
	export INPUTRC=$PWD/inputrc
	PROMPT='@$'
	start
	screen_type "echo"
	shows_grey <<<'@$ echo< 0123456789a>'
}

@test "what is pasted is drawn without it" {
	need_readline
	remember "echo one two"
	ptyrun <<-'EOF'
		record terminal
		spawn $JSH --norc
		expect "$ "
		send "\e[200~echo o\e[201~"
		expect "echo one two"
		fact file terminal "o\e[27m\e[2mne two\e[m\e[6D"
	EOF
}

@test "what is typed in one go is not held up by it" {
	need_readline
	remember "echo one"
	ptyrun <<-'EOF'
		spawn $JSH --norc
		expect "$ "
		line "ech"
		expect "not found"
		absent "o one"
		expect "$ "
		key ^R
		expect "i-search"
		send "ech"
		expect "h': ech"
		key Enter
		expect "not found"
		absent "o one"
	EOF
}

@test "of what stands there already only the typed letter is written" {
	remember "echo one two"
	for JSH_EDITOR in "${libraries[@]}"; do
		ptyrun <<-'EOF'
			record terminal
			spawn $JSH --norc
			expect "$ "
			send "e"
			expect "echo one two"
			send "c"
			expect "c"
			send "h"
			expect "h"
			send "x"
			expect "x"
			fact file terminal "e\e[2mcho one two\e[m\e[11Dch\e[Kx"
		EOF
	done
}

@test "without a suggestion nothing is added to what is typed" {
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		ptyrun <<-'EOF'
			record terminal
			spawn $JSH --norc
			expect "$ "
			send "q"
			expect "q"
			send "rs"
			expect "rs"
			fact file terminal "$ qrs"
		EOF
	done
}

# Is there none with these arguments for ptyrun's spawn, after these steps?
none() { # ARGUMENTS STEP...
	local arguments=$1
	shift
	ptyrun <<-EOF
		$(printf '%s\n' "$@")
		spawn \$JSH --norc $arguments
		expect "$ "
		send "ech"
		expect "ech"
		key ^C
		expect "^C"
		absent "o one"
	EOF
}

@test "set +o suggest, posix mode, NO_COLOR and TERM switch it off" {
	remember "echo one"
	none "+o suggest"
	none "-o posix"
	none "" "env NO_COLOR=1"
	none "" "env TERM=dumb"
	none "" "env TERM"
	none "" "env TERM=unknown"
}

@test "an empty NO_COLOR does not, and the option can be set at any time" {
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		ptyrun <<-'EOF'
			env NO_COLOR=
			spawn $JSH --norc
			expect "$ "
			send "ech"
			expect "echo one"
			key ^C
			expect "^C\n$ "
			line "set +o suggest"
			expect "$ "
			send "ech"
			expect "ech"
			key ^C
			expect "^C\n$ "
			absent "o one"
			line "set -o suggest"
			expect "$ "
			send "ech"
			expect "echo one"
		EOF
	done
}

@test "without echo the prompt is shown as it was" {
	remember "echo one"
	for JSH_EDITOR in "${libraries[@]}"; do
		ptyrun <<-'EOF'
			spawn $JSH --norc
			expect "$ "
			line "stty -echo"
			expect "\n$ "
			line "echo on; stty echo"
			expect "on\n$ "
			send "ec"
			expect "echo on"
		EOF
	done
}

@test "editrc and inputrc keep what they bind to other commands" {
	need_readline
	remember "echo one"
	printf '%s\n' '"\C-e": kill-whole-line' >inputrc
	export INPUTRC=$PWD/inputrc
	start
	screen_type "e"
	shows_grey <<<'$ e<cho one>'
	screen_key C-e
	shows_grey <<<'$'
}
