/*
 * local.c - variables that end with their function
 *
 * POSIX leaves `local` to the shells (XCU 2.9.1.4). It is there also with
 * set -o posix, as in dash: many scripts for sh use it. Where the shells
 * differ: a variable without a value keeps that from outside (dash, ksh) and
 * does not become unset (bash).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

/* NAME, NAME=VALUE or -. False after a message. */
static bool make_local(struct shell *sh, const char *operand)
{
	size_t len = strcspn(operand, "=");
	const char *name;

	if (strcmp(operand, "-") == 0) {
		frame_keep_options(sh);
		return true;
	}
	if (!var_is_name(operand, len)) {
		diag("local: %s: not a variable name", operand);
		return false;
	}
	name = arena_strndup(&sh->arena, operand, len);
	if (!frame_keep_variable(sh, name))
		return false;
	return !operand[len] || var_set(sh, name, operand + len + 1);
}

static int run_local(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	int status = 0;

	opts_init(&opts, &builtin_local, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	if (!sh->frame) {
		diag("local: not in a function");
		return 1;
	}
	for (int i = opts.index; i < argc; i++)
		if (!make_local(sh, argv[i]))
			status = 1;
	return status;
}

const struct builtin builtin_local = {
	.name = "local",
	.kind = BUILTIN_REGULAR,
	.run = run_local,
	.can_undo = can_undo_always,
	.usage = "local [-] [name[=value] ...]",
	.summary = "make variables end with the function",
	.help =
	    "When the function returns, each variable named is again what it\n"
	    "was before, and - does the same for the options of the shell.\n"
	    "Functions that are called meanwhile see the new value.\n"
	    "\n"
	    "    count() { local IFS=:; set -- $1; echo $#; }\n"
	    "    careful() { local -; set -e; ...; }\n"
	    "\n"
	    "Without =value a variable keeps the value from outside, as in\n"
	    "dash; bash makes it unset. A script for both gives a value.\n",
};
