/*
 * alias.c - alias and unalias
 *
 * POSIX.1-2024 XCU alias, unalias.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

static void list(struct shell *sh)
{
	struct alias *alias, *next;

	alias_sort(&sh->aliases);
	HASH_ITER (hh, sh->aliases.by_name, alias, next)
		out_assignment(&sh->out, alias->name, alias->value);
}

/* NAME=VALUE. False after a message. */
static bool define(struct shell *sh, const char *operand, const char *equals)
{
	char *name =
	    arena_strndup(&sh->arena, operand, (size_t)(equals - operand));

	if (!is_unquoted_word(name)) {
		diag("alias: %s: not a name for an alias", operand);
		return false;
	}
	alias_set(&sh->aliases, name, equals + 1);
	return true;
}

/* False after a message. */
static bool show(struct shell *sh, const char *name)
{
	const char *value = alias_get(&sh->aliases, name);

	if (!value) {
		diag("alias: %s: not found", name);
		return false;
	}
	out_assignment(&sh->out, name, value);
	return true;
}

static int run_alias_builtin(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	int status = 0;

	opts_init(&opts, &builtin_alias, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	if (opts.index == argc)
		list(sh);
	for (int i = opts.index; i < argc; i++) {
		const char *equals = strchr(argv[i], '=');
		bool done =
		    equals ? define(sh, argv[i], equals) : show(sh, argv[i]);

		if (!done)
			status = 1;
	}
	return status;
}

static void remove_all(struct alias_table *aliases)
{
	struct alias *alias, *next;

	HASH_ITER (hh, aliases->by_name, alias, next)
		(void)alias_unset(aliases, alias->name);
}

static int run_unalias(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	bool all = false;
	int letter, status = 0;

	opts_init(&opts, &builtin_unalias, argc, argv);
	while ((letter = opts_next(&opts, "a")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		all = true;
	}
	if (all) {
		remove_all(&sh->aliases);
		return 0;
	}
	if (opts.index == argc)
		return usage_error(&builtin_unalias);
	for (int i = opts.index; i < argc; i++) {
		if (alias_unset(&sh->aliases, argv[i]))
			continue;
		diag("unalias: %s: not found", argv[i]);
		status = 1;
	}
	return status;
}

const struct builtin builtin_alias = {
	.name = "alias",
	.kind = BUILTIN_REGULAR,
	.changes_shell = true,
	.run = run_alias_builtin,
	.usage = "alias [name[=value] ...]",
	.summary = "define or show short names for commands",
	.help =
	    "Where a command's name is expected, the alias is replaced by its\n"
	    "value, from the next line on. If the value ends in a blank, the\n"
	    "word after it may be an alias as well. Without names, list them\n"
	    "all.\n"
	    "\n"
	    "    alias ll='ls -l'\n"
	    "\n"
	    "For anything with arguments in it, write a function.\n",
};

const struct builtin builtin_unalias = {
	.name = "unalias",
	.kind = BUILTIN_REGULAR,
	.run = run_unalias,
	.usage = "unalias -a | unalias name ...",
	.summary = "remove aliases",
	.help = "-a removes them all.\n",
};
