/*
 * simple.h - simple commands, and commands by their arguments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_SIMPLE_H
#define JSH_EXEC_SIMPLE_H

#include "exec/exec.h"

int exec_simple(struct shell *sh, const struct node *node, unsigned flags);

enum command_flag {
	COMMAND_NO_FUNCTION = 1 << 0,  /* command NAME */
	COMMAND_DEFAULT_PATH = 1 << 1, /* command -p */
	COMMAND_NOT_SPECIAL = 1 << 2,  /* an error of a special builtin does
					  not end the shell */
	COMMAND_LAST = 1 << 3,         /* nothing is left to run in this
					  subshell, or process */
};

/*
 * Run the command argv[0] with its arguments: function, builtin or program.
 * ARGC is at least 1. For `command`, `nohup` and the like.
 */
int command_run(struct shell *sh, int argc, char **argv, unsigned flags);

/* exec: replace this process by a program. Returns 126 or 127 after a message,
 * only if that could not be done. */
int command_replace(struct shell *sh, char **argv);

#endif
