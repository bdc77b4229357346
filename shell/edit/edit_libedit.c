/*
 * edit_libedit.c - line editing with libedit, through its own interface
 *
 * libedit blocks in next_character() only. Its readline emulation is not used:
 * it repaints wrongly and ignores half of the hooks. What the native interface
 * does not offer is made up here:
 *  - It cannot say where its cursor is, so edit_libedit_screen.c lays the line
 *    out as libedit does.
 *  - To leave early, next_character() reports errors. Some of its loops print
 *    on their way out, so nothing that it writes is let through from then on.
 *  - It knows no bracketed paste. What begins one is told to it as a key that
 *    no keyboard has, to which libedit_read_paste() is bound. (Bound to the
 *    sequence itself, it would make ESC alone wait for another key, also in vi
 *    mode.)
 *  - A function of ours cannot call one of the library's: it pushes a key that
 *    no keyboard has back as input.
 *  - Its completion of file names asks questions through stdin: ours is
 *    libedit_complete().
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
#include <wchar.h>

#include "base/mem.h"
#include "edit/edit_prompt.h"

enum { ESCAPE = 033, REPLACEMENT = 0xfffd };

struct editor *libedit_editor(EditLine *el)
{
	void *editor = NULL;

	(void)el_get(el, EL_CLIENTDATA, &editor); /* set when el was made */
	return editor;
}

/* ---- Keys -------------------------------------------------------------- */

/* Leave the screen as read_line() promises it; nothing is shown after this. */
void libedit_leave(struct editor *e, enum edit_result result)
{
	e->result = result;
	if (result == EDIT_LEFT) {
		if (!*e->keys.stuffed) /* else a paste is still to be added */
			e->typed = libedit_text(e);
		libedit_erase(e);
	} else {
		libedit_go_to_end(e);
		libedit_print(
		    e, result == EDIT_INTERRUPTED ? "^C\r\n" : "\r\n");
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
	libedit_erase(e);
	(void)el_insertstr(e->el, e->initial);
	e->initial = NULL;
	libedit_draw(e);
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

	libedit_end_expanding(e);
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
			libedit_show_notice(e);
			break;
		case EDIT_WAIT_RESIZE:
			libedit_resize(e);
			break;
		case EDIT_WAIT_INTERRUPT:
			libedit_leave(e, EDIT_INTERRUPTED);
			break;
		case EDIT_WAIT_LEAVE:
			libedit_leave(e, EDIT_LEFT);
			break;
		case EDIT_WAIT_END:
			libedit_leave(e, EDIT_END);
			break;
		}
	}
	return next_when_leaving(e, to);
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
		{ L"jsh-paste", L"Insert a paste", libedit_read_paste },
		{ L"jsh-complete",
		    L"Complete the word, or list what it may become",
		    libedit_complete },
		{ L"jsh-edit", L"Have a program edit the line, then run it",
		    libedit_edit_by_program },
		{ L"jsh-undo", L"Take the last change back", libedit_undo },
		{ L"jsh-expand",
		    L"Expand an abbreviation before a blank or Enter",
		    libedit_expand },
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

	if (!libedit_terminal_can(e->el, "up") ||
	    !libedit_terminal_can(e->el, "cd") ||
	    !libedit_terminal_can(e->el, "nd"))
		return false;
	/* Does it obey the sequences in edit_suggestion.c? */
	e->has_grey = el_get(e->el, EL_GETTC, "ce", &erase) == 0 && erase &&
		      strncmp(erase, "\033[K", 3) == 0;
	(void)history(e->history, &event, H_SETSIZE, INT_MAX);
	(void)el_set(e->el, EL_CLIENTDATA, e);
	(void)el_set(e->el, EL_SIGNAL, 0);
	(void)el_set(e->el, EL_GETCFN, next_character);
	(void)el_set(e->el, EL_PROMPT_ESC, libedit_prompt_of, PROMPT_HIDE);
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
	e->prompt = libedit_convert_prompt(last);
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
