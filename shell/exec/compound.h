/*
 * compound.h - compound commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_COMPOUND_H
#define JSH_EXEC_COMPOUND_H

#include "exec/exec.h"

int exec_for(struct shell *sh, const struct node_for *node);
int exec_while(struct shell *sh, const struct node_while *node);
int exec_if(struct shell *sh, const struct node_if *node, unsigned flags);
int exec_case(struct shell *sh, const struct node_case *node, unsigned flags);
int exec_function_definition(
    struct shell *sh, const struct node_function *node);

#endif
