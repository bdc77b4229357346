/*
 * unset.c - remove variables and functions
 *
 * POSIX.1-2024 XCU unset.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

/* False after a message. */
static bool unset_variable(struct shell *sh, const char *name)
{
	if (var_is_name(name, strlen(name)))
		return var_unset(sh, name);
	diag("unset: %s: not a variable name", name);
	return false;
}

static int run_unset(struct shell *sh, int argc, char **argv)
{
	bool functions = false;
	struct opts opts;
	int letter, status = 0;

	opts_init(&opts, &builtin_unset, argc, argv);
	while ((letter = opts_next(&opts, "fv")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return special_failed(sh, 2);
		functions = letter == 'f';
	}
	for (int i = opts.index; i < argc; i++) {
		if (functions)
			func_unset(&sh->funcs, argv[i]);
		else if (!unset_variable(sh, argv[i]))
			status = 1;
	}
	return status ? special_failed(sh, status) : 0;
}

/* Variables; not functions. */
static bool unset_can_undo(struct shell *sh, char **argv)
{
	(void)sh;
	return argv[1] && argv[1][0] != '-';
}

const struct builtin builtin_unset = {
	.name = "unset",
	.kind = BUILTIN_SPECIAL,
	.changes_shell = true,
	.run = run_unset,
	.can_undo = unset_can_undo,
	.usage = "unset [-f|-v] name ...",
	.summary = "remove variables or functions",
	.help = "-v  variables (the default)\n"
		"-f  functions\n"
		"\n"
		"Removing what is not there is no error; removing a read-only\n"
		"variable is one, and it ends a script.\n",
};
