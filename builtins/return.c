/*
 * return.c - leave a function, or a script that `.` reads
 *
 * Elsewhere POSIX leaves it open. It ends a script or subshell, as in dash, ksh
 * and others, where bash goes on; at the prompt it is an error.
 *
 * POSIX.1-2024 XCU return.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "base/diag.h"
#include "builtins/common.h"
#include "state/shell.h"

static int run_return(struct shell *sh, int argc, char **argv)
{
	int depth = sh->function_depth + sh->source_depth;
	int status = sh->last_status;

	/* It ends the trap's action, as `exit` does. */
	if (sh->in_trap && depth == sh->trap_depth)
		status = sh->trap_status;
	if (!parse_status(sh, &builtin_return, argc, argv, &status))
		return sh->last_status;
	if (!depth && !sh->interactive)
		return shell_exit(sh, status);
	if (!depth) {
		diag("return: not in a function or a script read by `.`");
		return 2;
	}
	sh->unwind = UNWIND_RETURN;
	return status;
}

const struct builtin builtin_return = {
	.name = "return",
	.kind = BUILTIN_SPECIAL,
	.run = run_return,
	.can_undo = can_undo_always,
	.usage = "return [n]",
	.summary = "leave a function or a script read by `.`",
	.help =
	    "The status is n, from 0 to 255; without n it is that of the last\n"
	    "command. Outside of both it ends a script, as `exit` does.\n"
	    "\n"
	    "    is_even() { return $(($1 % 2)); }\n"
	    "    is_even 4 && echo even\n",
};
