/*
 * source.c - a ready-made source: text in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/source.h"

#include <string.h>

struct source source_from_string(
    struct source_string *string, const char *text, size_t len)
{
	*string = (struct source_string){ .text = text, .len = len };
	return (struct source){ .read = source_string_read, .ctx = string };
}

enum source_result source_string_read(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct source_string *string = ctx;
	size_t left = string->len - string->used;
	const char *start = string->text + string->used;
	const char *newline;

	(void)continued;
	if (left == 0)
		return SOURCE_END;
	newline = memchr(start, '\n', left);
	*text = start;
	*len = newline ? (size_t)(newline - start) + 1 : left;
	string->used += *len;
	return SOURCE_TEXT;
}
