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
	/* The status is looked at (if, while, !, && and ||): errexit does not
	 * apply. */
	EXEC_TESTED = 1 << 0,
	/* The process ends afterwards: the command may replace it. */
	EXEC_LAST = 1 << 1,
};

int exec_node(struct shell *sh, const struct node *node, unsigned flags);

#endif
