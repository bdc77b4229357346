/*
 * abbreviation.c - what a word that was typed stands for (abbr)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/abbreviation.h"

#include <string.h>

#include "base/mem.h"
#include "interactive/complete_context.h"

static const char *no_value(void *ctx, const char *name)
{
	(void)ctx;
	(void)name;
	return NULL;
}

/* The offset at which the command's name begins that ends with TEXT, or
 * SIZE_MAX. */
static size_t find_name(const struct strbuf *text)
{
	const struct complete_text scanned = { text->s, text->len, no_value,
		NULL };
	struct complete_context context;
	size_t begin = SIZE_MAX;

	complete_context_find(&context, &scanned);
	if (context.place == COMPLETE_COMMAND && !context.word.quoted)
		begin = context.word.begin.at;
	complete_context_fini(&context);
	return begin;
}

static bool ends_word(char c)
{
	return !c || strchr(" \t\n;&|()<>", c);
}

char *abbreviation_find(struct shell *sh, const char *before, const char *line,
    size_t cursor, size_t *begin)
{
	struct strbuf text = STRBUF_INIT;
	size_t before_len = strlen(before), at;
	const char *found = NULL;

	if (!sh->abbreviations.by_name || sh->options[OPTION_POSIX] ||
	    !cursor || !ends_word(line[cursor]))
		return NULL;
	strbuf_adds(&text, before);
	strbuf_add(&text, line, cursor);
	at = find_name(&text);
	if (at >= before_len && at < text.len) {
		found = alias_get(&sh->abbreviations, text.s + at);
		*begin = at - before_len;
	}
	strbuf_fini(&text);
	return found ? xstrdup(found) : NULL;
}
