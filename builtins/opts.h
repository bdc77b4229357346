/*
 * opts.h - options of builtins, by POSIX's utility syntax guidelines
 *
 * Re-entrant, unlike getopt(), and it words errors as jsh does.
 *
 * POSIX.1-2024 XBD 12.2 Utility Syntax Guidelines.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_OPTS_H
#define JSH_BUILTINS_OPTS_H

#include "state/builtin.h"

struct opts {
	int argc;
	char **argv;
	int index;      /* of the argument looked at; after OPTS_END the first
			    operand's */
	int offset;     /* in that argument */
	char *argument; /* of the option just given, if it takes one */
	const struct builtin *builtin;
};

enum { OPTS_END = -1, OPTS_ERROR = '?' };

void opts_init(
    struct opts *opts, const struct builtin *builtin, int argc, char **argv);

/*
 * The next option's letter; OPTS_END after the last; OPTS_ERROR after a message
 * with the usage line: the builtin then returns 2. LETTERS is as getopt's:
 * "ab:" means -a, and -b with an argument.
 */
int opts_next(struct opts *opts, const char *letters);

/* Print the usage line to stderr and return 2. */
int usage_error(const struct builtin *builtin);

#endif
