/*
 * common.c - what several builtins share: operands read, text that reads back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/common.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/diag.h"
#include "builtins/opts.h"
#include "exec/run.h"
#include "job/sig.h"
#include "syntax/unparse.h"

void out_quoted(struct out *out, const char *s)
{
	struct strbuf text = STRBUF_INIT;

	unparse_quoted(&text, s);
	out_write(out, strbuf_str(&text), text.len);
	strbuf_fini(&text);
}

void out_assignment(struct out *out, const char *name, const char *value)
{
	out_puts(out, name);
	out_putc(out, '=');
	out_quoted(out, value);
	out_putc(out, '\n');
}

bool is_unquoted_word(const char *name)
{
	return *name && !name[strcspn(name, " \t\n'\"\\$`=/;&|()<>")];
}

bool parse_count(const char *text, int *count)
{
	long n;

	if (!*text || text[strspn(text, "0123456789")])
		return false;
	errno = 0;
	n = strtol(text, NULL, 10);
	if (errno || n > INT_MAX)
		return false;
	*count = (int)n;
	return true;
}

bool parse_timeout(const char *name, const char *seconds, int *timeout_ms)
{
	long long us = clock_parse_seconds(seconds);

	if (us < 0 || us / 1000 > INT_MAX) {
		diag("%s: -t: %s: not a number of seconds", name, seconds);
		return false;
	}
	*timeout_ms = (int)(us / 1000);
	return true;
}

int special_failed(struct shell *sh, int status)
{
	if (sh->special_ends)
		return shell_abort(sh, status);
	return sh->last_status = status;
}

unsigned special_run_flags(const struct shell *sh)
{
	return sh->special_ends ? 0 : RUN_GOES_ON;
}

bool can_undo_always(struct shell *sh, char **argv)
{
	(void)sh, (void)argv;
	return true;
}

bool can_undo_reading(struct shell *sh, char **argv)
{
	(void)argv;
	return !trap_has_any(sh) && !sig_catches_end();
}

bool parse_status(struct shell *sh, const struct builtin *builtin, int argc,
    char **argv, int *status)
{
	int first = argc > 1 && strcmp(argv[1], "--") == 0 ? 2 : 1;
	bool negative;
	int n;

	if (argc > first + 1) {
		(void)special_failed(sh, usage_error(builtin));
		return false;
	}
	if (first == argc)
		return true;
	negative = argv[first][0] == '-';
	if (!parse_count(argv[first] + negative, &n)) {
		diag("%s: %s: not a number that can be an exit status",
		    builtin->name, argv[first]);
		(void)special_failed(sh, 2);
		return false;
	}
	*status = (negative ? -n : n) & 0xff;
	return true;
}
