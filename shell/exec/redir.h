/*
 * redir.h - redirections: expanded into actions, applied, undone
 *
 * POSIX.1-2024 XCU 2.7 Redirection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_REDIR_H
#define JSH_EXEC_REDIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fdio.h"
#include "state/shell.h"
#include "syntax/ast.h"

/* Expanded redirections, ready to apply here or in a child. */
struct redir_plan {
	struct fd_action *actions; /* command arena */
	size_t count;
	int *opened; /* descriptors of here-documents; closed by plan_close */
	size_t opened_count;
};

/* What must be put back when the command has ended. */
struct redir_undo {
	struct saved_fd {
		int fd;
		int copy; /* above 9, close-on-exec; -1: fd was closed */
	} * saved;        /* command arena */
	size_t count;
	struct out around; /* what is captured, while stdout is redirected */
	bool is_around;    /* there is such */
	bool input;        /* descriptor 0 is among them */
	enum ahead_owner input_owner; /* before */
	unsigned long input_shares;
};

/* What FD was, by its copy: -1 if it was closed. It has been saved. */
int redir_saved(const struct redir_undo *undo, int fd);

/* Expand REDIRS (may be NULL). False after a message; errors of expansion have
 * set unwind. */
bool redir_plan(struct shell *sh, const struct redir *redirs,
    struct redir_plan *plan) __attribute__((warn_unused_result));

/* Close what redir_plan() opened. */
void redir_plan_close(struct redir_plan *plan);

/* May applying it block, so that it needs a process that can be signalled? */
bool redir_plan_may_block(const struct redir_plan *plan);

/* Apply in this process, noting what to put back (UNDO may be NULL: for good).
 * False after a message; what was applied is undone. */
bool redir_apply(struct shell *sh, const struct redir_plan *plan,
    struct redir_undo *undo) __attribute__((warn_unused_result));

/* The same for the shell itself, for good; what was applied before one that fails
 * stays, too. */
bool redir_apply_for_good(struct shell *sh, const struct redir_plan *plan)
    __attribute__((warn_unused_result));

void redir_undo(struct shell *sh, struct redir_undo *undo);

/* The redirections stay (`exec >file`): forget how to put them back. */
void redir_keep(struct shell *sh, struct redir_undo *undo);

#endif
