/*
 * echo.c - write arguments
 *
 * POSIX leaves -n and backslashes to the implementation: this is bash's echo,
 * the same in both modes. An argument is an option only if it is made of
 * nothing but n, e and E after its "-".
 *
 * POSIX.1-2024 XCU echo.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <string.h>

#include "builtins/common.h"
#include "builtins/escape.h"
#include "state/shell.h"

struct echo_options {
	bool no_newline;
	bool escapes;
};

static bool parse_options(const char *arg, struct echo_options *options)
{
	if (arg[0] != '-' || !arg[1] || arg[1 + strspn(arg + 1, "neE")])
		return false;
	for (const char *p = arg + 1; *p; p++) {
		if (*p == 'n')
			options->no_newline = true;
		else
			options->escapes = *p == 'e';
	}
	return true;
}

/* False if \c ended the output. */
static bool write_escaped(struct out *out, const char *arg)
{
	struct strbuf text = STRBUF_INIT;
	bool going_on = escape_decode_all(&text, arg);

	out_write(out, strbuf_str(&text), text.len);
	strbuf_fini(&text);
	return going_on;
}

static int run_echo(struct shell *sh, int argc, char **argv)
{
	struct echo_options options = { false, false };
	int i = 1;

	while (i < argc && parse_options(argv[i], &options))
		i++;
	for (int first = i; i < argc; i++) {
		if (i > first)
			out_putc(&sh->out, ' ');
		if (!options.escapes)
			out_puts(&sh->out, argv[i]);
		else if (!write_escaped(&sh->out, argv[i]))
			return 0;
	}
	if (!options.no_newline)
		out_putc(&sh->out, '\n');
	return 0;
}

const struct builtin builtin_echo = {
	.name = "echo",
	.kind = BUILTIN_REGULAR,
	.only_prints = true,
	.run = run_echo,
	.can_undo = can_undo_always,
	.usage = "echo [-neE] [argument ...]",
	.summary = "write the arguments, with spaces between",
	.help =
	    "-n  write no newline at the end\n"
	    "-e  obey escapes: \\n newline, \\t tab, \\\\ backslash, \\a \\b \\e \\f\n"
	    "    \\r \\v, \\0ddd octal, \\xHH hexadecimal, \\c end of output\n"
	    "-E  do not (the default)\n"
	    "\n"
	    "Shells differ in what echo does with these. A script that must run\n"
	    "everywhere uses printf:\n"
	    "\n"
	    "    printf '%s\\n' \"$text\"\n",
};
