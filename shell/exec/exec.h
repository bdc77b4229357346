/*
 * exec.h - run a tree
 *
 * Every function here returns an exit status, 0 to 255, and leaves it in
 * sh->last_status too. Whether execution goes on is another matter: look at
 * shell_is_unwinding() after each step.
 *
 * POSIX.1-2024 XCU 2.9 Shell Commands.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_EXEC_H
#define JSH_EXEC_EXEC_H

#include "state/shell.h"
#include "syntax/ast.h"

enum exec_flag {
	/* The process ends afterwards: the command may replace it. */
	EXEC_LAST = 1 << 0,
};

int exec_node(struct shell *sh, const struct node *node, unsigned flags);

/* The same while somebody looks at the status: errexit does not apply, and
 * something is left to do. */
int exec_tested(struct shell *sh, const struct node *node);

/* The same while something is left to run afterwards, should the command stop. */
int exec_then(struct shell *sh, const struct node *node);

/* In a forked child: run NODE (may be NULL) as all there is to do; never
 * returns. */
_Noreturn void exec_child(struct shell *sh, const struct node *node);

/* May this process be replaced by the command it runs last? Not while traps
 * are waiting to be run in it, and not if the command is to have a group of
 * its own. */
bool exec_may_replace(const struct shell *sh, unsigned flags);

/* set -e: leave the shell if STATUS is not 0 and nobody looks at it. Returns
 * STATUS, which it leaves in $?. */
int exec_finish(struct shell *sh, int status);

#endif
