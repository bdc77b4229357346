/*
 * loops.c - break and continue
 *
 * A loop around a function call is not around what the function runs:
 * loop_depth starts again there. Outside of loops both say so and do nothing,
 * with status 0: POSIX leaves it open, and all shells but yash go on.
 *
 * POSIX.1-2024 XCU break, continue.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <limits.h>
#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

/* n of `break n`: more than an int holds is more than there are loops. */
static bool parse_depth(const char *text, int *depth)
{
	if (!*text || text[strspn(text, "0123456789")])
		return false;
	if (!parse_count(text, depth))
		*depth = INT_MAX;
	return *depth > 0;
}

static int leave_loops(struct shell *sh, const struct builtin *builtin,
    enum unwind unwind, int argc, char **argv)
{
	int first = argc > 1 && strcmp(argv[1], "--") == 0 ? 2 : 1;
	int depth = 1;

	if (argc > first + 1)
		return special_failed(sh, usage_error(builtin));
	if (argc > first && !parse_depth(argv[first], &depth)) {
		diag("%s: %s: not a number of loops, 1 or more", builtin->name,
		    argv[first]);
		return special_failed(sh, 2);
	}
	if (!sh->loop_depth) {
		diag("%s: not in a loop", builtin->name);
		return 0;
	}
	sh->unwind = unwind;
	sh->unwind_depth = depth < sh->loop_depth ? depth : sh->loop_depth;
	return 0;
}

static int run_break(struct shell *sh, int argc, char **argv)
{
	return leave_loops(sh, &builtin_break, UNWIND_BREAK, argc, argv);
}

static int run_continue(struct shell *sh, int argc, char **argv)
{
	return leave_loops(sh, &builtin_continue, UNWIND_CONTINUE, argc, argv);
}

const struct builtin builtin_break = {
	.name = "break",
	.kind = BUILTIN_SPECIAL,
	.run = run_break,
	.can_undo = can_undo_always,
	.usage = "break [n]",
	.summary = "leave a for, while or until loop",
	.help =
	    "With n, leave the n innermost loops; all of them if there are\n"
	    "fewer than n.\n"
	    "\n"
	    "    for f in *; do\n"
	    "        test -x \"$f\" && break   # f is the first program\n"
	    "    done\n",
};

const struct builtin builtin_continue = {
	.name = "continue",
	.kind = BUILTIN_SPECIAL,
	.run = run_continue,
	.can_undo = can_undo_always,
	.usage = "continue [n]",
	.summary = "go on with the next turn of a loop",
	.help =
	    "With n, leave the n-1 innermost loops first, and go on with the\n"
	    "loop around them.\n"
	    "\n"
	    "    for f in *; do\n"
	    "        test -d \"$f\" && continue   # not the folders\n"
	    "        wc -l \"$f\"\n"
	    "    done\n",
};
