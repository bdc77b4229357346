/*
 * edit_readline_complete.c - completion in GNU readline, by what the shell knows
 *
 * Static state: readline is one global editor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_readline_complete.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/readline.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "edit/edit_completion.h"

static struct {
	const struct edit_host *host;
	struct edit_output *out;
	struct edit_completion completion; /* of this Tab, or of the last */
} state;

/*
 * readline takes the whole line before the cursor for the word to complete, and
 * is given whole lines for it: where words begin, and what quotes do, only the
 * shell knows.
 */
static char *no_word_breaks(void)
{
	static char none[] = "";

	return none;
}

/* The line up to the cursor with TEXT, then AFTER, for what is replaced; in
 * memory that readline frees. */
static char *line_with(size_t begin, const char *text, const char *after)
{
	return xasprintf("%.*s%s%s", (int)begin, rl_line_buffer, text, after);
}

/* For a single candidate, readline adds a blank by itself. */
static char *only_match(const struct edit_completion *completion)
{
	const struct edit_candidate *only = &completion->candidates[0];
	size_t len = strlen(only->after);
	char *match;

	rl_completion_append_character = '\0';
	if (len && only->after[len - 1] == ' ') {
		rl_completion_append_character = ' ';
		len--;
	}
	match = line_with(completion->begin, only->insert, only->after);
	match[strlen(match) - strlen(only->after) + len] = '\0';
	return match;
}

/* All candidates for what is replaced (M-*); readline adds the last blank. */
static char *all_matches(const struct edit_completion *completion)
{
	struct strbuf sb = STRBUF_INIT;

	strbuf_add(&sb, rl_line_buffer, completion->begin);
	for (size_t i = 0; i < completion->count; i++)
		strbuf_addf(&sb, "%s%s", i ? " " : "",
		    completion->candidates[i].insert);
	return strbuf_take(&sb);
}

/* In readline's form: first what is inserted, then what is listed. */
static char **matches_of(
    const struct edit_completion *completion, const char *text)
{
	char **matches = xcalloc(completion->count + 2, sizeof *matches);
	size_t begin = completion->begin, i;

	if (completion->count == 1 || rl_completion_type == '*') {
		matches[0] = completion->count == 1 ? only_match(completion)
						    : all_matches(completion);
		return matches;
	}
	matches[0] = completion->common
			 ? line_with(begin, completion->common, "")
			 : xstrdup(text);
	for (i = 0; i < completion->count; i++)
		matches[i + 1] =
		    line_with(begin, completion->candidates[i].insert, "");
	return matches;
}

/* rl_attempted_completion_function. */
static char **find_matches(const char *text, int start, int end)
{
	const struct edit_host *host = state.host;

	(void)start;
	rl_attempted_completion_over = 1; /* else files are tried */
	rl_sort_completion_matches = 0;
	rl_ignore_completion_duplicates = 0;
	edit_completion_fini(&state.completion);
	edit_output_send(state.out); /* it may take a while */
	if (host->complete)
		host->complete(
		    host->ctx, rl_line_buffer, (size_t)end, &state.completion);
	return state.completion.count ? matches_of(&state.completion, text)
				      : NULL;
}

/* Ask whether so many are to be shown; also ^C and the like are a no. */
static bool may_show(int count)
{
	if (rl_completion_query_items <= 0 || count < rl_completion_query_items)
		return true;
	(void)fprintf(state.out->stream, "\r\nShow all %d? (y or n)", count);
	(void)fflush(state.out->stream);
	for (;;) {
		int key = rl_read_key();

		switch (key) {
		case 'y':
		case 'Y':
		case ' ':
			return true;
		case 'n':
		case 'N':
		case 0177:
			return false;
		default:
			if (key < 0)
				return false;
			(void)rl_ding();
			break;
		}
	}
}

/* As readline wants them: from 1 on; heap. */
static char **shown_rows(const struct edit_completion *completion, int *width)
{
	size_t i, widest = edit_completion_width(completion);
	char **rows = xcalloc(completion->count + 2, sizeof *rows);
	int height, columns;
	bool with_text;

	rl_get_screen_size(&height, &columns);
	with_text = edit_completion_has_room(completion, height, columns);
	*width = with_text ? columns : (int)widest;
	rows[0] = xstrdup("");
	for (i = 0; i < completion->count; i++)
		rows[i + 1] =
		    with_text ? edit_completion_row(
				    &completion->candidates[i], widest, columns)
			      : xstrdup(completion->candidates[i].shown);
	return rows;
}

/* rl_completion_display_matches_hook: what it is given are whole lines. */
static void show_matches(char **matches, int count, int width)
{
	char **rows;
	int i;

	(void)matches;
	if (may_show(count)) {
		rows = shown_rows(&state.completion, &width);
		rl_display_match_list(rows, count, width);
		for (i = 0; i <= count; i++)
			free(rows[i]);
		free(rows);
	} else {
		(void)rl_crlf();
	}
	(void)rl_forced_update_display();
}

void readline_complete_open(
    const struct edit_host *host, struct edit_output *out)
{
	state.host = host;
	state.out = out;
	rl_completer_word_break_characters = no_word_breaks();
	rl_completion_word_break_hook = no_word_breaks;
	rl_attempted_completion_function = find_matches;
	rl_completion_display_matches_hook = show_matches;
}

void readline_complete_close(void)
{
	edit_completion_fini(&state.completion);
}
