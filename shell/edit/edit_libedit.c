/*
 * edit_libedit.c - line editing with libedit, through its own interface
 *
 * libedit blocks in next_character() only. Its readline emulation is not used:
 * it repaints wrongly and ignores half of the hooks. What the native interface
 * does not offer is made up here:
 *  - It cannot say where its cursor is, so place_of() lays the line out as
 *    libedit does, and erase_line() moves up from there.
 *  - To leave early, next_character() reports errors. Some of its loops print
 *    on their way out, so nothing that it writes is let through from then on.
 *  - It knows no bracketed paste. What begins one is told to it as a key that
 *    no keyboard has, to which read_paste() is bound. (Bound to the sequence
 *    itself, it would make ESC alone wait for another key, also in vi mode.)
 *  - A function of ours cannot call one of the library's: it pushes a key that
 *    no keyboard has back as input.
 *  - Its completion of file names asks questions through stdin: complete() is
 *    ours.
 *
 * No static state: everything hangs on the EditLine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_libedit.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
#include <wctype.h>

#include "base/fdio.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "edit/edit_completion.h"
#include "edit/edit_layout.h"
#include "edit/edit_prompt.h"

static const wchar_t paste_end[] = L"\033[201~";

enum { ESCAPE = 033, REPLACEMENT = 0xfffd };

/* So many candidates are listed at most */
enum { LIST_MAX = 100 };

/* ---- The screen -------------------------------------------------------- */

struct editor *libedit_editor(EditLine *el)
{
	void *editor = NULL;

	(void)el_get(el, EL_CLIENTDATA, &editor); /* set when el was made */
	return editor;
}

static void print(struct editor *e, const char *text)
{
	(void)fputs(text, e->out.stream);
	(void)fflush(e->out.stream);
}

/* A number of termcap's, as libedit has it. */
static int terminal_number(struct editor *e, const char *name)
{
	int number = 0;

	(void)el_get(e->el, EL_GETTC, name, &number);
	return number;
}

static bool terminal_can(EditLine *el, const char *name)
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
	int columns = terminal_number(e, "co");
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
	return terminal_number(e, "co") - 1 - end_place(e).column;
}

/* The cursor's row on the screen, where a line longer than the screen has lost
 * its first rows. */
static int cursor_row(struct editor *e)
{
	int row = place_of(e, el_wline(e->el)->cursor).row;
	int lost = end_place(e).row + 1 - terminal_number(e, "li");

	if (lost > 0)
		row -= lost;
	return row > 0 ? row : 0;
}

/* Erase prompt and line; the cursor is where the prompt began. */
static void erase_line(struct editor *e)
{
	int row = cursor_row(e);

	(void)fputc('\r', e->out.stream);
	while (row--)
		(void)el_set(e->el, EL_ECHOTC, "up", NULL);
	(void)el_set(e->el, EL_ECHOTC, "cd", NULL);
	(void)fflush(e->out.stream);
}

/* Move the cursor behind the line, which stays as it is. */
static void go_to_end(struct editor *e)
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

static void draw_line(struct editor *e)
{
	(void)el_set(e->el, EL_REFRESH);
}

/* The terminal has wrapped the line anew for its new width (most do). */
static void resize(struct editor *e)
{
	el_resize(e->el);
	erase_line(e);
	draw_line(e);
}

/* ---- The prompt -------------------------------------------------------- */

static char *prompt_of(EditLine *el)
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
static char *convert_prompt(const char *prompt)
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
		e->prompt = convert_prompt(prompt);
	}
	free(prompt);
}

static void show_notice(struct editor *e)
{
	const struct edit_host *host = e->keys.host;
	char *notice = host->take_notice(host->ctx);

	if (!notice)
		return;
	erase_line(e);
	print(e, notice);
	if (host->prompt)
		renew_prompt(e, host->prompt(host->ctx));
	draw_line(e);
	free(notice);
}

/* ---- The text ---------------------------------------------------------- */

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
static unsigned char expand(EditLine *el, int c)
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
static void end_expanding(struct editor *e)
{
	if (e->expanding_key)
		bind_key(e->el, e->expanding_key, L"jsh-expand");
	e->expanding_key = L'\0';
	e->enters = false;
	e->out.row_end = NULL;
}

/* ---- Keys -------------------------------------------------------------- */

/* Leave the screen as read_line() promises it; nothing is shown after this. */
static void leave(struct editor *e, enum edit_result result)
{
	e->result = result;
	if (result == EDIT_LEFT) {
		if (!*e->keys.stuffed) /* else a paste is still to be added */
			e->typed = libedit_text(e);
		erase_line(e);
	} else {
		go_to_end(e);
		print(e, result == EDIT_INTERRUPTED ? "^C\r\n" : "\r\n");
	}
	e->out.silent = true;
}

