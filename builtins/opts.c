/*
 * opts.c - options of builtins, by POSIX's utility syntax guidelines
 *
 * POSIX.1-2024 XBD 12.2 Utility Syntax Guidelines.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/opts.h"

#include <string.h>

#include "base/diag.h"

void opts_init(
    struct opts *opts, const struct builtin *builtin, int argc, char **argv)
{
	opts->argc = argc;
	opts->argv = argv;
	opts->index = 1;
	opts->offset = 0;
	opts->argument = NULL;
	opts->builtin = builtin;
}

int usage_error(const struct builtin *builtin)
{
	diag_plain("usage: %s", builtin->usage);
	return 2;
}

static int option_error(const struct opts *opts, char letter, const char *what)
{
	diag("%s: -%c: %s", opts->builtin->name, letter, what);
	(void)usage_error(opts->builtin); /* the caller returns 2 */
	return OPTS_ERROR;
}

/* The argument of option LETTER, whose own text ended: the next one. */
static int take_argument(struct opts *opts, char letter)
{
	char *rest = opts->argv[opts->index] + opts->offset;

	if (*rest) {
		opts->argument = rest;
		opts->index++;
	} else if (opts->index + 1 < opts->argc) {
		opts->argument = opts->argv[opts->index + 1];
		opts->index += 2;
	} else {
		return option_error(opts, letter, "needs an argument");
	}
	opts->offset = 0;
	return letter;
}

int opts_next(struct opts *opts, const char *letters)
{
	const char *arg, *found;
	char letter;

	opts->argument = NULL;
	if (opts->index >= opts->argc)
		return OPTS_END;
	arg = opts->argv[opts->index];
	if (!opts->offset) {
		if (arg[0] != '-' || !arg[1])
			return OPTS_END;
		if (strcmp(arg, "--") == 0) {
			opts->index++;
			return OPTS_END;
		}
		opts->offset = 1;
	}
	letter = arg[opts->offset++];
	found = letter == ':' ? NULL : strchr(letters, letter);
	if (!found)
		return option_error(opts, letter, "unknown option");
	if (found[1] == ':')
		return take_argument(opts, letter);
	if (!arg[opts->offset]) {
		opts->index++;
		opts->offset = 0;
	}
	return letter;
}
