/*
 * command.c - run a command past functions, or tell what it is
 *
 * POSIX.1-2024 XCU command.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/describe.h"
#include "builtins/opts.h"
#include "exec/simple.h"

/* All operands, as bash has it; POSIX has one. */
static int tell(struct shell *sh, char **names, enum describe_style style,
    bool default_path)
{
	int status = 0;

	for (; *names; names++) {
		if (describe_command(sh, *names, style, default_path))
			continue;
		if (style == DESCRIBE_WORDS)
			diag("command: %s: not found", *names);
		status = 1;
	}
	return status;
}

static int run(struct shell *sh, int argc, char **argv)
{
	enum { RUN, TERSE, WORDS } what = RUN;
	bool default_path = false;
	struct opts opts;
	int letter;
	char **names;

	opts_init(&opts, &builtin_command, argc, argv);
	while ((letter = opts_next(&opts, "pvV")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		if (letter == 'p')
			default_path = true;
		else
			what = letter == 'v' ? TERSE : WORDS;
	}
	names = argv + opts.index;
	if (!*names)
		return what == RUN ? 0 : usage_error(&builtin_command);
	if (what == RUN)
		return command_run(sh, argc - opts.index, names,
		    COMMAND_NO_FUNCTION | COMMAND_NOT_SPECIAL |
			(sh->is_last ? COMMAND_LAST : 0) |
			(default_path ? COMMAND_DEFAULT_PATH : 0));
	return tell(sh, names, what == TERSE ? DESCRIBE_TERSE : DESCRIBE_WORDS,
	    default_path);
}

const struct builtin builtin_command = {
	.name = "command",
	.kind = BUILTIN_REGULAR,
	.run = run,
	.can_undo = can_undo_always,
	.usage = "command [-p] [-v|-V] name [argument ...]",
	.summary = "run a command past functions, or tell what it is",
	.help =
	    "Run the builtin or program of that name even if there is a function\n"
	    "of the same name. An error of a special builtin does not end a\n"
	    "script then:\n"
	    "\n"
	    "    cd() { command cd \"$@\" && ls; }\n"
	    "    command . ./settings || echo 'no settings'\n"
	    "\n"
	    "-p  look for it in a PATH that has all standard programs\n"
	    "-v  do not run it: write its file, or its name if it is a builtin,\n"
	    "    a function or a reserved word, or its alias\n"
	    "-V  the same in words\n"
	    "\n"
	    "With -v and -V the status is 1 if there is no such command.\n",
};
