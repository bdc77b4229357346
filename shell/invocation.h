/*
 * invocation.h - what the arguments of jsh ask for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INVOCATION_H
#define JSH_INVOCATION_H

#include <stdbool.h>

#include "state/shell.h"

struct invocation {
	const char *name;      /* $0 */
	const char *command;   /* -c; NULL: none */
	const char *script;    /* a file to run; NULL: none */
	char *const *operands; /* $1, ... */
	int operand_count;
	bool interactive;
	bool login;
	bool monitor;
	bool norc; /* neither ENV's file nor jshrc */
	bool options[OPTION_COUNT];
};

/*
 * Read the arguments. -1: *inv tells what to run. Otherwise the status to leave
 * with: after --help and --version, or a message about a mistake.
 */
int invocation_parse(struct invocation *inv, int argc, char **argv);

/* Hand name, options and parameters over to the shell. */
void invocation_apply(const struct invocation *inv, struct shell *sh);

#endif
