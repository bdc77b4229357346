/*
 * kill.h - what the parts of the kill builtin share
 *
 * kill.c has the options, kill_list.c the names of signals, kill_target.c what
 * an operand means and the plain sending, kill_hold.c -t and --tree, and
 * kill_show.c the dry run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_KILL_H
#define JSH_BUILTINS_KILL_H

#include <stdbool.h>

#include "job/tree.h"
#include "state/shell.h"

struct kill {
	struct shell *sh;
	int signo;
	int timeout_ms; /* -1: do not wait */
	bool tree;      /* also what left the group or the session */
	bool dry_run;   /* only say who would be hit */
};

struct kill_target {
	const char *operand;
	struct job *job; /* NULL: PID it is; borrowed until the next wait */
	pid_t pid;       /* 0, -1 and negative ones as kill(2) has them */
};

/* kill -l and -L. */
int kill_list(struct out *out, char **operands);
int kill_table(struct out *out);

/* What OPERAND means. False after a message: it is nothing, or it has ended. */
bool kill_target_find(
    struct shell *sh, const char *operand, struct kill_target *target);

/* Choose in TREE what TARGET is, and with KILL->tree its descendants. */
void kill_target_choose(const struct kill *kill,
    const struct kill_target *target, struct tree *tree);

/* Each sends to all OPERANDS, or says to whom it would; the status. */
int kill_send(const struct kill *kill, char **operands);
int kill_send_held(const struct kill *request, char **operands);
int kill_show(const struct kill *kill, char **operands);

#endif
