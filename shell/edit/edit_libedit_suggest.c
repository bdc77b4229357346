/*
 * edit_libedit_suggest.c - suggestions while libedit reads
 *
 * Painted when libedit has drawn its line and asks for a key. Not in vi mode:
 * its insert mode has no key that moves, so there would be none to take it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_libedit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static bool is_vi(struct editor *e)
{
	const char *mode = NULL;

	return el_get(e->el, EL_EDITOR, &mode) == 0 && mode &&
	       strcmp(mode, "vi") == 0;
}

static bool may_suggest(struct editor *e)
{
	const LineInfoW *line = el_wline(e->el);
	size_t len = (size_t)(line->lastchar - line->buffer);

	return !e->in_paste && e->keys.host->suggest && e->has_grey && len &&
	       line->cursor == line->lastchar &&
	       !wmemchr(line->buffer, L'\n', len) && /* a search has one */
	       !is_vi(e);
}

static void suggest(struct editor *e, const char *line)
{
	const struct edit_host *host = e->keys.host;
	char *text = host->suggest(host->ctx, line);

	if (text && !edit_keys_are_waiting(&e->keys, 0)) {
		edit_suggestion_show(
		    &e->suggestion, e->out.stream, text, line, libedit_room(e));
	} else {
		/* It would be in the way of what comes. */
		edit_suggestion_follow(&e->suggestion, line);
		free(text);
	}
	(void)fflush(e->out.stream);
}

void libedit_show_suggestion(struct editor *e)
{
	char *line;

	if (!may_suggest(e)) {
		edit_suggestion_hide(&e->suggestion, e->out.stream, false);
		return;
	}
	line = libedit_text(e);
	if (!edit_suggestion_grown(&e->suggestion, line)) {
		edit_suggestion_hide(&e->suggestion, e->out.stream, false);
		suggest(e, line);
	}
	free(line);
}

/* Take all that is shown, or its first word; else let KEY do what it does. */
static unsigned char take(EditLine *el, wchar_t key)
{
	struct editor *e = libedit_editor(el);
	const LineInfo *info = el_line(el);
	char *line = libedit_text(e), *part = NULL;
	const char *rest = info->cursor == info->lastchar
			       ? edit_suggestion_rest(&e->suggestion, line)
			       : NULL;

	free(line);
	if (!rest) {
		el_wpush(el, (wchar_t[]){ key, L'\0' });
		return CC_NORM;
	}
	part = xstrndup(
	    rest, key == WORD_KEY ? edit_suggestion_word(rest) : strlen(rest));
	(void)el_insertstr(el, part); /* -1: nothing to insert */
	free(part);
	return CC_REFRESH;
}

unsigned char libedit_forward_char(EditLine *el, int c)
{
	(void)c;
	return take(el, FORWARD_KEY);
}

unsigned char libedit_end_of_line(EditLine *el, int c)
{
	(void)c;
	return take(el, END_KEY);
}

unsigned char libedit_forward_word(EditLine *el, int c)
{
	(void)c;
	return take(el, WORD_KEY);
}
