/*
 * getopts.c - parse the options of a script or function
 *
 * OPTIND names the argument; where in it the next option stands is kept in the
 * shell, and goes back to the argument's start when a script sets OPTIND.
 *
 * POSIX.1-2024 XCU getopts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/decimal.h"
#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

enum { STATUS_ERROR = 2 };

struct getopts {
	struct shell *sh;
	const char *letters; /* without a leading ":" */
	bool silent;         /* there was one: the script words messages */
	const char *name;    /* of the variable that gets the option */
	char **args;         /* operands; NULL: the positional parameters */
	int count;
	int index;     /* OPTIND: from 1 */
	size_t offset; /* in that argument; 0: at its start */
};

static const char *argument(const struct getopts *g)
{
	if (g->index > g->count)
		return NULL;
	if (g->args)
		return g->args[g->index - 1];
	return params_get(&g->sh->params, (size_t)g->index);
}

/* False after a message: OPTIND or OPTARG is read-only. */
static bool store_state(const struct getopts *g, const char *arg_value)
{
	struct shell *sh = g->sh;
	char index[DECIMAL_SIZE];

	if (!var_set(sh, "OPTIND", decimal(index, g->index)))
		return false;
	sh->getopts_offset = g->offset; /* setting OPTIND reset it */
	return arg_value ? var_set(sh, "OPTARG", arg_value)
			 : var_unset(sh, "OPTARG");
}

/* Store what was found: OPTION in the variable, OPTARG or NULL. */
static int store(
    const struct getopts *g, char option, const char *arg_value, int status)
{
	char value[2] = { option, '\0' };

	if (!store_state(g, arg_value) || !var_set(g->sh, g->name, value))
		return STATUS_ERROR;
	return status;
}

/* For an option that is unknown ("?") or lacks its argument (":"). */
static int store_error(
    const struct getopts *g, char option, char letter, const char *what)
{
	char arg_value[2] = { letter, '\0' };

	if (g->silent)
		return store(g, option, arg_value, 0);
	diag_plain(
	    "-%c: %s", letter, what); /* the script's own user reads it */
	return store(g, '?', NULL, 0);
}

static void next_argument(struct getopts *g)
{
	g->index++;
	g->offset = 0;
}

/* Go to the next option letter. False at the end of the options. */
static bool find_option(struct getopts *g)
{
	const char *arg = argument(g);

	/* The arguments may have changed meanwhile. */
	if (arg && g->offset >= strlen(arg))
		g->offset = 0;
	if (!arg) {
		g->index = g->count + 1;
		return false;
	}
	if (g->offset)
		return true;
	if (arg[0] != '-' || !arg[1])
		return false;
	if (strcmp(arg, "--") == 0) {
		g->index++;
		return false;
	}
	g->offset = 1;
	return true;
}

static int next_option(struct getopts *g)
{
	const char *arg, *found;
	char letter;

	if (!find_option(g)) {
		g->offset = 0;
		return store(g, '?', NULL, 1);
	}
	arg = argument(g);
	letter = arg[g->offset++];
	found = letter == ':' ? NULL : strchr(g->letters, letter);
	arg += g->offset;
	if (!*arg || (found && found[1] == ':'))
		next_argument(g);
	if (!found)
		return store_error(g, '?', letter, "unknown option");
	if (found[1] != ':')
		return store(g, letter, NULL, 0);
	if (*arg)
		return store(g, letter, arg, 0);
	arg = argument(g);
	if (!arg)
		return store_error(g, ':', letter, "needs an argument");
	next_argument(g);
	return store(g, letter, arg, 0);
}

/* OPTIND; what is no index begins anew. */
static int current_index(struct shell *sh)
{
	const char *text = var_get(sh, "OPTIND");
	int index;

	return text && parse_count(text, &index) && index > 0 ? index : 1;
}

static int run_getopts(struct shell *sh, int argc, char **argv)
{
	struct getopts g = { .sh = sh };
	struct opts opts;

	opts_init(&opts, &builtin_getopts, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return STATUS_ERROR;
	if (argc < opts.index + 2)
		return usage_error(&builtin_getopts);
	g.letters = argv[opts.index];
	g.silent = *g.letters == ':';
	g.letters += g.silent;
	g.name = argv[opts.index + 1];
	if (!var_is_name(g.name, strlen(g.name))) {
		diag("getopts: %s: not a variable name", g.name);
		return STATUS_ERROR;
	}
	g.count = argc - opts.index - 2;
	if (g.count)
		g.args = argv + opts.index + 2;
	else
		g.count = (int)params_count(&sh->params);
	g.index = current_index(sh);
	g.offset = sh->getopts_offset;
	return next_option(&g);
}

const struct builtin builtin_getopts = {
	.name = "getopts",
	.kind = BUILTIN_REGULAR,
	.changes_shell = true,
	.run = run_getopts,
	.can_undo = can_undo_always,
	.usage = "getopts letters name [argument ...]",
	.summary = "parse the options of a script or function",
	.help =
	    "Each call puts the next option's letter into the variable name, and\n"
	    "has status 1 when there are no more. In letters, a colon after a\n"
	    "letter says that the option takes an argument, which comes in\n"
	    "OPTARG. OPTIND is the number of the next argument. An option that\n"
	    "is not among the letters gives ? and a message; with a colon at\n"
	    "the start of letters there is no message, OPTARG is the letter,\n"
	    "and : tells of an argument that is missing.\n"
	    "\n"
	    "    while getopts vo: option; do\n"
	    "        case $option in\n"
	    "        v) verbose=1 ;;\n"
	    "        o) output=$OPTARG ;;\n"
	    "        *) exit 2 ;;\n"
	    "        esac\n"
	    "    done\n"
	    "    shift $((OPTIND - 1))\n",
};
