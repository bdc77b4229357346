/*
 * help.c - say what the builtins do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "base/nearest.h"
#include "builtins/opts.h"
#include "state/shell.h"

static void list_all(struct shell *sh)
{
	out_puts(&sh->out,
	    "These commands are part of the shell. `help NAME` tells more "
	    "about one.\n\n");
	for (size_t i = 0; i < sh->builtin_count; i++) {
		const struct builtin *builtin = sh->builtins[i];

		if (builtin_find(sh, builtin->name)) /* not hidden */
			out_printf(&sh->out, "%-9s %s\n", builtin->name,
			    builtin->summary);
	}
}

/* Each form on a line of its own. */
static void show_usage(struct out *out, const char *usage)
{
	static const char between[] = " | ";
	const char *label = "usage:", *end;

	while ((end = strstr(usage, between))) {
		out_printf(
		    out, "%-6s %.*s\n", label, (int)(end - usage), usage);
		usage = end + strlen(between);
		label = "";
	}
	out_printf(out, "%-6s %s\n", label, usage);
}

static void show(struct shell *sh, const struct builtin *builtin)
{
	out_printf(&sh->out, "%s: %s\n\n", builtin->name, builtin->summary);
	show_usage(&sh->out, builtin->usage);
	out_printf(&sh->out, "\n%s", builtin->help);
}

static void no_such_builtin(const struct shell *sh, const char *name)
{
	struct nearest nearest;

	nearest_init(&nearest, name);
	for (size_t i = 0; i < sh->builtin_count; i++)
		nearest_offer(&nearest, sh->builtins[i]->name);
	if (nearest_found(&nearest))
		diag("help: %s: no such builtin; did you mean %s?", name,
		    nearest.best);
	else
		diag("help: %s: no such builtin (`help` lists them)", name);
}

static int run_help(struct shell *sh, int argc, char **argv)
{
	struct opts opts;
	int status = 0;

	opts_init(&opts, &builtin_help, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	if (opts.index == argc)
		list_all(sh);
	for (int i = opts.index; i < argc; i++) {
		const struct builtin *builtin = builtin_find(sh, argv[i]);

		if (builtin) {
			if (i > opts.index)
				out_putc(&sh->out, '\n');
			show(sh, builtin);
		} else {
			no_such_builtin(sh, argv[i]);
			status = 1;
		}
	}
	return status;
}

const struct builtin builtin_help = {
	.name = "help",
	.kind = BUILTIN_EXTENSION,
	.run = run_help,
	.usage = "help [name ...]",
	.summary = "say what the builtins do",
	.help =
	    "Without names, list the builtins with a line for each. With names,\n"
	    "tell how each is used.\n",
};
