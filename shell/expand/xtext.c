/*
 * xtext.c - text in the middle of its expansion: bytes, and what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/xtext.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/mem.h"
#include "expand/mbchar.h"

void xtext_init(struct xtext *x)
{
	strbuf_init_in(&x->bytes, x->room, sizeof x->room);
	x->runs = x->few;
	x->run_count = 0;
	x->run_cap = sizeof x->few / sizeof *x->few;
}

void xtext_fini(struct xtext *x)
{
	strbuf_fini(&x->bytes);
	if (x->runs != x->few)
		free(x->runs);
}

void xtext_reset(struct xtext *x)
{
	strbuf_reset(&x->bytes);
	x->run_count = 0;
}

static void grow_runs(struct xtext *x)
{
	struct xtext_run *more =
	    xreallocarray(NULL, x->run_cap, 2 * sizeof *more);

	memcpy(more, x->runs, x->run_count * sizeof *more);
	if (x->runs != x->few)
		free(x->runs);
	x->runs = more;
	x->run_cap *= 2;
}

/* The bytes just added are of KIND: part of the last run if it is the same. */
static void close_run(struct xtext *x, enum xtext_kind kind)
{
	if (x->run_count && kind != XTEXT_BREAK &&
	    x->runs[x->run_count - 1].kind == kind) {
		x->runs[x->run_count - 1].end = x->bytes.len;
		return;
	}
	if (x->run_count == x->run_cap)
		grow_runs(x);
	x->runs[x->run_count++] = (struct xtext_run){ x->bytes.len, kind };
}

void xtext_add(struct xtext *x, enum xtext_kind kind, const char *s, size_t len)
{
	if (!len && kind != XTEXT_QUOTED)
		return;
	strbuf_add(&x->bytes, s, len);
	close_run(x, kind);
}

void xtext_add_number(struct xtext *x, enum xtext_kind kind, intmax_t number)
{
	char digits[DECIMAL_SIZE];

	xtext_add(x, kind, digits, strlen(decimal(digits, number)));
}

void xtext_break(struct xtext *x)
{
	strbuf_addc(&x->bytes, '\0');
	close_run(x, XTEXT_BREAK);
}

/* Has the character a meaning in a pattern, in brackets or out of them? */
static bool is_special(char c)
{
	return c && strchr("*?[]\\-!^:=.", c);
}

/* ESCAPED: an unquoted backslash came last, so the first character is quoted
 * already. */
static void add_quoted(
    struct strbuf *out, const char *s, size_t len, bool escaped)
{
	for (size_t i = 0, n; i < len; i += n) {
		n = mbchar_len(s + i, len - i);
		if (!escaped && is_special(s[i]))
			strbuf_addc(out, '\\');
		escaped = false;
		strbuf_add(out, s + i, n);
	}
}

/* Does S end in a backslash that is not quoted by the one before it? */
static bool ends_in_backslash(const char *s, size_t len, bool escaped)
{
	size_t count = 0;

	while (count < len && s[len - 1 - count] == '\\')
		count++;
	if (count == len && escaped)
		count++;
	return count % 2;
}

void xtext_to_pattern(const struct xtext *x, size_t start, size_t end,
    size_t run, struct strbuf *out)
{
	bool escaped = false;

	for (; start < end && run < x->run_count; run++) {
		size_t stop = x->runs[run].end < end ? x->runs[run].end : end;
		const char *s = x->bytes.s + start;

		if (stop <= start)
			continue;
		if (x->runs[run].kind == XTEXT_QUOTED) {
			add_quoted(out, s, stop - start, escaped);
			escaped = false;
		} else {
			strbuf_add(out, s, stop - start);
			escaped = ends_in_backslash(s, stop - start, escaped);
		}
		start = stop;
	}
}
