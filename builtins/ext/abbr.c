/*
 * abbr.c - abbreviations: words that become more when they are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

static void list_one(struct shell *sh, const char *name, const char *text)
{
	out_puts(&sh->out, "abbr ");
	out_assignment(&sh->out, name, text);
}

static void list_all(struct shell *sh)
{
	struct alias *abbreviation, *next;

	alias_sort(&sh->abbreviations);
	HASH_ITER (hh, sh->abbreviations.by_name, abbreviation, next)
		list_one(sh, abbreviation->name, abbreviation->value);
}

/* NAME=TEXT. False after a message. */
static bool define(struct shell *sh, const char *operand, const char *equals)
{
	char *name =
	    arena_strndup(&sh->arena, operand, (size_t)(equals - operand));

	if (*name == '-' || !is_unquoted_word(name)) {
		diag("abbr: %s: not a name for an abbreviation", operand);
		return false;
	}
	alias_set(&sh->abbreviations, name, equals + 1);
	return true;
}

static bool missing(const char *name)
{
	diag("abbr: %s: not found", name);
	return false;
}

static bool show(struct shell *sh, const char *name)
{
	const char *text = alias_get(&sh->abbreviations, name);

	if (!text)
		return missing(name);
	list_one(sh, name, text);
	return true;
}

static bool obey(struct shell *sh, bool removes, const char *operand)
{
	const char *equals = strchr(operand, '=');

	if (removes)
		return alias_unset(&sh->abbreviations, operand) ||
		       missing(operand);
	return equals ? define(sh, operand, equals) : show(sh, operand);
}

static int run_abbr(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	bool removes = false;
	int letter, status = 0;

	opts_init(&opts, &builtin_abbr, argc, argv);
	while ((letter = opts_next(&opts, "u")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		removes = true;
	}
	if (opts.index == argc && removes)
		return usage_error(&builtin_abbr);
	if (opts.index == argc)
		list_all(sh);
	for (int i = opts.index; i < argc; i++)
		if (!obey(sh, removes, argv[i]))
			status = 1;
	return status;
}

const struct builtin builtin_abbr = {
	.name = "abbr",
	.kind = BUILTIN_EXTENSION,
	.run = run_abbr,
	.usage = "abbr [name[=text] ...] | abbr -u name ...",
	.summary = "define or show words that become more when they are typed",
	.help =
	    "When NAME is typed where a command's name is expected, and a blank "
	    "or\n"
	    "Enter behind it, TEXT takes its place in the line: it can be seen "
	    "and\n"
	    "changed, and is what is run and remembered. A script knows nothing "
	    "of\n"
	    "it. -u removes. Without names, list all in a form that can be "
	    "read\n"
	    "back.\n"
	    "\n"
	    "    abbr gc='git commit'\n"
	    "\n"
	    "^V before the blank leaves the word as it is.\n",
};
