/*
 * set.c - options of the shell, positional parameters, list of variables
 *
 * POSIX.1-2024 XCU set.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

static void list_variables(struct shell *sh)
{
	size_t count;
	struct var **vars = var_sorted(sh, &count);

	for (size_t i = 0; i < count; i++) {
		const char *value = var_get(sh, vars[i]->name);

		if (value)
			out_assignment(&sh->out, vars[i]->name, value);
	}
}

/* set -o: for people. set +o: as commands that bring this state back. */
static void list_options(struct shell *sh, bool as_commands)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_record *record = &option_table[i];
		bool on = shell_option(sh, record->option);

		if (!record->name)
			continue;
		if (as_commands)
			out_printf(&sh->out, "set %co %s\n", on ? '-' : '+',
			    record->name);
		else
			out_printf(&sh->out, "%-10s  %-3s  %s\n", record->name,
			    on ? "on" : "off", record->help);
	}
}

/* False after a message. */
static bool set_letter(struct shell *sh, char sign, char letter)
{
	enum option option = option_by_letter(letter);

	if (option == OPTION_COUNT || option_table[option].at_start) {
		diag("set: %c%c: unknown option", sign, letter);
		(void)usage_error(&builtin_set);
		return false;
	}
	return shell_option_set(sh, option, sign == '-');
}

static void no_such_option(const char *name)
{
	const char *meant = option_nearest(name);

	if (meant)
		diag("set: %s: no such option; did you mean %s?", name, meant);
	else
		diag("set: %s: no such option (`set -o` lists them)", name);
}

static bool set_name(struct shell *sh, char sign, const char *name)
{
	enum option option = option_by_name(name);

	if (option == OPTION_COUNT) {
		no_such_option(name);
		return false;
	}
	return shell_option_set(sh, option, sign == '-');
}

/* One argument of options, argv[*index]; *index is left after it and its -o
 * names. A name may also be attached (-onoglob). False after a message. */
static bool set_options(struct shell *sh, int argc, char **argv, int *index)
{
	const char *arg = argv[(*index)++];

	for (const char *p = arg + 1; *p; p++) {
		if (*p != 'o') {
			if (!set_letter(sh, *arg, *p))
				return false;
		} else if (option_by_name(p + 1) != OPTION_COUNT) {
			return set_name(sh, *arg, p + 1);
		} else if (*index == argc) {
			list_options(sh, *arg == '+');
		} else if (!set_name(sh, *arg, argv[(*index)++])) {
			return false;
		}
	}
	return true;
}

static int run_set(struct shell *sh, int argc, char **argv)
{
	bool ended = false; /* by "--": what follows replaces $1 ... */
	int i = 1;

	if (argc == 1)
		list_variables(sh);
	while (i < argc && (argv[i][0] == '-' || argv[i][0] == '+')) {
		if (strcmp(argv[i], "--") == 0) {
			ended = true;
			i++;
			break;
		}
		if (strcmp(argv[i], "-") == 0) {
			i++;
			if (!shell_option_set(sh, OPTION_XTRACE, false) ||
			    !shell_option_set(sh, OPTION_VERBOSE, false))
				return special_failed(sh, 2);
			break;
		}
		if (!argv[i][1]) /* "+" */
			break;
		if (!set_options(sh, argc, argv, &i))
			return special_failed(sh, 2);
	}
	if (i < argc || ended)
		params_set(&sh->params, argv + i, (size_t)(argc - i));
	return 0;
}

/* But for job control, which -m, or -o with a name, may turn on. */
static bool set_can_undo(struct shell *sh, char **argv)
{
	(void)sh;
	while (*++argv && (**argv == '-' || **argv == '+'))
		if (strpbrk(*argv, "mo"))
			return false;
	return true;
}

const struct builtin builtin_set = {
	.name = "set",
	.kind = BUILTIN_SPECIAL,
	.changes_shell = true,
	.run = run_set,
	.can_undo = set_can_undo,
	.usage = "set [-abCefhmnuvx] [-o option] [--] [argument ...] | "
		 "set [+abCefhmnuvx] [+o option] [--] [argument ...] | "
		 "set -o | set +o",
	.summary =
	    "change options and positional parameters, or list variables",
	.help =
	    "Without arguments, write all variables and their values.\n"
	    "-x and the like turn an option on, +x turns it off. -o and +o do\n"
	    "it by name; `set -o` lists the options with what they do, and\n"
	    "`set +o` writes commands that bring the present options back.\n"
	    "\n"
	    "Arguments that are no options become $1, $2 and so on. After --\n"
	    "everything does, and `set --` alone removes them all. `set -`\n"
	    "turns -v and -x off.\n"
	    "\n"
	    "    set -eu              stop at failures and at unset variables\n"
	    "    set -- *.c           $1, $2 ... are now the C files\n"
	    "    set -o pipefail      a pipeline fails if any of it does\n",
};
