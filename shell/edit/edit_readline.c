/*
 * edit_readline.c - line editing with GNU readline (a module)
 *
 * readline blocks in next_key() only. To leave early, next_key() answers with
 * an error from then on: every loop of readline takes that as a reason to
 * return (a search, a completion's question, an unfinished paste), and undoes
 * on its way what it had set up; a longjmp would not. What is shown is put
 * right at the very end, in finish(), which readline calls when it gives the
 * terminal's modes back.
 *
 * Static state: readline is one global editor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/editor.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "base/mem.h"
#include "edit/edit_module.h"
#include "edit/edit_prompt.h"
#include "edit/edit_readline_complete.h"
#include "edit/edit_readline_draw.h"
#include "edit/edit_readline_modes.h"
#include "edit/edit_readline_suggest.h"

struct editor {
	struct edit_keys keys; /* its host is NULL while closed */
	FILE *in;
	struct edit_output out;
	struct readline_modes modes;
	enum edit_result result; /* EDIT_LINE until next_key() says otherwise */
	bool was_searching;      /* when next_key() said so */
	const char *initial;     /* borrowed for one read_line() */
	char *typed;             /* EDIT_LEFT's text */
};

static struct editor editor_state;

static bool readline_library_fits(void)
{
	/* libedit calls itself readline 4.2 */
	return rl_readline_version >= RL_READLINE_VERSION &&
	       rl_readline_version >> 8 == RL_VERSION_MAJOR;
}

/* Not where the library has put something of its own in its place. */
static void renew_prompt(const struct edit_host *host)
{
	char *prompt;

	if (!host->prompt || RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH |
					RL_STATE_NUMERICARG))
		return;
	prompt = host->prompt(host->ctx);
	if (prompt)
		(void)rl_set_prompt(edit_prompt_last(prompt));
	free(prompt);
}

/* Print what the host has to say above the line, and draw the line again. */
static void show_notice(const struct editor *e)
{
	const struct edit_host *host = e->keys.host;
	char *notice = host->take_notice(host->ctx);

	if (!notice)
		return;
	if (RL_ISSTATE(RL_STATE_COMPLETING)) {
		/* In the middle of a list of matches: the line is drawn when
		 * the question is answered. */
		(void)fprintf(e->out.stream, "\r\n%s", notice);
		(void)fflush(e->out.stream);
	} else {
		(void)rl_clear_visible_line();
		(void)fputs(notice, e->out.stream);
		renew_prompt(host);
		(void)rl_on_new_line();
		(*rl_redisplay_function)();
	}
	free(notice);
}

static void leave(struct editor *e, enum edit_result result)
{
	e->result = result;
	e->was_searching = RL_ISSTATE(RL_STATE_ISEARCH);
}

