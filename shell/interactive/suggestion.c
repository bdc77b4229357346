/*
 * suggestion.c - how the line that is typed may go on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/suggestion.h"

#include "base/mem.h"
#include "interactive/shell_terminal.h"

char *suggestion_for(
    struct shell *sh, struct history_prefix *search, const char *line)
{
	const char *text;

	if (!sh->options[OPTION_SUGGEST] || !shell_has_colours(sh))
		return NULL;
	text = history_prefix_find(search, &sh->history, line);
	return text ? xstrdup(text) : NULL;
}
