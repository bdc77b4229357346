/*
 * prompt_cut.c - names that are too long for a prompt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/prompt_cut.h"

#include <string.h>
#include <wchar.h>

#include "base/utf8.h"

static const char gap[] = "...";

enum { GAP = sizeof gap - 1 };

/* The bytes of the character at TEXT, which is not empty, and its columns. */
static size_t step(const char *text, size_t *columns)
{
	unsigned long point;
	size_t bytes = utf8_decode(text, strlen(text), &point);
	int width = bytes ? wcwidth((wchar_t)point) : 1;

	*columns = width < 0 ? 1 : (size_t)width; /* of another locale's */
	return bytes ? bytes : 1;
}

size_t prompt_width(const char *text)
{
	size_t width = 0, columns;

	while (*text) {
		text += step(text, &columns);
		width += columns;
	}
	return width;
}

/* The bytes at the beginning of TEXT that take COLUMNS or just less. */
static size_t beginning(const char *text, size_t room)
{
	size_t len = 0, columns, bytes;

	while (text[len]) {
		bytes = step(text + len, &columns);
		if (columns > room)
			break;
		room -= columns;
		len += bytes;
	}
	return len;
}

/* The end of TEXT that takes ROOM columns or just less. */
static const char *ending(const char *text, size_t room)
{
	size_t width = prompt_width(text), columns;

	while (width > room) {
		text += step(text, &columns);
		width -= columns;
	}
	return text;
}

void prompt_cut(struct strbuf *sb, const char *text, size_t room)
{
	size_t kept = room > GAP ? room - GAP : 0;

	if (prompt_width(text) <= room) {
		strbuf_adds(sb, text);
		return;
	}
	strbuf_add(sb, text, beginning(text, kept / 2));
	strbuf_adds(sb, gap);
	strbuf_adds(sb, ending(text, kept - kept / 2));
}

/* The end of PATH, from a slash on, that takes ROOM columns or less; if there is
 * none, its last part. */
static const char *last_parts(const char *path, size_t room)
{
	const char *next;

	while (prompt_width(path) > room && (next = strchr(path + 1, '/')))
		path = next;
	return path;
}

void prompt_cut_path(struct strbuf *sb, const char *path, size_t room)
{
	const char *rest = strchr(*path ? path + 1 : path, '/'), *tail;
	size_t first, width;

	if (!rest || prompt_width(path) <= room) {
		prompt_cut(sb, path, room);
		return;
	}
	first = (size_t)(rest - path); /* "~", "/usr" */
	width = prompt_width(path) - prompt_width(rest) + 1 + GAP;
	tail = last_parts(rest, room > width ? room - width : 0);
	width += prompt_width(tail);
	if (width <= room)
		strbuf_addf(sb, "%.*s/%s%s", (int)first, path, gap, tail);
	else if (GAP + prompt_width(tail) <= room)
		strbuf_addf(sb, "%s%s", gap, tail);
	else
		prompt_cut(sb, tail + 1, room);
}
