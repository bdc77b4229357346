/*
 * exit.c - leave the shell
 *
 * POSIX.1-2024 XCU exit.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "builtins/common.h"
#include "exec/leave.h"
#include "state/shell.h"

static int run_exit(struct shell *sh, int argc, char **argv)
{
	int status = sh->in_trap ? sh->trap_status : sh->last_status;

	/* Also by way of `command`: it was meant to end here. */
	if (!parse_status(sh, &builtin_exit, argc, argv, &status))
		return shell_abort(sh, sh->last_status);
	if (!leave_confirm(sh, &status, argc > 1))
		return shell_abort(sh, 1);
	return shell_exit(sh, status);
}

const struct builtin builtin_exit = {
	.name = "exit",
	.kind = BUILTIN_SPECIAL,
	.run = run_exit,
	.can_undo = can_undo_always,
	.usage = "exit [n]",
	.summary = "leave the shell",
	.help =
	    "The status is n, from 0 to 255; without n it is that of the last\n"
	    "command. In the action of a trap, without n, it is that of the\n"
	    "command before the trap. In a subshell, ( ), only that is left.\n"
	    "The action of `trap ... EXIT` runs before the shell ends.\n"
	    "\n"
	    "An interactive shell that has jobs lists them first, with their age\n"
	    "and with what becomes of them, and stays; a second exit right after\n"
	    "that leaves. So does ^D.\n",
};
