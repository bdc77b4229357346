/*
 * marks.h - tell the terminal what the shell is doing
 *
 * With set -o marks where the shell is (OSC 7) and where prompts, commands and
 * their output begin (OSC 133); with set -o title what runs, or where the shell
 * is (OSC 0). Each only to a terminal that is known to understand it
 * (terminal.h), and nothing in posix mode.
 *
 * The beginning of a prompt is written before it and not as a part of it: that
 * would be written again when an editor draws the line anew, and then some
 * terminals begin a new row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_MARKS_H
#define JSH_INTERACTIVE_MARKS_H

#include "state/shell.h"

/* What is written before a prompt; heap, NULL: nothing. */
char *marks_prompt(struct shell *sh);

/* The prompt TEXT, heap or NULL, with what is to stand at its end, which takes no
 * room; heap. */
char *marks_prompt_end(struct shell *sh, char *text);

/* TEXT runs from here on. */
void marks_command(struct shell *sh, const char *text);

/* It has ended, with $?. */
void marks_command_end(struct shell *sh);

#endif
