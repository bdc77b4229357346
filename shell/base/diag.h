/*
 * diag.h - messages to the user: one line on stderr, one write
 *
 * A message is "PREFIX: text", where PREFIX is "jsh" at the prompt and
 * "FILE: line N" in a script. Control characters in it are shown harmless. The
 * caller gives no newline and no full stop, and puts the name of the utility
 * first: diag("cd: %s: %s", dir, strerror(errno)).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_DIAG_H
#define JSH_BASE_DIAG_H

#include <stdarg.h>

/* What messages begin with; borrowed for as long as it is set. "jsh" first. */
void diag_set_name(const char *name);
const char *diag_name(void);

/* The line that is being executed; 0 (as at the prompt) shows none. */
void diag_set_line(int line);
int diag_line(void);

/* About another place: LINE, and COLUMN in it, 0 when it is not known. */
void diag_at(int line, int column, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Async-signal-safe enough for the child of a vfork: stack and write only. */
void diag(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The same without the ": line N" part: for job lines and start-up. */
void diag_plain(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
