/*
 * remember.h - what becomes of a command that was entered
 *
 * It goes into the list (state/history.h) and, unless that is switched off, into
 * the file: when it starts, so that it is not lost with the shell, and a second
 * time with its duration and status when it has ended. Not all that is typed is
 * remembered: HISTCONTROL, HISTIGNORE, `set -o nolog` and `set -o private` say
 * what is not.
 *
 *   HISTFILE      the file; unset or empty: none
 *   HISTSIZE      so many in the list (1000); 0: nothing is remembered
 *   HISTFILESIZE  so many in the file (100000): when there are a quarter more,
 *                 a shell that starts cuts it; 0: none is written; what is no
 *                 number: no limit
 *   HISTCONTROL   ignorespace, ignoredups, ignoreboth, erasedups, separated by
 *                 colons; unset: ignoreboth, but not with `set -o posix`
 *   HISTIGNORE    patterns for whole commands, separated by colons; & in one is
 *                 the previous command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_REMEMBER_H
#define JSH_EXEC_REMEMBER_H

#include <stdbool.h>

#include "state/shell.h"
#include "syntax/ast.h"

/* An interactive shell begins: set HISTFILE where nobody has, if there is a
 * home for it. Before the start-up files, which may change or unset it. */
void remember_init(struct shell *sh);

/* Before the first prompt: fill the list from the file. What is wrong with the
 * file is said once. */
void remember_load(struct shell *sh);

/* LINES, the lines of one command, were entered; they are empty afterwards, and
 * blank ones are nothing to remember. PROGRAM is what they were parsed to; it
 * runs now, until remember_end(). NULL: a syntax error, it does not. */
void remember_begin(
    struct shell *sh, struct strbuf *lines, const struct program *program);
void remember_end(struct shell *sh, int status);

/* Write to the file how the last command ended. Left until here, as somebody may
 * be waiting for the prompt, which comes 6 system calls earlier so;
 * remember_begin() does it too. */
void remember_write(struct shell *sh);

/* What runs now is not to be remembered. */
void remember_drop(struct shell *sh);

/* The file that is written to and read: HISTFILE's value, or NULL when nothing
 * is to be kept. Borrowed. */
const char *remember_file(struct shell *sh);

/* What other shells have written since the file was read last, oldest first, for
 * history_news_fini(). Once more the next time, unless the place in
 * sh->history is set to *PLACE. False after a message, or when there is no file:
 * NEWS is empty then. */
bool remember_news(
    struct shell *sh, struct history_place *place, struct history_news *news);

/* The name of this shell in its records; borrowed. */
const char *remember_session(struct shell *sh);

#endif
