/*
 * common.h - what several builtins share: operands read, text that reads back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_COMMON_H
#define JSH_BUILTINS_COMMON_H

#include <stdbool.h>

#include "state/shell.h"

/* Write S so that the shell reads it back as one word. */
void out_quoted(struct out *out, const char *s);

/* Write "NAME=VALUE" and a newline, VALUE so that it reads back. */
void out_assignment(struct out *out, const char *name, const char *value);

/* Can NAME stand for itself as a command's name, without quotes? */
bool is_unquoted_word(const char *name);

/* An unsigned decimal number, and nothing else. False also if it does not fit
 * in an int. */
bool parse_count(const char *text, int *count)
    __attribute__((warn_unused_result));

/* The SECONDS of NAME's option -t, decimals allowed, as milliseconds. False
 * after a message. */
bool parse_timeout(const char *name, const char *seconds, int *timeout_ms)
    __attribute__((warn_unused_result));

/*
 * A special builtin failed, after a message: the shell is aborted as
 * shell_abort() says, unless `command` called it. Returns STATUS.
 */
int special_failed(struct shell *sh, int status);

/* For run_string() and run_file(): what makes them do the same if the commands
 * cannot be read. */
unsigned special_run_flags(const struct shell *sh);

/* can_undo of a builtin that changes nothing but what is put back anyhow:
 * variables, parameters, the way that the shell is on. */
bool can_undo_always(struct shell *sh, char **argv);

/* The same of one that may wait for input: not while signals are caught, which
 * would end a subshell's process, but not the shell. */
bool can_undo_reading(struct shell *sh, char **argv);

/*
 * The operand of `exit [n]` and `return [n]`: n taken modulo 256, as bash and
 * ksh do also for -1. Without n, *status stays as it was. False after a message
 * and special_failed().
 */
bool parse_status(struct shell *sh, const struct builtin *builtin, int argc,
    char **argv, int *status) __attribute__((warn_unused_result));

#endif
