/*
 * edit_readline_draw.c - what GNU readline draws, kept and made shorter
 *
 * Static state: readline is one global editor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_readline_draw.h"

#include <stdio.h>
#include <string.h>

#include <readline/readline.h>

#include "edit/edit_layout.h"
#include "edit/edit_thrift.h"

static struct {
	struct edit_drawn drawn; /* last */
	struct edit_drawn sent;  /* drawn when the screen was told last */
	bool shows_mode; /* before the prompt; asked once a line, as it takes
			    2,000 instructions to tell */
} state;

bool readline_variable_is_on(const char *name)
{
	const char *value = rl_variable_value(name);

	return value && strcmp(value, "on") == 0;
}

/* Is there nothing but the prompt and the line, in their own colours? */
static bool shows_line(void)
{
	return rl_display_prompt == rl_prompt && !rl_mark_active_p();
}

void readline_draw(void)
{
	struct edit_drawn *drawn = &state.drawn;

	rl_redisplay();
	drawn->is_known = shows_line();
	drawn->cursor = (size_t)rl_point;
	strbuf_reset(&drawn->line);
	strbuf_add(&drawn->line, rl_line_buffer, (size_t)rl_end);
}

static void shorten_tail(struct strbuf *held)
{
	struct edit_place start = { 0, 0 };
	int rows, columns;

	if (state.drawn.cursor == state.drawn.line.len || state.shows_mode)
		return; /* nearly always */
	rl_get_screen_size(&rows, &columns);
	if (edit_place_pass(&start, rl_prompt, columns) && !start.row)
		edit_thrift_tail(
		    held, &state.sent, &state.drawn, start.column, columns);
}

/* struct edit_output's shorten. */
static void shorten(struct strbuf *held)
{
	struct edit_drawn *drawn = &state.drawn, *sent = &state.sent;

	shorten_tail(held);
	edit_thrift_moves(held);
	sent->is_known = drawn->is_known;
	sent->cursor = drawn->cursor;
	strbuf_reset(&sent->line);
	strbuf_add(&sent->line, strbuf_str(&drawn->line), drawn->line.len);
}

/* Has the terminal this capability of ECMA-48? It has those then that readline
 * does not look up. */
static bool has(const char *name, const char *sequence)
{
	const char *value = rl_get_termcap(name);

	return value && strcmp(value, sequence) == 0;
}

void readline_draw_begin(struct edit_output *out)
{
	state.drawn.is_known = state.sent.is_known = false;
	state.shows_mode = readline_variable_is_on("show-mode-in-prompt");
	out->shorten = has("IC", "\033[%p1%d@") && has("DC", "\033[%p1%dP") &&
			       has("nd", "\033[C")
			   ? shorten
			   : NULL;
}

void readline_draw_fini(void)
{
	strbuf_fini(&state.drawn.line);
	strbuf_fini(&state.sent.line);
}
