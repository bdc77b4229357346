# screen.bash - a shell on a real screen, kept by a private tmux server
#
# For what only a screen shows: where the cursor is, what was repainted, what
# another program left behind. Load it after common; a file that uses it calls
# screen_stop in its teardown. Dialogues are easier with ptyrun.
#
#   screen_start [COLUMNS ROWS]   start $JSH (with $JSH_ARGS) on an empty screen
#   screen_run COLUMNS ROWS COMMAND  run that on an empty screen, which is a new
#                                 one of that size unless there is one already
#   screen_type TEXT              type it as it is
#   screen_key KEY...             tmux key names: Enter C-c C-z C-d Up Escape
#   screen_ahead KEY|TEXT...      type it before anybody reads
#   screen_wait TEXT              until the screen holds TEXT
#   screen_wait_line TEXT         until a line of the screen is exactly TEXT
#   screen_wait_cursor ROW COLUMN  until the cursor is there, both from 0
#   shows <<TEXT                  until the whole screen is TEXT
#   screen_text                   print the screen, without blanks at line ends
#   screen_stop                   end the server and all on it
#
# Each wait polls tmux, and gives up after JSH_STEP_SECONDS with the screen's text.
# What is typed between two readers may be lost or echoed in the wrong place: so
# typing waits until a program sleeps in a read of the terminal, and Enter waits
# until it has woken it. C-c, C-z and C-\\ wait for nothing.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

screen_tmux() {
	tmux -S "$BATS_TEST_TMPDIR/tmux" -f /dev/null "$@" 3>&-
}

screen_start() {
	env -u TMUX tmux -S "$BATS_TEST_TMPDIR/tmux" -f /dev/null \
		new-session -d -x "${1:-80}" -y "${2:-24}" \
		"exec $JSH ${JSH_ARGS-}" 3>&- \; \
		set-option -g status off \; set-option -g remain-on-exit on
}

# One server for all: one that was just killed may still hold the socket.
screen_run() { # COLUMNS ROWS COMMAND
	if screen_tmux has-session 2>/dev/null; then
		screen_tmux respawn-pane -k "exec $3"
	else
		JSH=$3 screen_start "$1" "$2"
	fi
}

screen_type() {
	screen_until "reader of the terminal" screen_reader
	screen_tmux send-keys -l -- "$1"
}

screen_key() {
	local asleep=
	if [[ " $* " != *" C-"[cz\\]" "* ]]; then
		screen_until "reader of the terminal" screen_reader
		asleep=$screen_reader
	fi
	screen_tmux send-keys "$@"
	if [[ -n $asleep && " $* " == *" "@(Enter|C-d)" "* ]]; then
		screen_until "reader that wakes up" screen_has_woken "$asleep"
	fi
}

screen_ahead() {
	screen_tmux send-keys "$@"
}

# Who in the foreground sleeps until something is typed, and how often it has
# gone to sleep, in $screen_reader. (ptyrun looks closer: at the descriptors.)
screen_reader() {
	local pane stat group pid
	pane=$(screen_tmux display-message -p '#{pane_pid}')
	read -r stat <"/proc/$pane/stat" || return
	read -r _ _ _ _ _ group _ <<<"${stat##*) }"
	screen_sleeps_in_read "$group" && return
	for pid in $(pgrep -g "$group"); do
		screen_sleeps_in_read "$pid" && return
	done
	return 1
} 2>/dev/null # one has ended

# By the numbers of read, (p)poll, (p)select and of what goes on with a poll
# after a stop. A client of tmux sleeps on: its server reads in its place.
screen_sleeps_in_read() { # PID
	local call name status
	read -r call _ <"/proc/$1/syscall" || return
	read -r name <"/proc/$1/comm" || return
	mapfile -t status <"/proc/$1/status"
	((${#status[@]} > 1)) || return # it has ended
	screen_reader=
	[[ $name == "tmux: client" ]] && return
	screen_reader=$1:${status[-2]} # voluntary_ctxt_switches
	case $MACHTYPE in
	x86_64-*) [[ $call == @(0|7|23|219|270|271) ]] ;;
	aarch64-*) [[ $call == @(63|72|73|128) ]] ;;
	*) [[ $call != running ]] ;;
	esac
}

screen_has_woken() { # READER
	! screen_reader || [[ $screen_reader != "$1" ]]
}

screen_text() {
	screen_tmux capture-pane -p | sed 's/ *$//'
}

screen_cursor() {
	screen_tmux display-message -p '#{cursor_y} #{cursor_x}'
}

screen_holds() {
	[[ $(screen_text) == *"$1"* ]]
}

screen_equals() {
	[[ $(screen_text) == "$1" ]]
}

screen_has_line() {
	screen_text | grep -qxF -- "$1"
}

screen_cursor_is() {
	[[ $(screen_cursor) == "$1 $2" ]]
}

screen_until() { # WHAT CONDITION [ARGUMENT...]
	local deadline=$((SECONDS + JSH_STEP_SECONDS)) what=$1
	shift
	until "$@"; do
		if ((SECONDS >= deadline)); then
			echo "screen: no $what within $JSH_STEP_SECONDS s"
			echo "cursor (row column): $(screen_cursor)"
			screen_text | sed 's/^/  | /'
			return 1
		fi
	done
}

screen_wait() {
	screen_until "text '$1'" screen_holds "$1"
}

screen_wait_line() {
	screen_until "line '$1'" screen_has_line "$1"
}

screen_wait_cursor() {
	screen_until "cursor at row $1, column $2" screen_cursor_is "$1" "$2"
}

screen_stop() {
	screen_tmux kill-server 2>/dev/null || true
}

shows() {
	local text
	text=$(cat)
	screen_until "screen"$'\n'"$text" screen_equals "$text"
}