/* libedit decodes nothing that comes from here. False: more bytes belong to
 * the character. */
static bool decode(struct editor *e, unsigned char byte, wchar_t *to)
{
	bool is_first = mbsinit(&e->decoding);
	char bytes[1] = { (char)byte };
	size_t len = mbrtowc(to, bytes, 1, &e->decoding);

	if (len == (size_t)-1 && !is_first) {
		/* A character was broken off: begin again with this byte. */
		memset(&e->decoding, 0, sizeof e->decoding);
		len = mbrtowc(to, bytes, 1, &e->decoding);
	}
	if (len == (size_t)-1)
		memset(&e->decoding, 0, sizeof e->decoding);
	if (len == (size_t)-1 || (*to >= FORWARD_KEY && *to <= PASTE_KEY))
		*to = REPLACEMENT;
	return len != (size_t)-2;
}

/* As decode(), with a paste's beginning as one character. */
static bool take_byte(struct editor *e, unsigned char byte, wchar_t *to)
{
	if (byte != ESCAPE || e->in_paste || !edit_keys_begin_paste(&e->keys))
		return decode(e, byte, to);
	*to = PASTE_KEY;
	return true;
}

/*
 * What libedit reads once it is to leave. EDIT_LEFT: a search has put its
 * pattern into the line. ESC ends it; when libedit asks again the line is
 * itself.
 */
static int next_when_leaving(struct editor *e, wchar_t *to)
{
	unsigned char byte;

	if (edit_keys_rest(&e->keys, &byte)) {
		*to = byte;
		return 1;
	}
	if (e->result == EDIT_LEFT && e->typed && strchr(e->typed, '\n')) {
		free(e->typed);
		e->typed = NULL;
		*to = ESCAPE;
		return 1;
	}
	if (e->result == EDIT_LEFT && !e->typed)
		e->typed = libedit_text(e);
	return -1;
}

static void insert_initial(struct editor *e)
{
	erase_line(e);
	(void)el_insertstr(e->el, e->initial);
	e->initial = NULL;
	draw_line(e);
}

/* A search in the history has put its pattern into the line, in a row of its
 * own: that is no change. */
static bool is_searching(const LineInfoW *line)
{
	const wchar_t *p = line->lastchar;

	while (p > line->buffer && p[-1] != L'\n')
		p--;
	return p > line->buffer && line->lastchar - p >= 4 &&
	       (wmemcmp(p, L"bck", 3) == 0 || wmemcmp(p, L"fwd", 3) == 0);
}

static void note_line(struct editor *e)
{
	const LineInfoW *line = el_wline(e->el);

	if (!is_searching(line))
		edit_undo_note(&e->undo, line->buffer,
		    (size_t)(line->lastchar - line->buffer),
		    (size_t)(line->cursor - line->buffer));
}

/* libedit's read function: 1 and *to, or -1. */
static int next_character(EditLine *el, wchar_t *to)
{
	struct editor *e = libedit_editor(el);
	unsigned char byte;

	end_expanding(e);
	if (e->initial)
		insert_initial(e);
	note_line(e);
	while (e->result == EDIT_LINE) {
		enum edit_wait event;

		libedit_show_suggestion(e);
		event = edit_keys_next(&e->keys, &byte);
		if (event != EDIT_WAIT_INPUT)
			edit_suggestion_hide(&e->suggestion, e->out.stream,
			    event == EDIT_WAIT_RESIZE);
		switch (event) {
		case EDIT_WAIT_INPUT:
			edit_suggestion_key(
			    &e->suggestion, e->out.stream, byte);
			if (take_byte(e, byte, to))
				return 1;
			break;
		case EDIT_WAIT_NOTICE:
			show_notice(e);
			break;
		case EDIT_WAIT_RESIZE:
			resize(e);
			break;
		case EDIT_WAIT_INTERRUPT:
			leave(e, EDIT_INTERRUPTED);
			break;
		case EDIT_WAIT_LEAVE:
			leave(e, EDIT_LEFT);
			break;
		case EDIT_WAIT_END:
			leave(e, EDIT_END);
			break;
		}
	}
	return next_when_leaving(e, to);
}

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
static unsigned char read_paste(EditLine *el, int c)
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
static unsigned char undo(EditLine *el, int c)
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
		    terminal_number(e, "li"), terminal_number(e, "co"));
	go_to_end(e);
	print(e, "\r\n");
	print(e, list);
	draw_line(e);
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
static unsigned char complete(EditLine *el, int c)
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
static unsigned char edit_by_program(EditLine *el, int c)
{
	struct editor *e = libedit_editor(el);
	const struct edit_host *host = e->keys.host;

	(void)c;
	if (!host->edit_key)
		return CC_ERROR;
	host->edit_key(host->ctx, 0);
	leave(e, EDIT_LEFT);
	return CC_NORM;
}

