/*
 * shift.c - drop positional parameters
 *
 * Shifting more than there are is status 1 and does not end a script: POSIX
 * allows both, and `shift 2 || usage` is worth having.
 *
 * POSIX.1-2024 XCU shift.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

static int run_shift(struct shell *sh, int argc, char **argv)
{
	int first = argc > 1 && strcmp(argv[1], "--") == 0 ? 2 : 1;
	size_t count = params_count(&sh->params);
	int n = 1;

	if (argc > first + 1)
		return special_failed(sh, usage_error(&builtin_shift));
	if (argc > first && !parse_count(argv[first], &n)) {
		diag("shift: %s: not a number of parameters", argv[first]);
		return special_failed(sh, 2);
	}
	if ((size_t)n > count) {
		if (count)
			diag("shift: %d: only %zu parameter%s", n, count,
			    count == 1 ? "" : "s");
		else
			diag("shift: %d: there are no parameters", n);
		return 1;
	}
	params_shift(&sh->params, (size_t)n);
	return 0;
}

const struct builtin builtin_shift = {
	.name = "shift",
	.kind = BUILTIN_SPECIAL,
	.run = run_shift,
	.can_undo = can_undo_always,
	.usage = "shift [n]",
	.summary = "drop the first positional parameters",
	.help =
	    "Drop $1, so that $2 becomes $1 and so on; with n, do it n times.\n"
	    "The status is 1, and nothing is dropped, if there are fewer.\n"
	    "\n"
	    "    while test $# -gt 0; do echo \"$1\"; shift; done\n",
};
