/*
 * true.c - : true false: nothing, with a status
 *
 * POSIX.1-2024 XCU colon, true, false.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "builtins/common.h"
#include "state/shell.h"

static int run_true(struct shell *sh, int argc, char **argv)
{
	(void)sh, (void)argc, (void)argv;
	return 0;
}

static int run_false(struct shell *sh, int argc, char **argv)
{
	(void)sh, (void)argc, (void)argv;
	return 1;
}

const struct builtin builtin_colon = {
	.name = ":",
	.kind = BUILTIN_SPECIAL,
	.run = run_true,
	.can_undo = can_undo_always,
	.usage = ": [argument ...]",
	.summary = "do nothing, successfully",
	.help =
	    "The arguments are expanded and then ignored; the status is 0.\n"
	    "Useful where a command must stand and nothing is to be done,\n"
	    "and for the sake of the expansions:\n"
	    "\n"
	    "    : \"${EDITOR:=vi}\"     set EDITOR unless it is set\n"
	    "    while :; do ...; done  for ever\n",
};

const struct builtin builtin_true = {
	.name = "true",
	.kind = BUILTIN_REGULAR,
	.run = run_true,
	.can_undo = can_undo_always,
	.usage = "true",
	.summary = "do nothing, successfully",
	.help = "The status is 0, whatever the arguments are.\n",
};

const struct builtin builtin_false = {
	.name = "false",
	.kind = BUILTIN_REGULAR,
	.run = run_false,
	.can_undo = can_undo_always,
	.usage = "false",
	.summary = "do nothing, unsuccessfully",
	.help = "The status is 1, whatever the arguments are.\n",
};
