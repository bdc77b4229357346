/*
 * subst.h - command substitution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_SUBST_H
#define JSH_EXEC_SUBST_H

#include "exec/exec.h"

/* struct shell's `substitute`. */
char *exec_substitute(struct shell *sh, const struct node *body);

#endif
