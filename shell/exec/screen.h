/*
 * screen.h - what a foreground job may have left switched on in the terminal
 *
 * The driver's modes are put right in job/tty.c. This is about the terminal
 * itself: a pager that was killed leaves its own screen on, a game the mouse, a
 * program that died in the middle of a line its colour.
 *
 * The rule, for an interactive shell in jsh mode:
 *  - After each foreground job, whatever became of it: the cursor is shown;
 *    reports of mouse and focus and marks around pastes are off; cursor and
 *    keypad keys, character set, insert mode, automatic margins and colours are
 *    as a terminal has them at first. A prompt cannot do without these.
 *  - After a job that stopped, that a signal ended (SIGPIPE is none), that ended
 *    with a status of 128 or more, or that left modes which tty.c had to repair:
 *    also the alternate screen is left, and there is no scroll region and no
 *    keyboard protocol. What ended well may have set these on purpose.
 *  - Nothing after a program whose purpose it is to set such things (stty, tset,
 *    reset, tput, setterm) and that ended with 0.
 *  - Nothing where TERM is unset, "dumb" or "unknown", where the prompts do not
 *    go to a terminal, or where the job did not have it.
 * Nothing is ever erased, and the cursor stays where it is. A builtin that
 * writes to the terminal is the user's own hand: nothing is undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_SCREEN_H
#define JSH_EXEC_SCREEN_H

#include "state/shell.h"

/* The rule above, for the foreground job JOB, which has stopped or ended. To be
 * called after tty_settle() and before anything is said of JOB. ON_TERMINAL: the
 * prompts go to one (window_measure()). */
void screen_settle(struct shell *sh, const struct job *job, bool on_terminal);

/* Say TEXT where the prompts are, in one write with what else is said before the
 * next (base/held.h). */
void screen_say(struct shell *sh, const char *text, size_t len);

#endif
