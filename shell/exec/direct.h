/*
 * direct.h - start a program for a job without a copy of the shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_DIRECT_H
#define JSH_EXEC_DIRECT_H

#include "exec/exec.h"

struct job;
struct spawn;

/* What the command gets before its own redirections. */
struct direct_setup {
	int in, out;   /* ends of pipes, the shell's own; -1: none */
	bool detached; /* from the keyboard: asynchronous, no job control */
};

/*
 * Start NODE as the next member of JOB if all that a subshell would do for it
 * is to execute a program. Its pid; 0 when it takes a subshell, and nothing has
 * been done then; -1 with errno when no process could be made.
 */
pid_t direct_start(struct shell *sh, struct job *job, const struct node *node,
    const struct direct_setup *setup);

/* SPAWN does what SETUP says before its own actions; in the command arena. */
void direct_set_up(
    struct shell *sh, struct spawn *spawn, const struct direct_setup *setup);

#endif
