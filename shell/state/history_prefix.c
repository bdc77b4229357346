/*
 * history_prefix.c - the newest command that begins with what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history_prefix.h"

#include <string.h>

void history_prefix_reset(struct history_prefix *search)
{
	strbuf_fini(&search->prefix);
	search->was_made = false;
}

/* Where to begin: what is newer was looked at by the search before. */
static int first_number(const struct history_prefix *search,
    const struct history *history, const char *prefix)
{
	const struct strbuf *before = &search->prefix;

	if (search->was_made &&
	    strncmp(prefix, strbuf_str(before), before->len) == 0)
		return search->number;
	return history_previous(history);
}

static bool continues(const char *text, const char *prefix, size_t len)
{
	return strncmp(text, prefix, len) == 0 && text[len] &&
	       !strchr(text, '\n');
}

const char *history_prefix_find(struct history_prefix *search,
    const struct history *history, const char *prefix)
{
	int number = first_number(search, history, prefix);
	size_t len = strlen(prefix);
	const char *text;

	while ((text = history_text(history, number)) &&
	       !continues(text, prefix, len))
		number--;
	strbuf_reset(&search->prefix);
	strbuf_add(&search->prefix, prefix, len);
	search->number = number;
	search->was_made = true;
	return text;
}