/* ---- The editor -------------------------------------------------------- */

static bool libedit_library_fits(void)
{
	return true; /* no other library has these functions */
}

static void choose_keys(struct editor *e, bool vi)
{
	(void)el_set(e->el, EL_EDITOR, vi ? "vi" : "emacs");
	libedit_bind_keys(e->el, vi); /* it has begun with fresh keymaps */
}

static void source_editrc(struct editor *e)
{
	(void)el_source(e->el, NULL); /* there need not be one */
}

/* The user's own keys too are bound anew; but what editrc says of vi or emacs
 * was for the start. */
static void libedit_set_vi(struct editor *e, bool vi)
{
	const char *chosen = NULL;

	choose_keys(e, vi);
	source_editrc(e);
	if (el_get(e->el, EL_EDITOR, &chosen) == 0 && chosen &&
	    (strcmp(chosen, "vi") == 0) != vi)
		choose_keys(e, vi);
}

static void add_functions(EditLine *el)
{
	static const struct {
		const wchar_t *name;
		const wchar_t *help;
		unsigned char (*run)(EditLine *el, int c);
	} functions[] = {
		{ L"jsh-paste", L"Insert a paste", read_paste },
		{ L"jsh-complete",
		    L"Complete the word, or list what it may become",
		    complete },
		{ L"jsh-edit", L"Have a program edit the line, then run it",
		    edit_by_program },
		{ L"jsh-undo", L"Take the last change back", undo },
		{ L"jsh-expand",
		    L"Expand an abbreviation before a blank or Enter", expand },
		{ L"jsh-forward-char",
		    L"Take the suggestion, or move a character forward",
		    libedit_forward_char },
		{ L"jsh-end-of-line",
		    L"Take the suggestion, or move to the end",
		    libedit_end_of_line },
		{ L"jsh-forward-word",
		    L"Take a word of the suggestion, or move over one",
		    libedit_forward_word },
	};

	for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
		(void)el_wset(el, EL_ADDFN, functions[i].name,
		    functions[i].help, functions[i].run);
}

static bool configure(struct editor *e)
{
	const char *erase = NULL;
	HistEvent event;

	if (!terminal_can(e->el, "up") || !terminal_can(e->el, "cd") ||
	    !terminal_can(e->el, "nd"))
		return false;
	/* Does it obey the sequences in edit_suggestion.c? */
	e->has_grey = el_get(e->el, EL_GETTC, "ce", &erase) == 0 && erase &&
		      strncmp(erase, "\033[K", 3) == 0;
	(void)history(e->history, &event, H_SETSIZE, INT_MAX);
	(void)el_set(e->el, EL_CLIENTDATA, e);
	(void)el_set(e->el, EL_SIGNAL, 0);
	(void)el_set(e->el, EL_GETCFN, next_character);
	(void)el_set(e->el, EL_PROMPT_ESC, prompt_of, PROMPT_HIDE);
	(void)el_set(e->el, EL_HIST, history, e->history);
	add_functions(e->el);
	choose_keys(e, false); /* the default of libedit may be vi */
	source_editrc(e);
	return true;
}

static void libedit_close(struct editor *e)
{
	struct edit_modes modes;
	bool has_modes = edit_modes_get(e->keys.fd, &modes);

	e->out.silent = true;
	edit_undo_reset(&e->undo);
	free(e->tabbed);
	if (e->el) {
		/* Else el_end() flushes what was typed ahead. */
		(void)el_set(e->el, EL_EDITMODE, 0);
		el_end(e->el);
	}
	if (e->history)
		history_end(e->history);
	if (has_modes)
		(void)edit_modes_set(e->keys.fd, &modes, true);
	edit_output_close(&e->out);
	if (e->in)
		(void)fclose(e->in); /* our own; nothing is buffered in it */
	free(e);
}

static bool open_streams(
    struct editor *e, const struct edit_host *host, int in, int out)
{
	e->in = edit_input(in);
	if (!edit_output_open(&e->out, out) || !e->in)
		return false;
	/* The driver's echo could come in between; after ^V libedit sets the
	 * modes that it knows. */
	e->out.rows_at_once = true;
	e->keys.sets_modes = true;
	edit_keys_open(&e->keys, host, &e->out, fileno(e->in));
	return true;
}

