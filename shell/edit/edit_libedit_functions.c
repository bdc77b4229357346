/*
 * edit_libedit_functions.c - what keys do in libedit that it has no function for
 *
 * Abbreviations, pastes, undo, completion, and a program that edits the line. Those
 * that take a suggestion are in edit_libedit_suggest.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_libedit.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "edit/edit_completion.h"

static const wchar_t paste_end[] = L"\033[201~";

/* So many candidates are listed at most */
enum { LIST_MAX = 100 };

char *libedit_text(struct editor *e)
{
	const LineInfo *line = el_line(e->el);

	return xstrndup(line->buffer, (size_t)(line->lastchar - line->buffer));
}

/* Put TEXT and AFTER where LINE is from BEGIN on; it ends at the cursor. */
static void replace(struct editor *e, const char *line, size_t begin,
    const char *text, const char *after)
{
	size_t len = mbstowcs(NULL, line + begin, 0);

	if (len == (size_t)-1)
		return;
	el_deletestr(e->el, (int)len);
	(void)el_insertstr(e->el, text); /* -1: nothing to insert */
	(void)el_insertstr(e->el, after);
}

/* ---- Abbreviations ----------------------------------------------------- */

static bool expand_word(struct editor *e)
{
	const struct edit_host *host = e->keys.host;
	const LineInfo *info = el_line(e->el);
	size_t cursor = (size_t)(info->cursor - info->buffer), begin;
	char *line, *text;
	bool found;

	if (!host->expand)
		return false;
	line = libedit_text(e);
	text = host->expand(host->ctx, line, cursor, &begin);
	found = text;
	if (found) {
		line[cursor] = '\0';
		replace(e, line, begin, text, "");
	}
	free(line);
	free(text);
	return found;
}

static void bind_key(EditLine *el, wchar_t key, const wchar_t *command)
{
	const wchar_t keys[] = { key, L'\0' };

	(void)el_wset(el, EL_BIND, keys, command, NULL);
}

/* An editing function: a blank or Enter. What these do can only be had from
 * their keys, so the key gets its old meaning for this once. */
unsigned char libedit_expand(EditLine *el, int c)
{
	struct editor *e = libedit_editor(el);
	bool expanded = expand_word(e), enters = c == '\n' || c == '\r';

	e->expanding_key = (wchar_t)c;
	e->enters = enters;
	if (enters)
		e->out.row_end = PASTE_OFF;
	bind_key(el, e->expanding_key, enters ? L"ed-newline" : L"ed-insert");
	el_wpush(el, (wchar_t[]){ e->expanding_key, L'\0' });
	return expanded ? CC_REFRESH : CC_NORM;
}

/* Before the next key. */
void libedit_end_expanding(struct editor *e)
{
	if (e->expanding_key)
		bind_key(e->el, e->expanding_key, L"jsh-expand");
	e->expanding_key = L'\0';
	e->enters = false;
	e->out.row_end = NULL;
}

/* ---- Pastes, undo ------------------------------------------------------ */

/* Read a paste up to what ends it; heap. */
static wchar_t *paste_text(EditLine *el)
{
	const size_t end_len = wcslen(paste_end);
	wchar_t *text = NULL;
	size_t len = 0, cap = 0;

	for (;;) {
		if (len + 1 >= cap) {
			cap = cap ? cap * 2 : 256;
			text = xreallocarray(text, cap, sizeof *text);
		}
		if (el_wgetc(el, &text[len]) != 1)
			break;
		if (text[len] == L'\r')
			text[len] = L'\n';
		if (text[len])
			len++;
		if (len >= end_len &&
		    wmemcmp(text + len - end_len, paste_end, end_len) == 0) {
			len -= end_len;
			break;
		}
	}
	text[len] = L'\0';
	return text;
}

/* An editing function: insert a paste as it is. */
unsigned char libedit_read_paste(EditLine *el, int c)
{
	struct editor *e = libedit_editor(el);
	wchar_t *text;

	(void)c;
	e->in_paste = true;
	text = paste_text(el);
	e->in_paste = false;
	(void)el_winsertstr(el, text); /* -1: nothing to insert */
	free(text);
	return CC_REFRESH;
}

/* An editing function: what the line was before the last change. */
unsigned char libedit_undo(EditLine *el, int c)
{
	struct editor *e = libedit_editor(el);
	const LineInfoW *line = el_wline(el);
	const struct edit_undo_state *before = edit_undo_back(&e->undo);
	int len = (int)(line->lastchar - line->buffer);

	(void)c;
	if (!before)
		return CC_ERROR;
	(void)el_cursor(el, len); /* to the end */
	el_deletestr(el, len);
	(void)el_winsertstr(el, before->text); /* -1: nothing to insert */
	(void)el_cursor(el, (int)before->cursor - (int)before->len);
	return CC_REFRESH;
}

/* ---- Completion -------------------------------------------------------- */

static void show_candidates(
    struct editor *e, const struct edit_completion *completion)
{
	char *list;

	if (completion->count > LIST_MAX)
		list = xasprintf(
		    "%zu are possible: type some more\r\n", completion->count);
	else
		list = edit_completion_list(completion,
		    libedit_terminal_number(e, "li"),
		    libedit_terminal_number(e, "co"));
	libedit_go_to_end(e);
	libedit_print(e, "\r\n");
	libedit_print(e, list);
	libedit_draw(e);
	free(list);
}

/* What one Tab does with what was found for LINE. */
static unsigned char use(struct editor *e, const char *line,
    const struct edit_completion *completion)
{
	bool again = e->tabbed && strcmp(e->tabbed, line) == 0;

	free(e->tabbed);
	e->tabbed = NULL;
	if (completion->count == 1)
		replace(e, line, completion->begin,
		    completion->candidates[0].insert,
		    completion->candidates[0].after);
	else if (completion->common)
		replace(e, line, completion->begin, completion->common, "");
	else if (completion->count && again)
		show_candidates(e, completion);
	else
		e->tabbed = xstrdup(line);
	return e->tabbed ? CC_ERROR : CC_REFRESH;
}

/* An editing function: Tab. */
unsigned char libedit_complete(EditLine *el, int c)
{
	struct editor *e = libedit_editor(el);
	struct edit_completion completion = { 0 };
	const LineInfo *info = el_line(el);
	size_t len = (size_t)(info->cursor - info->buffer);
	char *line = xstrndup(info->buffer, len);
	unsigned char result;

	(void)c;
	edit_output_send(&e->out); /* it may take a while */
	if (e->keys.host->complete)
		e->keys.host->complete(
		    e->keys.host->ctx, line, len, &completion);
	result = use(e, line, &completion);
	edit_completion_fini(&completion);
	free(line);
	return result;
}

/* ---- A program that edits ------------------------------------------------ */

/* An editing function. libedit tells no function of a count before it. */
unsigned char libedit_edit_by_program(EditLine *el, int c)
{
	struct editor *e = libedit_editor(el);
	const struct edit_host *host = e->keys.host;

	(void)c;
	if (!host->edit_key)
		return CC_ERROR;
	host->edit_key(host->ctx, 0);
	libedit_leave(e, EDIT_LEFT);
	return CC_NORM;
}
