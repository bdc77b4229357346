#!/usr/bin/env bats
#
# notices.bats - a job's line appears above the line being typed, which is whole
#
# With each line editor on tmux's screen. A test types, has a job end, and
# compares: the rows of the line and the cursor in them must be as before, below
# the job's line, and typing must go on as if nothing had been. The line may be
# drawn where it was only once: nothing is left behind or twice.
#
# SPDX-License-Identifier: GPL-3.0-or-later

load ../lib/common
load ../lib/screen

setup() {
	common_setup
	need_libraries
	mkfifo fifo never
}

teardown() {
	screen_stop
	common_teardown
}

# A shell of 40 columns and 12 rows with a job that ends when told. The screen
# is empty but for the prompt.
start_with() { # EDITOR [ARGUMENT...]
	local command
	printf -v command '%q ' env JSH_EDITOR="$1" PS1="$PS1" "$JSH" "${@:2}"
	screen_run 40 12 "$command"
	screen_until "editor" editor_reads
	screen_type 'read x <fifo & clear'
	screen_key Enter
	screen_until "empty screen" screen_equals "$PS1_SHOWN"
}

# The shell that was started, not the one before it.
editor_reads() {
	[[ $(stty -a <"$(screen_tmux display-message -p '#{pane_tty}')") == \
	*"susp = <undef>"* ]]
}

PS1_SHOWN='$'
job_line="[1]+  Done                    read x < f"$'\n'"ifo"

end_job() {
	echo >fifo
}

# What is on the screen now comes to stand below the job's line, of two rows,
# and the cursor as well. With the number of rows of the prompt that stay above.
notice_keeps_all() { # [ROWS]
	local before cursor upper=${1:-0}
	before=$(screen_text)
	read -ra cursor < <(screen_cursor)
	end_job
	{
		head -n "$upper" <<<"$before"
		echo "$job_line"
		tail -n +$((upper + 1)) <<<"$before"
	} >wanted
	shows <wanted
	screen_wait_cursor $((cursor[0] + 2)) "${cursor[1]}"
}

@test "an empty line, and one of one row with the cursor anywhere in it" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		notice_keeps_all
		start_with "$editor"
		screen_type "echo abc"
		screen_wait_line '$ echo abc'
		notice_keeps_all
		start_with "$editor"
		screen_type "echo abc"
		screen_key Left Left
		screen_wait_cursor 0 8
		notice_keeps_all
		screen_type "X"
		screen_wait_line '$ echo aXbc'
		screen_key Enter
		screen_wait_line 'aXbc'
	done
}

@test "two rows, with the cursor in either" {
	for editor in "${libraries[@]}"; do
		for column in end start; do
			start_with "$editor"
			screen_type "echo 0123456789012345678901234567890123456789end"
			screen_wait_line '3456789end'
			if [[ $column == start ]]; then
				screen_key C-a
				screen_wait_cursor 0 2
			fi
			notice_keeps_all
			screen_type "X"
			screen_key Enter
			screen_wait_line '$'
		done
		screen_wait 'Xecho: not found'
	done
}

@test "a row that is full, and the cursor behind it" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "echo 123456789012345678901234567890123"
		screen_wait '0123'
		screen_wait_cursor 1 0
		notice_keeps_all
		screen_type "X"
		screen_wait_line 'X'
		screen_key Enter
		screen_wait_line '123456789012345678901234567890123X'
	done
}

@test "wide characters, combining ones, and one that does not fit the row" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "echo äöü 漢字漢字漢字漢字漢字漢字漢字漢字漢"
		screen_wait_cursor 1 6
		notice_keeps_all
		screen_key Enter
		screen_wait 'äöü 漢字漢字漢字漢字漢字漢字漢字漢字漢'
		start_with "$editor"
		screen_type "echo 34567890123456789012345678901234567漢字"
		screen_wait_cursor 1 6
		notice_keeps_all
		screen_key Left
		screen_type "X"
		screen_wait '漢X字'
	done
}

@test "vi mode, while inserting and while commanding" {
	for editor in "${libraries[@]}"; do
		start_with "$editor" -o vi
		screen_type "echo abc"
		screen_wait_line '$ echo abc'
		notice_keeps_all
		start_with "$editor" -o vi
		screen_type "echo abc def"
		screen_key Escape
		screen_wait_cursor 0 13
		screen_type "b"
		screen_wait_cursor 0 11
		notice_keeps_all
		screen_type "x"
		screen_wait_line '$ echo abc ef'
		screen_key Enter
		screen_wait_line 'abc ef'
	done
}

@test "a movement or a repetition that vi waits for" {
	for editor in "${libraries[@]}"; do
		start_with "$editor" -o vi
		screen_type "echo a b c d"
		screen_key Escape
		screen_wait_cursor 0 13
		screen_type "2"
		end_job
		screen_wait "Done"
		screen_type "b"
		screen_wait_cursor 2 9
		screen_type "x"
		screen_wait_line '$ echo a  c d'
	done
}

