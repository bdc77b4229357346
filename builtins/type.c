/*
 * type.c - tell what a command name means
 *
 * POSIX.1-2024 XCU type.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/describe.h"
#include "builtins/opts.h"
#include "state/shell.h"

static int run_type(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	int status = 0;

	opts_init(&opts, &builtin_type, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	for (int i = opts.index; i < argc; i++) {
		if (describe_command(sh, argv[i], DESCRIBE_WORDS, false))
			continue;
		diag("type: %s: not found", argv[i]);
		status = 1;
	}
	return status;
}

const struct builtin builtin_type = {
	.name = "type",
	.kind = BUILTIN_REGULAR,
	.run = run_type,
	.can_undo = can_undo_always,
	.usage = "type name ...",
	.summary = "tell what a command name means",
	.help =
	    "For each name, write whether it is an alias, a reserved word, a\n"
	    "function (with its text), a builtin, or which file it runs. The\n"
	    "status is 1 if one of them is nothing.\n",
};
