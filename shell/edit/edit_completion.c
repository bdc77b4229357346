/*
 * edit_completion.c - what library editors share to complete and to list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_completion.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/strbuf.h"

/* Between a candidate and what is about it; and the least room for that */
enum { GAP = 2, ABOUT_MIN = 10 };

void edit_completion_fini(struct edit_completion *completion)
{
	for (size_t i = 0; i < completion->count; i++) {
		free(completion->candidates[i].insert);
		free(completion->candidates[i].after);
		free(completion->candidates[i].shown);
		free(completion->candidates[i].about);
	}
	free(completion->candidates);
	free(completion->common);
	memset(completion, 0, sizeof *completion);
}

size_t edit_text_fit(const char *text, size_t *width)
{
	size_t room = *width, len = 0;
	mbstate_t state = { 0 };

	*width = 0;
	while (text[len]) {
		wchar_t c;
		size_t n = mbrtowc(&c, text + len, MB_CUR_MAX, &state);
		int columns = 1;

		if (n == (size_t)-1 || n == (size_t)-2) {
			n = 1; /* of another locale's; some column it takes */
			memset(&state, 0, sizeof state);
		} else if (wcwidth(c) >= 0) {
			columns = wcwidth(c);
		}
		if (*width + (size_t)columns > room)
			break;
		*width += (size_t)columns;
		len += n;
	}
	return len;
}

size_t edit_text_width(const char *text)
{
	size_t width = (size_t)-1;

	(void)edit_text_fit(text, &width);
	return width;
}

size_t edit_completion_width(const struct edit_completion *completion)
{
	size_t widest = 0;

	for (size_t i = 0; i < completion->count; i++) {
		size_t width = edit_text_width(completion->candidates[i].shown);

		if (width > widest)
			widest = width;
	}
	return widest;
}

bool edit_completion_has_room(
    const struct edit_completion *completion, int rows, int columns)
{
	size_t width = edit_completion_width(completion);

	if ((int)completion->count >= rows ||
	    (int)width + GAP + ABOUT_MIN > columns)
		return false;
	for (size_t i = 0; i < completion->count; i++)
		if (completion->candidates[i].about)
			return true;
	return false;
}

char *edit_completion_row(
    const struct edit_candidate *candidate, size_t width, int columns)
{
	struct strbuf sb = STRBUF_INIT;
	size_t room = (size_t)columns - 1 - GAP - width;
	size_t used = edit_text_width(candidate->shown);

	strbuf_adds(&sb, candidate->shown);
	if (candidate->about) {
		strbuf_addf(&sb, "%*s", (int)(width - used + GAP), "");
		strbuf_add(&sb, candidate->about,
		    edit_text_fit(candidate->about, &room));
	}
	return strbuf_take(&sb);
}

/* In columns, read downwards. */
static void add_columns(struct strbuf *sb,
    const struct edit_completion *completion, size_t width, int columns)
{
	size_t across = (size_t)columns / (width + GAP), rows, at, row;

	if (!across)
		across = 1;
	rows = (completion->count + across - 1) / across;
	for (row = 0; row < rows; row++) {
		for (at = row; at < completion->count; at += rows) {
			const char *shown = completion->candidates[at].shown;

			strbuf_adds(sb, shown);
			if (at + rows < completion->count)
				strbuf_addf(sb, "%*s",
				    (int)(width + GAP - edit_text_width(shown)),
				    "");
		}
		strbuf_adds(sb, "\r\n");
	}
}

char *edit_completion_list(
    const struct edit_completion *completion, int rows, int columns)
{
	struct strbuf sb = STRBUF_INIT;
	size_t i, width = edit_completion_width(completion);

	if (!edit_completion_has_room(completion, rows, columns)) {
		add_columns(&sb, completion, width, columns);
		return strbuf_take(&sb);
	}
	for (i = 0; i < completion->count; i++) {
		char *row = edit_completion_row(
		    &completion->candidates[i], width, columns);

		strbuf_addf(&sb, "%s\r\n", row);
		free(row);
	}
	return strbuf_take(&sb);
}
