/*
 * edit_readline_suggest.c - suggestions while GNU readline reads
 *
 * Painted when readline has drawn its line (rl_redisplay_function). Where that
 * ends on the screen readline does not tell, so it is reckoned here; where that
 * cannot be done for sure nothing is suggested.
 *
 * Static state: readline is one global editor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_readline_suggest.h"

#include <stdlib.h>
#include <string.h>

#include "edit/edit_layout.h"
#include "edit/edit_readline_draw.h"
#include "edit/edit_suggestion.h"

/* What readline shows then is not just the line, or it has keys that it takes
 * next: readline_suggest_key() is not told of those. */
enum {
	OTHER_STATES = RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_SEARCH |
		       RL_STATE_NUMERICARG | RL_STATE_COMPLETING |
		       RL_STATE_MACROINPUT | RL_STATE_INPUTPENDING |
		       RL_STATE_VIMOTION
};

static struct {
	const struct edit_keys *keys;
	FILE *out;
	struct edit_suggestion suggestion;
	bool was_searching; /* when the line was drawn last */
	bool scrolls;       /* ... sideways; readline takes 1,000 instructions
			       to tell, so it is asked once a line */
} state;

/* What "show-mode-in-prompt" puts before the prompt. */
static const char *mode_text(void)
{
	const char *text;

	if (!readline_variable_is_on("show-mode-in-prompt"))
		return "";
	text = rl_variable_value(
	    rl_editing_mode ? "emacs-mode-string" : "vi-ins-mode-string");
	return text ? text : "";
}

/* The columns behind the line in its last row, but for the screen's last one:
 * a cursor that stands behind that one is on no terminal where it should be. */
static int room(void)
{
	struct edit_place end = { 0, 0 };
	int rows, columns;

	rl_get_screen_size(&rows, &columns);
	if (!edit_place_pass(&end, mode_text(), columns) ||
	    !edit_place_pass(&end, rl_display_prompt, columns) ||
	    strpbrk(rl_line_buffer, "\001\002") ||
	    !edit_place_pass(&end, rl_line_buffer, columns))
		return 0;
	return columns - 1 - end.column;
}

static bool may_suggest(void)
{
	return state.keys->host->suggest && rl_end && rl_point == rl_end &&
	       !rl_done && !RL_ISSTATE(OTHER_STATES) && !state.keys->in_paste &&
	       rl_display_prompt == rl_prompt && !state.scrolls;
}

static void suggest(void)
{
	const struct edit_host *host = state.keys->host;
	char *text;

	if (!may_suggest())
		return;
	text = host->suggest(host->ctx, rl_line_buffer);
	if (text && !edit_keys_are_waiting(state.keys, 0)) {
		edit_suggestion_show(
		    &state.suggestion, state.out, text, rl_line_buffer, room());
	} else {
		/* It would be in the way of what comes. */
		edit_suggestion_follow(&state.suggestion, rl_line_buffer);
		free(text);
	}
}

/* When readline goes back from a search's prompt of several rows to one that has
 * hidden parts, it leaves some of the former behind. */
static void clear_after_search(void)
{
	bool searches = rl_display_prompt != rl_prompt;

	if (state.was_searching && !searches) {
		(void)rl_clear_visible_line();
		(void)rl_on_new_line();
	}
	state.was_searching = searches;
}

/* rl_redisplay_function. */
static void redisplay(void)
{
	clear_after_search();
	if (may_suggest() &&
	    edit_suggestion_grown(&state.suggestion, rl_line_buffer)) {
		readline_draw();
		return;
	}
	readline_suggest_hide();
	readline_draw();
	suggest();
	(void)fflush(state.out);
}

/* ---- Keys that take it --------------------------------------------------- */

/* What was shown behind the cursor, or NULL. */
static const char *offered(void)
{
	return rl_point == rl_end
		   ? edit_suggestion_rest(&state.suggestion, rl_line_buffer)
		   : NULL;
}

static bool take_all(void)
{
	const char *rest = offered();

	if (rest)
		(void)rl_insert_text(rest);
	return rest;
}

int readline_suggest_forward_char(int count, int key)
{
	return take_all() ? 0 : rl_forward_char(count, key);
}

int readline_suggest_end_of_line(int count, int key)
{
	return take_all() ? 0 : rl_end_of_line(count, key);
}

/* As if all had been taken, and what is behind the word deleted again: what a
 * word is readline says. */
int readline_suggest_forward_word(int count, int key)
{
	int end = rl_end;

	(void)rl_begin_undo_group();
	if (take_all()) {
		rl_point = end;
		(void)rl_forward_word(count, key);
		(void)rl_delete_text(rl_point, rl_end);
	} else {
		(void)rl_forward_word(count, key);
	}
	return rl_end_undo_group();
}

/* ---- A line -------------------------------------------------------------- */

/* Does the terminal obey the sequences in edit_suggestion.c? */
static bool terminal_fits(void)
{
	const char *erase = rl_get_termcap("ce");

	return erase && strncmp(erase, "\033[K", 3) == 0;
}

void readline_suggest_begin(const struct edit_keys *keys, FILE *out)
{
	state.keys = keys;
	state.out = out;
	state.was_searching = false;
	state.scrolls = readline_variable_is_on("horizontal-scroll-mode");
	/* Without echo a function of one's own has to show the prompt. */
	rl_redisplay_function =
	    keys->echoes && terminal_fits() ? redisplay : rl_redisplay;
}

void readline_suggest_end(void)
{
	edit_suggestion_drop(&state.suggestion);
}

void readline_suggest_key(unsigned char byte)
{
	edit_suggestion_key(&state.suggestion, state.out, byte);
}

void readline_suggest_hide(void)
{
	edit_suggestion_hide(&state.suggestion, state.out, false);
}

void readline_suggest_resize(void)
{
	rl_voidfunc_t *function = rl_redisplay_function;

	edit_suggestion_hide(&state.suggestion, state.out, true);
	/* With a function that is not its own readline clears nothing. */
	rl_redisplay_function = rl_redisplay;
	rl_resize_terminal();
	rl_redisplay_function = function;
	(*rl_redisplay_function)();
}
