/*
 * run.h - read commands and run them: scripts, -c, eval, `.`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_RUN_H
#define JSH_EXEC_RUN_H

#include <stdbool.h>

#include "exec/exec.h"
#include "syntax/parse.h"

/* For run_string() and run_file(), next to the flags of exec.h: commands that
 * cannot be read abort no shell. */
enum run_flag {
	RUN_GOES_ON = 1 << 8,
};

/* Run TEXT (eval, -c, a trap's action) command by command; lines count from
 * FIRST_LINE. With EXEC_LAST the last command may replace the process. A syntax
 * error is printed, with status 2. */
int run_string(
    struct shell *sh, const char *text, int first_line, unsigned flags);

/* Run TEXT as if it had been typed: each command becomes one of the history. A
 * syntax error is printed, with status 2, and ends no shell. */
int run_entered(struct shell *sh, const char *text, size_t len);

/*
 * Read commands from FD until its end, and run them. With SHARED (standard
 * input) nothing beyond the line that runs is taken from it, so that a child
 * reads the next one. The descriptor stays open.
 */
int run_fd(struct shell *sh, int fd, bool shared);

/* Run the file PATH in this shell (`.`, start-up files): NAME is what its
 * messages begin with. -1 with errno if it cannot be opened, is a directory or
 * (ENOEXEC) a binary file; run_file_error() has the words. */
int run_file(
    struct shell *sh, const char *path, const char *name, unsigned flags);
const char *run_file_error(int error);

/* Print what PARSER warns of after a command, if there is anything. */
void run_report_warning(const struct parser *parser);

/* Print a syntax error: one line, and on a terminal the place that it is in. */
void run_report_syntax(const struct syntax_error *error);

/*
 * Leave the process: run the EXIT trap, flush, give the terminal back, and
 * _exit. STATUS is what `exit` or the last command said.
 */
void run_exit(struct shell *sh, int status) __attribute__((noreturn));

/* parse's alias callback: CTX is the shell. */
const char *run_alias(void *ctx, const char *name);

#endif
