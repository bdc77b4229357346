/*
 * complete.c - say who completes the arguments of a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include "base/diag.h"
#include "builtins/common.h"
#include "builtins/opts.h"
#include "state/shell.h"

static void list_one(struct shell *sh, const struct completer *completer)
{
	static const char letters[] = {
		[COMPLETER_FUNCTION] = 'F',
		[COMPLETER_PROGRAM] = 'C',
		[COMPLETER_WORDS] = 'W',
	};

	out_printf(&sh->out, "complete -%c ", letters[completer->kind]);
	out_quoted(&sh->out, completer->text);
	out_puts(&sh->out, " -- ");
	out_quoted(&sh->out, completer->name);
	out_putc(&sh->out, '\n');
}

static void list_all(struct shell *sh)
{
	struct completer *completer, *next;

	completer_sort(&sh->completers);
	HASH_ITER (hh, sh->completers.by_name, completer, next)
		list_one(sh, completer);
}

static bool missing(const char *name)
{
	diag("complete: %s: no completer", name);
	return false;
}

static bool show(struct shell *sh, const char *name)
{
	const struct completer *completer =
	    completer_find(&sh->completers, name);

	if (!completer)
		return missing(name);
	list_one(sh, completer);
	return true;
}

/* What is to be done with each name */
struct order {
	int letter; /* 0: show it */
	const char *text;
};

static bool obey(struct shell *sh, const struct order *order, const char *name)
{
	struct completer_table *table = &sh->completers;

	switch (order->letter) {
	case 'F':
		completer_set(table, name, COMPLETER_FUNCTION, order->text);
		return true;
	case 'C':
		completer_set(table, name, COMPLETER_PROGRAM, order->text);
		return true;
	case 'W':
		completer_set(table, name, COMPLETER_WORDS, order->text);
		return true;
	case 'r':
		return completer_unset(table, name) || missing(name);
	default:
		return show(sh, name);
	}
}

static int run_complete(struct shell *sh, int argc, char **argv)
{
	struct order order = { 0, NULL };
	struct opts opts;
	int letter, status = 0;

	opts_init(&opts, &builtin_complete, argc, argv);
	while ((letter = opts_next(&opts, "F:C:W:r")) != OPTS_END) {
		if (letter == OPTS_ERROR)
			return 2;
		if (order.letter)
			return usage_error(&builtin_complete);
		order = (struct order){ letter, opts.argument };
	}
	if (opts.index == argc && order.letter)
		return usage_error(&builtin_complete);
	if (opts.index == argc)
		list_all(sh);
	for (int i = opts.index; i < argc; i++)
		if (!obey(sh, &order, argv[i]))
			status = 1;
	return status;
}

const struct builtin builtin_complete = {
	.name = "complete",
	.kind = BUILTIN_EXTENSION,
	.run = run_complete,
	.usage = "complete [-F function|-C command|-W words|-r] [name ...]",
	.summary = "say who completes the arguments of a command",
	.help =
	    "When Tab is typed behind the command NAME:\n"
	    "\n"
	    "  -F function  call it\n"
	    "  -C command   run it\n"
	    "  -W words     choose from them\n"
	    "  -r           do as if nothing had been said about NAME\n"
	    "\n"
	    "Without an option show what was said about NAME, without a name "
	    "all,\n"
	    "in a form that can be read back.\n"
	    "\n"
	    "A function or command is given the command's name, the word "
	    "before\n"
	    "the cursor, which may be empty, and the word before that, as $1, "
	    "$2\n"
	    "and $3. COMP_LINE is the line, COMP_POINT the number of bytes in "
	    "it\n"
	    "before the cursor. It prints what may stand there, one a line, "
	    "each\n"
	    "with a tab and a few words about it if it likes; quoting is not "
	    "its\n"
	    "business, and what does not begin like the word is left out. When "
	    "it\n"
	    "prints nothing that fits, files are completed. It runs in a "
	    "subshell,\n"
	    "without input and messages, and ^C ends it.\n"
	    "\n"
	    "    complete -W 'start stop status' service\n"
	    "    hosts() { cut -d' ' -f1 ~/hosts; }\n"
	    "    complete -F hosts ping\n",
};
