/*
 * edit_suggestion.c - a line that goes on as an earlier one did, shown in grey
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_suggestion.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

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

void edit_suggestion_follow(
    struct edit_suggestion *suggestion, const char *line)
{
	size_t len = strlen(line);

	if (suggestion->text && len >= suggestion->typed &&
	    strncmp(line, suggestion->text, len) == 0)
		suggestion->typed = len;
	else
		edit_suggestion_drop(suggestion);
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

size_t edit_suggestion_word(const char *rest)
{
	mbstate_t state = { 0 };
	bool in_word = false;
	size_t len = 0;

	while (rest[len]) {
		wchar_t c;
		size_t n = mbrtowc(&c, rest + len, MB_CUR_MAX, &state);

		if (n == (size_t)-1 || n == (size_t)-2) {
			memset(&state, 0, sizeof state);
			n = 1; /* of another locale's */
			c = L' ';
		}
		if (in_word && !iswalnum((wint_t)c))
			break;
		in_word = in_word || iswalnum((wint_t)c);
		len += n;
	}
	return len;
}

void edit_suggestion_drop(struct edit_suggestion *suggestion)
{
	free(suggestion->text);
	*suggestion = (struct edit_suggestion){ .text = NULL };
}
