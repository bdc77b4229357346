/*
 * rest.h - does what was typed change the shell?
 *
 * When it stops, its rest becomes the job's (job/continuation.h): variables that
 * it sets from then on are not the shell's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_REST_H
#define JSH_EXEC_REST_H

#include <stdbool.h>

#include "syntax/ast.h"

struct shell;

/* Is there an assignment, a for loop, or a call of a builtin that is there to
 * change the shell, outside subshells? NODE may be NULL. */
bool rest_changes_shell(const struct shell *sh, const struct node *node);

#endif
