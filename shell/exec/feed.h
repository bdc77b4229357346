/*
 * feed.h - what `echo` prints into a pipeline, without a process for it
 *
 * `echo "$x" | sed ...` is what scripts do most. The shell runs such a first
 * command itself, as a subshell inside (exec/inside.h), and puts what it prints
 * into the pipe before the others start. That never blocks, as any pipe holds
 * PIPE_BUF bytes; what is longer is written by a process.
 *
 * Measured: `echo line | read line` costs half the time and page faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_FEED_H
#define JSH_EXEC_FEED_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "state/shell.h"
#include "syntax/ast.h"

/*
 * Can nobody tell whether COMMAND, the first of a pipeline, has a process? It
 * does no more than print, it waits for nothing, and its status is not asked for.
 */
bool feed_suits(const struct shell *sh, const struct node *command);

/* Run it, and append to TEXT what it prints. Its status. */
int feed_run(struct shell *sh, const struct node *command, struct strbuf *text);

/* In a forked child, connected to the pipe: write TEXT, and end as COMMAND would
 * have with STATUS. */
_Noreturn void feed_write(struct shell *sh, const struct node *command,
    const struct strbuf *text, int status);

#endif
