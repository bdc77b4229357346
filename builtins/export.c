/*
 * export.c - export and readonly: the attributes of variables
 *
 * POSIX.1-2024 XCU export, readonly.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

/* What one of the two does. */
struct attribute {
	const struct builtin *builtin;
	void (*give)(struct shell *sh, const char *name);
	bool (*has)(const struct var *var);
};

static bool is_exported(const struct var *var)
{
	return var->exported || var->temporary;
}

static bool is_readonly(const struct var *var)
{
	return var->readonly;
}

static void list_variables(struct shell *sh, const struct attribute *attribute)
{
	size_t count;
	struct var **vars = var_sorted(sh, &count);

	for (size_t i = 0; i < count; i++) {
		const char *value;

		if (!attribute->has(vars[i]))
			continue;
		value = var_get(sh, vars[i]->name);
		out_printf(&sh->out, "%s ", attribute->builtin->name);
		if (value)
			out_assignment(&sh->out, vars[i]->name, value);
		else
			out_printf(&sh->out, "%s\n", vars[i]->name);
	}
}

/* NAME or NAME=VALUE. False after a message. */
static bool give_attribute(
    struct shell *sh, const struct attribute *attribute, const char *operand)
{
	size_t len = strcspn(operand, "=");
	char *name;

	if (!var_is_name(operand, len)) {
		diag("%s: %s: not a variable name", attribute->builtin->name,
		    operand);
		return false;
	}
	name = arena_strndup(&sh->arena, operand, len);
	if (operand[len] && !var_set(sh, name, operand + len + 1))
		return false;
	attribute->give(sh, name);
	return true;
}

static int run(
    struct shell *sh, const struct attribute *attribute, int argc, char **argv)
{
	struct opts opts;
	int letter;

	opts_init(&opts, attribute->builtin, argc, argv);
	while ((letter = opts_next(&opts, "p")) != OPTS_END)
		if (letter == OPTS_ERROR)
			return special_failed(sh, 2);
	if (opts.index == argc)
		list_variables(sh, attribute);
	for (int i = opts.index; i < argc; i++)
		if (!give_attribute(sh, attribute, argv[i]))
			return special_failed(sh, 1);
	return 0;
}

static int run_export(struct shell *sh, int argc, char **argv)
{
	static const struct attribute attribute = { &builtin_export, var_export,
		is_exported };

	return run(sh, &attribute, argc, argv);
}

static int run_readonly(struct shell *sh, int argc, char **argv)
{
	static const struct attribute attribute = { &builtin_readonly,
		var_make_readonly, is_readonly };

	return run(sh, &attribute, argc, argv);
}

const struct builtin builtin_export = {
	.name = "export",
	.kind = BUILTIN_SPECIAL,
	.changes_shell = true,
	.run = run_export,
	.can_undo = can_undo_always,
	.usage = "export [-p] [name[=value] ...]",
	.summary = "hand variables on to the programs that are run",
	.help =
	    "Each variable named is part of the environment of all programs\n"
	    "run from now on; with =value it is set as well.\n"
	    "\n"
	    "    export EDITOR=vi\n"
	    "\n"
	    "Without names, or with -p, the exported variables are written as\n"
	    "commands that the shell can read back.\n",
};

const struct builtin builtin_readonly = {
	.name = "readonly",
	.kind = BUILTIN_SPECIAL,
	.changes_shell = true,
	.run = run_readonly,
	.can_undo = can_undo_always,
	.usage = "readonly [-p] [name[=value] ...]",
	.summary = "protect variables against change",
	.help =
	    "Each variable named can be neither set nor unset any more; with\n"
	    "=value it is set first. There is no way back.\n"
	    "\n"
	    "Without names, or with -p, the read-only variables are written as\n"
	    "commands that the shell can read back.\n",
};
