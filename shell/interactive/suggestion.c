/*
 * suggestion.c - how the line that is typed may go on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/suggestion.h"

#include <string.h>

#include "base/mem.h"

static bool has_grey(struct shell *sh)
{
	const char *term = var_get(sh, "TERM");
	const char *no_color = var_get(sh, "NO_COLOR");

	return term && *term && strcmp(term, "dumb") != 0 &&
	       !(no_color && *no_color);
}

char *suggestion_for(
    struct shell *sh, struct history_prefix *search, const char *line)
{
	const char *text;

	if (!sh->options[OPTION_SUGGEST] || !has_grey(sh))
		return NULL;
	text = history_prefix_find(search, &sh->history, line);
	return text ? xstrdup(text) : NULL;
}