@test "a search in the history" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "echo needle"
		screen_key Enter
		screen_wait_line 'needle'
		screen_type "clear"
		screen_key Enter
		screen_until "empty screen" screen_equals '$'
		screen_key C-r
		screen_type "need"
		screen_until "search for need" searches_need
		notice_keeps_all
		screen_type "le"
		screen_wait 'needle'
		screen_key Enter
		screen_wait_line 'needle'
	done
}

# As readline shows it, and libedit.
searches_need() {
	[[ $(screen_text) == *("(reverse-i-search)\`need': echo needle"|*bck:need)*($'\n') ]]
}

@test "a pending numeric argument" {
	[[ ${libraries[0]} == readline ]] || skip "only readline has it"
	start_with readline
	screen_type "echo "
	screen_wait_line '$ echo'
	screen_key M-3
	screen_wait '(arg: 3)'
	notice_keeps_all
	screen_type "z"
	screen_wait_line '$ echo zzz'
	screen_key Enter
	screen_wait_line 'zzz'
}

@test "a question about completions" {
	[[ ${libraries[0]} == readline ]] || skip "only readline has it"
	mkdir many
	(cd many && touch file{100..299})
	start_with readline
	screen_type "echo many/f"
	screen_key Tab
	screen_wait '$ echo many/file'
	screen_key Tab Tab
	screen_wait 'Show all 200'
	end_job
	screen_wait "Done"
	screen_type "n"
	screen_wait_line '$ echo many/file'
	screen_type "123"
	screen_wait_line '$ echo many/file123'
	screen_key Enter
	screen_wait_line 'many/file123'
}

@test "after a list of completions" {
	[[ ${libraries[0]} == readline ]] || skip "only readline has it"
	touch aab aac
	start_with readline
	screen_type "echo aa"
	screen_key Tab Tab
	shows <<-'EOT'
		$ echo aa
		aab  aac
		$ echo aa
	EOT
	notice_keeps_all 2
	screen_type "b"
	screen_wait_line '$ echo aab'
}

@test "a prompt of two lines: the upper one stays where it is" {
	PS1=$'upper\n$ '
	PS1_SHOWN=$'upper\n$'
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "echo abc"
		screen_wait_line '$ echo abc'
		notice_keeps_all 1
		screen_key Enter
		screen_wait_line 'abc'
	done
}

@test "the second line of a command" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "if true; then"
		screen_key Enter
		screen_wait_line '>'
		screen_type "echo abc"
		screen_wait_line '> echo abc'
		notice_keeps_all 1
		screen_type "; fi"
		screen_key Enter
		screen_wait_line 'abc'
	done
}

@test "at the bottom of the screen" {
	for editor in "${libraries[@]}"; do
		start_with "$editor"
		screen_type "printf '\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n'"
		screen_key Enter
		screen_wait_cursor 11 2
		screen_type "echo 0123456789012345678901234567890123456789end"
		screen_wait_line '3456789end'
		end_job
		screen_until "the line below the notice" bottom_is "$job_line
\$ echo 012345678901234567890123456789012
3456789end"
		screen_wait_cursor 11 10
	done
}

bottom_is() {
	[[ $(screen_text | tail -n "$(wc -l <<<"$1")") == "$1" ]]
}

@test "set +b: nothing comes before the next prompt" {
	for editor in "${libraries[@]}"; do
		start_with "$editor" +b
		screen_type "echo abc"
		screen_wait_line '$ echo abc'
		end_job
		screen_until "end of the job" job_is_gone
		screen_type "d"
		shows <<<'$ echo abcd'
		screen_key Enter
		shows <<-EOT
			\$ echo abcd
			abcd
			$job_line
			\$
		EOT
	done
}

# Not even a zombie: the shell has been told.
job_is_gone() {
	! pgrep -P "$(screen_tmux display-message -p '#{pane_pid}')"
}

# A shell with PROMPT and two jobs, of which end_job ends one.
start_with_jobs() { # EDITOR PROMPT
	local command
	printf -v command '%q ' env JSH_EDITOR="$1" PS1="$2" "$JSH"
	screen_run 40 12 "$command"
	screen_wait_line "[]>"
	screen_type 'read x <fifo & read y <>never & clear'
	screen_key Enter
	screen_wait_line '[2 running]>'
}

@test "the prompt below the notice counts the jobs that there are now" {
	local editor
	for editor in "${libraries[@]}" plain; do
		start_with_jobs "$editor" 'a\n[\{jobs}]> '
		end_job
		screen_wait_line '[1 running]>'
		screen_type 'echo "x$?"'
		screen_key Enter
		screen_wait_line x0
	done
}

@test "a prompt that runs commands is not made anew for a notice" {
	local editor
	for editor in "${libraries[@]}" plain; do
		start_with_jobs "$editor" '$(echo >>ran)[\{jobs}]> '
		: >ran
		end_job
		screen_wait "Done "
		screen_wait_line '[2 running]>'
		[[ ! -s ran ]]
	done
}