static struct editor *libedit_open(
    const struct edit_host *host, int in, int out)
{
	struct editor *e = xcalloc(1, sizeof *e);
	struct edit_modes modes;
	bool fits = false;

	e->keys.fd = in;
	if (open_streams(e, host, in, out) && edit_modes_get(in, &modes)) {
		/* An unknown terminal makes it complain. */
		e->out.silent = true;
		e->history = history_init();
		e->el = el_init_fd("jsh", e->in, e->out.stream, e->out.stream,
		    e->keys.fd, e->out.fd, e->out.fd);
		(void)fflush(e->out.stream);
		e->out.silent = false;
		fits = e->el && e->history && configure(e);
		(void)edit_modes_set(in, &modes, true);
	}
	if (fits)
		return e;
	libedit_close(e);
	return NULL;
}

/* libedit has put back what it found, and what it knows of. */
static void restore_modes(const struct editor *e)
{
	struct edit_modes now;

	if (e->keys.has_modes && (!edit_modes_get(e->keys.fd, &now) ||
				     !edit_modes_same(&now, &e->keys.modes)))
		(void)edit_modes_set(e->keys.fd, &e->keys.modes, true);
}

/* The modes that libedit sets are to leave that key to the shell, or not: after
 * `stty` it may take it from the terminal's. Then it is seen to before a key. */
static void choose_stop_key(struct editor *e)
{
	char chosen[] = { 's', 'u', 's', 'p', '=', (char)e->keys.stop_key,
		'\0' };

	if (edit_keys_take_stop_key(&e->keys))
		chosen[5] = '\0'; /* none */
	(void)el_set(e->el, EL_SETTY, "-d", chosen, NULL);
}

/* Let libedit read; what it returns is good if e->result is EDIT_LINE still. */
static char *get_line(struct editor *e)
{
	const char *text;
	char *line = NULL;
	int len = 0;

	choose_stop_key(e);
	(void)fputs(PASTE_ON, e->out.stream);
	/* Left to itself, libedit shows the prompt before it sets its modes: a
	 * ^D typed in between would be lost. */
	(void)el_set(e->el, EL_PREP_TERM, 1);
	text = el_gets(e->el, &len);
	if (text && len > 0)
		line = xstrndup(text, (size_t)len - (text[len - 1] == '\n'));
	(void)fflush(e->out.stream);
	e->out.silent = false;
	edit_suggestion_drop(&e->suggestion);
	/* Enter's new row has brought it. */
	if (!e->enters || e->out.row_end)
		(void)fputs(PASTE_OFF, e->out.stream);
	if (!line && e->result == EDIT_LINE) {
		e->result = EDIT_END; /* ^D; libedit has shown it */
		(void)fputs("\r\n", e->out.stream);
	}
	edit_output_send(&e->out);
	restore_modes(e);
	return line;
}

static enum edit_result libedit_read_line(struct editor *e, const char *before,
    const char *prompt, const char *initial, char **line)
{
	const char *last;

	e->result = EDIT_LINE;
	e->initial = initial;
	e->enters = false;
	e->out.row_end = NULL;
	memset(&e->decoding, 0, sizeof e->decoding);
	edit_undo_reset(&e->undo);
	edit_keys_begin(&e->keys);
	last = edit_output_begin(&e->out, before, prompt, initial);
	e->prompt = convert_prompt(last);
	*line = get_line(e);
	if (e->result != EDIT_LINE) {
		free(*line); /* cancelled: it must not run */
		*line = e->typed;
		e->typed = NULL;
	}
	free(e->prompt);
	e->prompt = NULL;
	return e->result;
}

static void libedit_add_history(struct editor *e, const char *line)
{
	HistEvent event;

	(void)history(e->history, &event, H_ENTER, line);
}

static void libedit_forget_history(struct editor *e)
{
	HistEvent event;

	(void)history(e->history, &event, H_CLEAR);
}

extern const struct editor_ops jsh_editor; /* EDITOR_SYMBOL */

const struct editor_ops jsh_editor = {
	.abi = EDITOR_ABI,
	.name = "libedit",
	.library_fits = libedit_library_fits,
	.open = libedit_open,
	.close = libedit_close,
	.read_line = libedit_read_line,
	.add_history = libedit_add_history,
	.forget_history = libedit_forget_history,
	.set_vi = libedit_set_vi,
};
