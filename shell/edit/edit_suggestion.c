/*
 * edit_suggestion.c - a line that goes on as an earlier one did, shown in grey
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_suggestion.h"

#include <stdlib.h>
#include <string.h>

#include "base/safe.h"
#include "base/strbuf.h"
#include "edit/edit_completion.h"

#define FAINT "\033[2m"
#define PLAIN "\033[m"
#define ERASE_ROW "\033[K"
#define ERASE_BELOW "\033[J"

void edit_suggestion_key(
    struct edit_suggestion *suggestion, FILE *out, unsigned char byte)
{
	size_t next = suggestion->typed + suggestion->ahead;

	if (suggestion->is_visible && next < suggestion->shown &&
	    byte == (unsigned char)suggestion->text[next])
		suggestion->ahead++;
	else
		edit_suggestion_hide(suggestion, out, false);
}

void edit_suggestion_hide(
    struct edit_suggestion *suggestion, FILE *out, bool below)
{
	if (suggestion->is_visible)
		(void)fputs(below ? ERASE_BELOW : ERASE_ROW, out);
	suggestion->is_visible = false;
	suggestion->ahead = 0;
}

bool edit_suggestion_grown(struct edit_suggestion *suggestion, const char *line)
{
	size_t len = strlen(line);

	if (!suggestion->is_visible || len >= suggestion->shown ||
	    len < suggestion->typed ||
	    strncmp(line, suggestion->text, len) != 0)
		return false;
	suggestion->typed = len;
	suggestion->ahead = 0;
	return true;
}

/* How many bytes A and B have in common at their beginnings. */
static size_t common_len(const char *a, const char *b)
{
	size_t len = 0;

	while (a[len] && a[len] == b[len])
		len++;
	return len;
}

void edit_suggestion_show(struct edit_suggestion *suggestion, FILE *out,
    char *text, const char *line, int room)
{
	struct strbuf rest = STRBUF_INIT;
	size_t width = room > 0 ? (size_t)room : 0;

	edit_suggestion_drop(suggestion);
	suggestion->text = text;
	suggestion->typed = strlen(line);
	text += suggestion->typed;
	safe_add(&rest, text, strlen(text));
	strbuf_truncate(&rest, edit_text_fit(strbuf_str(&rest), &width));
	suggestion->shown =
	    suggestion->typed + common_len(text, strbuf_str(&rest));
	if (width) {
		(void)fprintf(out, FAINT "%s" PLAIN "\033[%zuD", rest.s, width);
		suggestion->is_visible = true;
	}
	strbuf_fini(&rest);
}

const char *edit_suggestion_rest(
    const struct edit_suggestion *suggestion, const char *line)
{
	size_t len = strlen(line);

	if (!suggestion->text || len != suggestion->typed ||
	    strncmp(line, suggestion->text, len) != 0)
		return NULL;
	return suggestion->text + len;
}

void edit_suggestion_drop(struct edit_suggestion *suggestion)
{
	free(suggestion->text);
	*suggestion = (struct edit_suggestion){ .text = NULL };
}
