/*
 * excerpt.c - a line of text with a caret under a place in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/excerpt.h"

#include <string.h>
#include <wchar.h>

#include "base/lazy_locale.h"
#include "base/safe.h"

enum {
	TAB_STOP = 8,
	SHOWN_MAX = 70,  /* columns of the line */
	BEFORE_MAX = 45, /* of them before the caret */
};

static const char ellipsis[] = "...";

/* A character of the line, as it is shown. */
struct item {
	char shown[TAB_STOP];
	size_t len;
	size_t width; /* in columns */
	size_t used;  /* bytes of the line */
};

static size_t columns_of(const char *shown, size_t len)
{
	mbstate_t state = { 0 };
	wchar_t wide;
	int width = -1;

	lazy_locale_need(LAZY_CTYPE);
	if (mbrtowc(&wide, shown, len, &state) == len)
		width = wcwidth(wide);
	return width < 0 ? 1 : (size_t)width;
}

/* The item at S, of which LEN bytes are left, in this column. */
static struct item next_item(const char *s, size_t len, size_t column)
{
	struct item item = { .used = 1 };

	if (*s == '\t') {
		item.len = item.width = TAB_STOP - column % TAB_STOP;
		memset(item.shown, ' ', item.len);
		return item;
	}
	item.len = safe_item(item.shown, s, len, &item.used);
	item.width =
	    item.used > 1 ? columns_of(item.shown, item.len) : item.len;
	return item;
}

/* The columns of the first AT bytes of LINE. */
static size_t columns_before(const char *line, size_t at)
{
	size_t i = 0, column = 0;

	while (i < at) {
		struct item item = next_item(line + i, at - i, column);

		column += item.width;
		i += item.used;
	}
	return column;
}

/* Where to begin so that at most BEFORE_MAX columns come before AT. */
static size_t find_start(const char *line, size_t at)
{
	size_t surplus = columns_before(line, at);
	size_t start = 0, column = 0;

	surplus = surplus > BEFORE_MAX ? surplus - BEFORE_MAX : 0;
	while (column < surplus) {
		struct item item = next_item(line + start, at - start, column);

		column += item.width;
		start += item.used;
	}
	return start;
}

void excerpt_add(struct strbuf *sb, const char *line, size_t at)
{
	size_t len = strlen(line);
	size_t i = find_start(line, at);
	size_t column = 0, caret = i ? sizeof ellipsis - 1 : 0;

	strbuf_adds(sb, i ? ellipsis : "");
	caret += columns_before(line + i, at - i);
	while (i < len && column < SHOWN_MAX) {
		struct item item = next_item(line + i, len - i, column);

		strbuf_add(sb, item.shown, item.len);
		column += item.width;
		i += item.used;
	}
	strbuf_adds(sb, i < len ? ellipsis : "");
	strbuf_addf(sb, "\n%*s\n", (int)caret + 1, "^");
}

int excerpt_column(const char *line, size_t at)
{
	int column = 1;
	char shown[4];

	for (size_t i = 0, used; i < at; i += used, column++)
		(void)safe_item(shown, line + i, at - i, &used);
	return column;
}
