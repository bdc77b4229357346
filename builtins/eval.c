/*
 * eval.c - run arguments as a command
 *
 * POSIX.1-2024 XCU eval.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "builtins/common.h"
#include "exec/run.h"

static int run_eval(struct shell *sh, int argc, char **argv)
{
	int first = argc > 1 && strcmp(argv[1], "--") == 0 ? 2 : 1;
	unsigned flags = special_run_flags(sh) | (sh->is_last ? EXEC_LAST : 0);
	struct strbuf text = STRBUF_INIT;
	int status;

	for (int i = first; i < argc; i++) {
		if (i > first)
			strbuf_addc(&text, ' ');
		strbuf_adds(&text, argv[i]);
	}
	status = run_string(sh, strbuf_str(&text), sh->line, flags);
	strbuf_fini(&text);
	return status;
}

const struct builtin builtin_eval = {
	.name = "eval",
	.kind = BUILTIN_SPECIAL,
	.run = run_eval,
	.can_undo = can_undo_always,
	.usage = "eval [argument ...]",
	.summary = "run the arguments as a command",
	.help =
	    "The arguments are joined by spaces and read again as if they had\n"
	    "been typed, so what they hold is expanded a second time. Never\n"
	    "use it on text that somebody else may have written.\n"
	    "\n"
	    "    name=HOME; eval \"echo \\$$name\"   prints the value of HOME\n"
	    "\n"
	    "The status is that of the last command, or 0 if there is none.\n",
};