static int next_key(FILE *stream)
{
	struct editor *e = &editor_state;
	unsigned char byte;

	(void)stream; /* keys.fd is its descriptor */
	while (e->result == EDIT_LINE) {
		enum edit_wait event = edit_keys_next(&e->keys, &byte);

		if (event != EDIT_WAIT_INPUT && event != EDIT_WAIT_RESIZE)
			readline_suggest_hide();
		switch (event) {
		case EDIT_WAIT_INPUT:
			readline_suggest_key(byte);
			return byte;
		case EDIT_WAIT_NOTICE:
			show_notice(e);
			break;
		case EDIT_WAIT_RESIZE:
			readline_suggest_resize();
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
	if (edit_keys_rest(&e->keys, &byte))
		return byte;
	return RL_ISSTATE(RL_STATE_READCMD) ? READERR : EOF;
}

/* ---- Keys --------------------------------------------------------------- */

/* Have the line edited by a program, or with a count a command of the
 * history. */
static int edit_by_program(int count, int key)
{
	struct editor *e = &editor_state;
	const struct edit_host *host = e->keys.host;

	(void)key;
	if (!host->edit_key)
		return rl_ding();
	host->edit_key(host->ctx, rl_explicit_arg ? count : 0);
	leave(e, EDIT_LEFT);
	return 0;
}

/* ---- Abbreviations ----------------------------------------------------- */

static bool expand_word(void)
{
	const struct edit_host *host = editor_state.keys.host;
	size_t begin;
	char *text;

	if (!host->expand)
		return false;
	text =
	    host->expand(host->ctx, rl_line_buffer, (size_t)rl_point, &begin);
	if (!text)
		return false;
	(void)rl_begin_undo_group();
	(void)rl_delete_text((int)begin, rl_point);
	rl_point = (int)begin;
	(void)rl_insert_text(text);
	(void)rl_end_undo_group();
	free(text);
	return true;
}

static int type_blank(int count, int key)
{
	(void)expand_word();
	return rl_insert(count, key);
}

static int enter(int count, int key)
{
	if (expand_word())
		rl_redisplay(); /* the line, and nothing in grey behind it */
	return rl_newline(count, key);
}

static void bind_blank(void)
{
	Keymap maps[] = { emacs_standard_keymap, vi_insertion_keymap };

	for (size_t m = 0; m < sizeof maps / sizeof maps[0]; m++)
		if (maps[m][' '].function == rl_insert)
			(void)rl_bind_key_in_map(' ', type_blank, maps[m]);
}

/* ---- Commands of our own ------------------------------------------------ */

static rl_command_func_t *instead_of(rl_command_func_t *command)
{
	static const struct {
		rl_command_func_t *command, *instead;
	} pairs[] = {
		{ rl_newline, enter },
		{ rl_forward_char, readline_suggest_forward_char },
		{ rl_end_of_line, readline_suggest_end_of_line },
		{ rl_forward_word, readline_suggest_forward_word },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if (command == pairs[i].command)
			return pairs[i].instead;
	return command;
}

/* readline keeps it in the place of a function. */
static Keymap map_of(const KEYMAP_ENTRY *entry)
{
	Keymap map;

	_Static_assert(sizeof map == sizeof entry->function, "readline's");
	memcpy(&map, &entry->function, sizeof map);
	return map;
}

static void replace_in(Keymap map)
{
	for (int key = 0; key < KEYMAP_SIZE; key++) {
		KEYMAP_ENTRY *entry = &map[key];

		if (!entry->function || entry->function == rl_insert)
			continue; /* nearly all */
		if (entry->type == ISKMAP)
			replace_in(map_of(entry));
		else if (entry->type == ISFUNC)
			entry->function = instead_of(entry->function);
	}
}

/* Once, when inputrc has been read: whatever keys a command has then. To be told
 * the keys of one command costs 120,000 instructions in readline, a fifth of the
 * start of a shell for four of them. */
static void replace_commands(void)
{
	replace_in(emacs_standard_keymap);
	replace_in(vi_insertion_keymap);
}

/* ---- Reading ----------------------------------------------------------- */

static void show_cursor_at_end(void)
{
	rl_point = rl_end;
	(*rl_redisplay_function)();
}

/* rl_prep_term_function. */
static void prepare(int meta)
{
	struct editor *e = &editor_state;

	readline_modes_prepare(&e->modes, &e->keys, meta);
}

/* Leave the screen as read_line() promises it, then reset the modes. */
static void finish(void)
{
	struct editor *e = &editor_state;

	if (rl_eof_found && e->result == EDIT_LINE)
		e->result = EDIT_END; /* ^D */
	/* After an error an incremental search leaves its prompt behind. */
	if (e->was_searching)
		rl_restore_prompt();
	/* Else rl_deprep_terminal() writes a newline of its own. */
	rl_eof_found = 0;
	switch (e->result) {
	case EDIT_LINE:
		break; /* Enter began a new row */
	case EDIT_INTERRUPTED:
		show_cursor_at_end();
		rl_echo_signal_char(SIGINT);
		(void)rl_crlf();
		break;
	case EDIT_LEFT:
		e->typed = xstrdup(rl_line_buffer);
		(void)rl_clear_visible_line();
		break;
	case EDIT_END:
		show_cursor_at_end();
		(void)rl_crlf();
		break;
	}
	readline_modes_restore(&e->modes, &e->keys);
	edit_output_send(&e->out);
}

static int insert_initial(void)
{
	if (editor_state.initial)
		(void)rl_insert_text(editor_state.initial);
	return 0;
}

static void readline_close(struct editor *e)
{
	rl_instream = rl_outstream = NULL;
	if (e->in)
		(void)fclose(e->in); /* our own; nothing is buffered in it */
	edit_output_close(&e->out);
	readline_complete_close();
	readline_draw_fini();
	memset(e, 0, sizeof *e);
	rl_clear_history();
}

/* The up arrow finds what begins with what was typed, unless inputrc, which is
 * read later, says otherwise. */
static void bind_arrows(void)
{
	static const struct {
		const char *keys;
		rl_command_func_t *command;
	} arrows[] = {
		{ "\033[A", rl_history_search_backward },
		{ "\033OA", rl_history_search_backward },
		{ "\033[B", rl_history_search_forward },
		{ "\033OB", rl_history_search_forward },
	};
	Keymap maps[] = { emacs_standard_keymap, vi_insertion_keymap };

	for (size_t i = 0; i < sizeof arrows / sizeof arrows[0]; i++)
		for (size_t m = 0; m < sizeof maps / sizeof maps[0]; m++)
			(void)rl_bind_keyseq_if_unbound_in_map(
			    arrows[i].keys, arrows[i].command, maps[m]);
}

/* The names and the keys that bash has for it. */
static void add_edit_keys(void)
{
	(void)rl_add_defun("edit-and-execute-command", edit_by_program, -1);
	(void)rl_add_defun("vi-edit-and-execute-command", edit_by_program, -1);
	(void)rl_bind_keyseq_if_unbound_in_map(
	    "\030\005", edit_by_program, emacs_standard_keymap);
	(void)rl_bind_key_if_unbound_in_map(
	    'v', edit_by_program, vi_movement_keymap);
}

/* The library asks this after each key that it inserts, which is not to cost a
 * system call, and, for as long as it has set, after an ESC. */
static int input_is_available(void)
{
	const struct edit_keys *keys = &editor_state.keys;
	int timeout_us = rl_set_keyboard_input_timeout(-1); /* as it is */

	return (timeout_us || edit_keys_may_wait(keys)) &&
	       edit_keys_are_waiting(keys, timeout_us / 1000);
}

static void configure(struct editor *e)
{
	rl_readline_name = "jsh"; /* "$if jsh" in inputrc */
	rl_instream = e->in;
	rl_outstream = e->out.stream;
	rl_catch_signals = 0;
	rl_catch_sigwinch = 0;
	rl_change_environment = 0; /* LINES and COLUMNS are the user's */
	rl_getc_function = next_key;
	rl_input_available_hook = input_is_available;
	rl_startup_hook = insert_initial;
	rl_prep_term_function = prepare;
	rl_deprep_term_function = finish;
	bind_arrows();
	add_edit_keys();
	readline_complete_open(e->keys.host, &e->out);
	(void)rl_initialize(); /* always 0 */
	replace_commands();
	bind_blank();
	using_history();
}

static struct editor *readline_open(
    const struct edit_host *host, int in, int out)
{
	struct editor *e = &editor_state;

	if (e->keys.host)
		return NULL;
	e->in = edit_input(in);
	if (edit_output_open(&e->out, out) && e->in) {
		edit_keys_open(&e->keys, host, &e->out, fileno(e->in));
		configure(e);
		if (rl_get_termcap("up"))
			return e;
	}
	readline_close(e);
	return NULL;
}

static enum edit_result readline_read_line(struct editor *e, const char *before,
    const char *prompt, const char *initial, char **line)
{
	const struct edit_host *host = e->keys.host;
	const char *last;
	char *text;

	e->result = EDIT_LINE;
	e->was_searching = false;
	e->initial = initial;
	edit_keys_begin(&e->keys);
	readline_draw_begin(&e->out);
	readline_suggest_begin(&e->keys, e->out.stream);
	if (!host->resized || host->resized(host->ctx))
		rl_reset_screen_size();
	last = edit_output_begin(&e->out, before, prompt, initial);
	text = readline(last);
	readline_suggest_end();
	e->initial = NULL;
	if (e->result == EDIT_LINE && text) {
		*line = text;
		return EDIT_LINE;
	}
	free(text); /* cancelled: it must not run */
	*line = e->typed;
	e->typed = NULL;
	return e->result == EDIT_LINE ? EDIT_END : e->result;
}

static void readline_add_history(struct editor *e, const char *line)
{
	(void)e;
	add_history(line);
}

static void readline_forget_history(struct editor *e)
{
	(void)e;
	rl_clear_history();
}

static void readline_set_vi(struct editor *e, bool vi)
{
	(void)e;
	(void)rl_variable_bind("editing-mode", vi ? "vi" : "emacs");
}

extern const struct editor_ops jsh_editor; /* EDITOR_SYMBOL */

const struct editor_ops jsh_editor = {
	.abi = EDITOR_ABI,
	.name = "readline",
	.library_fits = readline_library_fits,
	.open = readline_open,
	.close = readline_close,
	.read_line = readline_read_line,
	.add_history = readline_add_history,
	.forget_history = readline_forget_history,
	.set_vi = readline_set_vi,
};
