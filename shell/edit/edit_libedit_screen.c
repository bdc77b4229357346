/*
 * edit_libedit_screen.c - where libedit's line is on the screen, and its prompt
 *
 * libedit cannot say where its cursor is, so place_of() lays the line out as
 * libedit does, and libedit_erase() moves up from there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_libedit.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "edit/edit_layout.h"
#include "edit/edit_prompt.h"

void libedit_print(struct editor *e, const char *text)
{
	(void)fputs(text, e->out.stream);
	(void)fflush(e->out.stream);
}

/* A number of termcap's, as libedit has it. */
int libedit_terminal_number(struct editor *e, const char *name)
{
	int number = 0;

	(void)el_get(e->el, EL_GETTC, name, &number);
	return number;
}

bool libedit_terminal_can(EditLine *el, const char *name)
{
	const char *sequence = NULL;

	return el_get(el, EL_GETTC, name, &sequence) == 0 && sequence &&
	       *sequence;
}

/* Go over a character of the line as libedit shows it. */
static void advance_over(struct edit_place *at, wchar_t c, int columns)
{
	int width = wcwidth(c);

	if (c == L'\n') {
		at->row++;
		at->column = 0;
	} else if (c == L'\t') {
		do
			edit_place_advance(at, 1, columns);
		while (at->column % 8);
	} else if (width >= 0) {
		edit_place_advance(at, width, columns);
	} else {
		/* ^A, or \U+1234 and \U+12345 */
		width = c < 0x80 ? 2 : c <= 0xffff ? 7 : 8;
		while (width--)
			edit_place_advance(at, 1, columns);
	}
}

/* Go over the prompt; what stands between PROMPT_HIDEs has no width. */
static void advance_over_prompt(
    struct edit_place *at, const char *prompt, int columns)
{
	mbstate_t state = { 0 };
	bool hidden = false;

	while (*prompt) {
		wchar_t c;
		size_t len = mbrtowc(&c, prompt, MB_CUR_MAX, &state);

		if (len == (size_t)-1 || len == (size_t)-2)
			return; /* libedit shows no more of it either */
		if (*prompt == PROMPT_HIDE)
			hidden = !hidden;
		else if (!hidden && wcwidth(c) > 0)
			edit_place_advance(at, wcwidth(c), columns);
		prompt += len;
	}
}

/* Where UPTO, in or at the end of the line, is on the screen, counted from the
 * prompt's beginning. */
static struct edit_place place_of(struct editor *e, const wchar_t *upto)
{
	const LineInfoW *line = el_wline(e->el);
	int columns = libedit_terminal_number(e, "co");
	struct edit_place at = { 0, 0 };
	const wchar_t *p;

	advance_over_prompt(&at, e->prompt, columns);
	for (p = line->buffer; p < upto; p++)
		advance_over(&at, *p, columns);
	if (upto < line->lastchar && wcwidth(*upto) > 1 &&
	    at.column + wcwidth(*upto) > columns)
		at = (struct edit_place){ at.row + 1, 0 };
	return at;
}

static struct edit_place end_place(struct editor *e)
{
	return place_of(e, el_wline(e->el)->lastchar);
}

int libedit_room(struct editor *e)
{
	return libedit_terminal_number(e, "co") - 1 - end_place(e).column;
}

/* The cursor's row on the screen, where a line longer than the screen has lost
 * its first rows. */
static int cursor_row(struct editor *e)
{
	int row = place_of(e, el_wline(e->el)->cursor).row;
	int lost = end_place(e).row + 1 - libedit_terminal_number(e, "li");

	if (lost > 0)
		row -= lost;
	return row > 0 ? row : 0;
}

/* Erase prompt and line; the cursor is where the prompt began. */
void libedit_erase(struct editor *e)
{
	int row = cursor_row(e);

	(void)fputc('\r', e->out.stream);
	while (row--)
		(void)el_set(e->el, EL_ECHOTC, "up", NULL);
	(void)el_set(e->el, EL_ECHOTC, "cd", NULL);
	(void)fflush(e->out.stream);
}

/* Move the cursor behind the line, which stays as it is. */
void libedit_go_to_end(struct editor *e)
{
	struct edit_place end = end_place(e);
	int below = end.row - place_of(e, el_wline(e->el)->cursor).row;

	while (below-- > 0)
		(void)fputc('\n', e->out.stream);
	(void)fputc('\r', e->out.stream);
	while (end.column--)
		(void)el_set(e->el, EL_ECHOTC, "nd", NULL);
	(void)fflush(e->out.stream);
}

void libedit_draw(struct editor *e)
{
	(void)el_set(e->el, EL_REFRESH);
}

/* The terminal has wrapped the line anew for its new width (most do). */
void libedit_resize(struct editor *e)
{
	el_resize(e->el);
	libedit_erase(e);
	libedit_draw(e);
}

char *libedit_prompt_of(EditLine *el)
{
	return libedit_editor(el)->prompt;
}

static void add_hidden(struct strbuf *sb, struct strbuf *hidden)
{
	if (hidden->len) {
		strbuf_addc(sb, PROMPT_HIDE);
		strbuf_add(sb, hidden->s, hidden->len);
		strbuf_addc(sb, PROMPT_HIDE);
	}
	strbuf_reset(hidden);
}

/*
 * The last line of PROMPT for libedit, which wants the same mark on both sides
 * of what is hidden, loses a hidden part that another one follows, and loses
 * one at the end: there the last blank goes behind it, or one is added.
 */
char *libedit_convert_prompt(const char *prompt)
{
	struct strbuf sb = STRBUF_INIT, hidden = STRBUF_INIT;
	bool is_hidden = false, held_blank = false;
	const char *p;

	for (p = edit_prompt_last(prompt); *p; p++) {
		if (*p == PROMPT_HIDE || *p == PROMPT_SHOW) {
			is_hidden = *p == PROMPT_HIDE;
		} else if (is_hidden) {
			strbuf_addc(&hidden, *p);
		} else {
			if (held_blank)
				strbuf_addc(&sb, ' ');
			add_hidden(&sb, &hidden);
			held_blank = *p == ' ' && p[1] == PROMPT_HIDE;
			if (!held_blank)
				strbuf_addc(&sb, *p);
		}
	}
	held_blank = held_blank || hidden.len;
	add_hidden(&sb, &hidden);
	if (held_blank)
		strbuf_addc(&sb, ' ');
	strbuf_fini(&hidden);
	return strbuf_take(&sb);
}

/* To PROMPT, heap, which is freed; NULL: as it was. */
static void renew_prompt(struct editor *e, char *prompt)
{
	if (prompt) {
		free(e->prompt);
		e->prompt = libedit_convert_prompt(prompt);
	}
	free(prompt);
}

void libedit_show_notice(struct editor *e)
{
	const struct edit_host *host = e->keys.host;
	char *notice = host->take_notice(host->ctx);

	if (!notice)
		return;
	libedit_erase(e);
	libedit_print(e, notice);
	if (host->prompt)
		renew_prompt(e, host->prompt(host->ctx));
	libedit_draw(e);
	free(notice);
}
