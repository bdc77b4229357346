/*
 * kill_list.c - kill -l: names and numbers of signals
 *
 * POSIX.1-2024 XCU kill.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/kill.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/signames.h"

enum { LINE_WIDTH = 72, STATUS_OF_SIGNAL = 128 };

/* All names on as many lines as they need; POSIX allows both separators. */
static void list_all(struct out *out)
{
	size_t width = 0;

	for (int signo = 1; signo < signame_limit(); signo++) {
		const char *name = signame(signo);

		if (!name)
			continue;
		if (width && width + strlen(name) >= LINE_WIDTH) {
			out_putc(out, '\n');
			width = 0;
		}
		out_printf(out, "%s%s", width ? " " : "", name);
		width += strlen(name) + (width ? 1 : 0);
	}
	out_putc(out, '\n');
}

/* A number for a name; a name for a number, or for the status of a process
 * that the signal ended. */
static bool list_one(struct out *out, const char *operand)
{
	char *end;
	long number = strtol(operand, &end, 10);
	const char *name = NULL;
	int signo;

	if (*operand >= '0' && *operand <= '9' && !*end) {
		if (number > STATUS_OF_SIGNAL)
			number -= STATUS_OF_SIGNAL;
		if (number <= INT_MAX)
			name = signame((int)number);
		if (name)
			out_printf(out, "%s\n", name);
		return name;
	}
	signo = signame_parse(operand);
	if (signo >= 0)
		out_printf(out, "%d\n", signo);
	return signo >= 0;
}

int kill_list(struct out *out, char **operands)
{
	int status = 0;

	if (*operands && strcmp(*operands, "--") == 0)
		operands++;
	if (!*operands)
		list_all(out);
	for (; *operands; operands++)
		if (!list_one(out, *operands)) {
			diag("kill: %s: no such signal", *operands);
			status = 1;
		}
	return status;
}

int kill_table(struct out *out)
{
	for (int signo = 1; signo < signame_limit(); signo++)
		if (signame(signo))
			out_printf(out, "%2d %s\n", signo, signame(signo));
	return 0;
}
