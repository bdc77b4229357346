# common.bash - what every bats file loads first: `load ../lib/common`
#
# Gives each test a private folder to work in and a private HOME, a known
# environment, the functions below, bats-support and bats-assert; and checks
# after each test that no process is left behind. A file that defines its own
# setup or teardown calls common_setup or common_teardown in it.
#
#   $JSH          the shell under test
#   $PROBE        tests/helpers/probe, see there
#   $TOP_SRCDIR   the project's folder
#   $TOP_BUILDDIR the folder it was built in
#
# bats keeps descriptor 3 for itself: what a test starts in the background must
# close it (3>&-), or bats waits for it. run_jsh and ptyrun do.
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

bats_require_minimum_version 1.5.0
bats_load_library bats-support
bats_load_library bats-assert

TOP_SRCDIR=${TOP_SRCDIR:-$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd)}
TOP_BUILDDIR=${TOP_BUILDDIR:-$TOP_SRCDIR}
JSH=${JSH:-$TOP_BUILDDIR/jsh}
JSH_MODULE_DIR=${JSH_MODULE_DIR:-$TOP_BUILDDIR/.libs}
PROBE=$TOP_BUILDDIR/tests/helpers/probe
export TOP_SRCDIR TOP_BUILDDIR JSH JSH_MODULE_DIR PROBE

# No command of a test may take longer; what does is killed and fails.
JSH_TEST_SECONDS=${JSH_TEST_SECONDS:-60}
# So long a step of ptyrun or a wait for tmux's screen may take.
export JSH_STEP_SECONDS=${JSH_STEP_SECONDS:-60}
# A whole test may take this long; then all that it started is killed, so that
# it fails. (What holds an output that `run` reads to its end outlives timeout.)
JSH_TEST_LIMIT=${JSH_TEST_LIMIT:-300}
# So long the last processes of a test may take to end.
JSH_LEFT_SECONDS=${JSH_LEFT_SECONDS:-30}

common_setup() {
	HOME=$BATS_TEST_TMPDIR/home
	mkdir -p "$HOME" "$BATS_TEST_TMPDIR/work"
	cd "$BATS_TEST_TMPDIR/work" || return
	umask 022
	unset BASH_ENV CDPATH COLUMNS ENV FCEDIT HISTCONTROL \
		HISTFILESIZE HISTIGNORE HISTSIZE IFS LINES MAIL MAILCHECK \
		MAILPATH MAKEFLAGS MAKELEVEL MFLAGS OLDPWD POSIXLY_CORRECT \
		SHLVL XDG_CONFIG_HOME XDG_STATE_HOME
	# What a prompt and the terminal around it have to say.
	unset GIT_DIR KITTY_WINDOW_ID KONSOLE_VERSION NO_COLOR PREEXEC PS0 \
		PROMPT_COMMAND SSH_CONNECTION STY TERM_PROGRAM TMUX \
		VTE_VERSION WEZTERM_PANE WT_SESSION
	# The system's own programs: no wrapper scripts of somebody's PATH.
	export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
	export HOME PS1='$ ' PS2='> ' PS4='+ ' TERM=xterm LC_ALL=C.UTF-8 \
		INPUTRC=/dev/null EDITRC=/dev/null
	# Else what is typed in one shell is suggested in the next.
	export HISTFILE=
	# However slow the machine is, no job is one that took long.
	export JOBREPORT=1000000
	close_inherited_descriptors
	# Every process that the test starts carries this in its environment.
	export JSH_TEST_ID=$BATS_TEST_TMPDIR
	start_watchdog
}

# Set `libraries` to the line editors with a library whose module was built.
find_libraries() {
	local editor
	libraries=()
	for editor in readline libedit; do
		if [[ -e $JSH_MODULE_DIR/edit_$editor.so ]]; then
			libraries+=("$editor")
		fi
	done
}

need_libraries() {
	find_libraries
	((${#libraries[@]})) || skip "no library module was built"
}

# Play the script on standard input by ptyrun, with one EDITOR after the other.
play_with() { # EDITOR...
	local script editor
	script=$(cat)
	for editor in "$@"; do
		echo "with $editor:" # shown when it fails
		JSH_EDITOR=$editor ptyrun <<<"$script"
	done
}

# The same with calls of the shell that fail (tests/helpers/faults.c).
play_with_faults() { # FAULTS EDITOR...
	local script
	script=$(cat)
	play_with "${@:2}" <<-EOF
		env LD_PRELOAD=$TOP_BUILDDIR/tests/helpers/.libs/faults.so
		env ASAN_OPTIONS=verify_asan_link_order=0
		env JSH_FAULTS=$1
		$script
	EOF
}

# What whoever runs the tests has left open is not the shell's doing.
close_inherited_descriptors() {
	local fd fds
	fds=$("$PROBE" fds 3>&-)
	for fd in ${fds#fds: 0 1 2}; do
		eval "exec $fd>&-"
	done
}

# One process, so that one kill ends it: it waits for a FIFO that nobody fills.
start_watchdog() {
	mkfifo "$BATS_TEST_TMPDIR/watchdog"
	(
		read -r -t "$JSH_TEST_LIMIT" <>"$BATS_TEST_TMPDIR/watchdog" ||
			true # the time is over
		# shellcheck disable=SC2046 # a list
		kill -KILL $(processes_of_this_test)
	) </dev/null >/dev/null 2>&1 3>&- 4>&- &
	watchdog_pid=$!
}

common_teardown() {
	kill "$watchdog_pid" || true # it may have struck
	wait "$watchdog_pid" 2>/dev/null || true
	assert_nobody_left
}

setup() {
	common_setup
}

teardown() {
	common_teardown
}

# Run the shell under test with the arguments; nothing on standard input. Sets
# $status, $output (standard output) and $stderr.
run_jsh() {
	run_jsh_reading "$@" </dev/null
}

# The same with the standard input that it is given: run_jsh_reading -s <<EOF
run_jsh_reading() {
	run --separate-stderr timeout --foreground -k 5 "$JSH_TEST_SECONDS" \
		"$JSH" "$@" 3>&-
}

# $stderr is TEXT, or with --partial holds it.
assert_stderr() {
	local output=$stderr # what bats-assert looks at
	assert_output "$@"
}

# Play the script on standard input with tests/helpers/ptyrun.
ptyrun() {
	"$TOP_SRCDIR/tests/helpers/ptyrun" 3>&-
}

# The programs that look for it do not carry the mark themselves.
processes_of_this_test() (
	mark=JSH_TEST_ID=$JSH_TEST_ID
	unset JSH_TEST_ID
	grep -lzFx "$mark" /proc/[0-9]*/environ 2>/dev/null | tr -dc '0-9\n'
)

# Fail, and kill them, if processes of this test still live.
assert_nobody_left() {
	local deadline=$((SECONDS + JSH_LEFT_SECONDS)) pids
	while pids=$(processes_of_this_test) && [[ -n $pids ]]; do
		if ((SECONDS >= deadline)); then
			echo "processes are left:"
			# shellcheck disable=SC2086 # a list
			ps -o pid,ppid,pgrp,sid,stat,args $pids
			# shellcheck disable=SC2086
			kill -KILL $pids
			return 1
		fi
	done
}
