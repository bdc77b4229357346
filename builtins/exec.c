/*
 * exec.c - replace the shell by a program, or keep redirections
 *
 * POSIX.1-2024 XCU exec.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "builtins/common.h"
#include "builtins/opts.h"
#include "exec/simple.h"

static int run_exec(struct shell *sh, int argc, char **argv)
{
	struct opts opts;

	opts_init(&opts, &builtin_exec, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return special_failed(sh, 2);
	if (opts.index == argc) {
		sh->keep_redirs = true;
		return 0;
	}
	/* Also `command exec` ends a script if it fails. At a prompt the
	 * redirections go, as in yash and fish: who has mistyped a name still
	 * sees what comes. */
	return shell_abort(sh, command_replace(sh, argv + opts.index));
}

const struct builtin builtin_exec = {
	.name = "exec",
	.kind = BUILTIN_SPECIAL,
	.keeps_redirs = true,
	.run = run_exec,
	.usage = "exec [command [argument ...]]",
	.summary =
	    "replace the shell by a command, or redirect the shell itself",
	.help =
	    "With a command, a program, the shell becomes that program: it\n"
	    "keeps the process number and nothing after it is run. The EXIT\n"
	    "trap is not run. If the program cannot be run, a script ends\n"
	    "with status 126 or 127.\n"
	    "\n"
	    "Without a command, redirections stay in force for the shell:\n"
	    "\n"
	    "    exec 2>errors.log    from here on, messages go to that file\n"
	    "    exec 3<data          open data as descriptor 3 ...\n"
	    "    exec 3<&-            ... and close it\n",
};
