/*
 * edit_libedit.h - what the files of the libedit module share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_LIBEDIT_H
#define JSH_EDIT_EDIT_LIBEDIT_H

#include <histedit.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

#include "edit/edit_module.h"
#include "edit/edit_suggestion.h"
#include "edit/edit_undo.h"
#include "edit/editor.h"

/* Keys that no keyboard has */
enum {
	FORWARD_KEY = 0x9c, /* ed-next-char */
	END_KEY,            /* ed-move-to-end */
	WORD_KEY,           /* em-next-word */
	PASTE_KEY,          /* jsh-paste */
};

struct editor {
	struct edit_keys keys;
	FILE *in; /* a copy */
	struct edit_output out;
	EditLine *el;
	History *history;
	char *prompt;        /* the last line, as libedit wants it */
	const char *initial; /* to be inserted, or NULL; borrowed */
	char *typed;         /* EDIT_LEFT's text */
	mbstate_t decoding;
	bool in_paste;           /* read_paste() is reading */
	enum edit_result result; /* EDIT_LINE until there is another */
	struct edit_undo undo;
	wchar_t expanding_key; /* of expand(): does what it did before */
	bool enters;           /* ... and it is Enter */
	bool has_grey;         /* the terminal can show a suggestion */
	struct edit_suggestion suggestion;
	char *tabbed; /* the line before the cursor, when Tab had
				    nothing to add: again, it lists */
};

struct editor *libedit_editor(EditLine *el);

/* The end of the line is near: with RESULT, and nothing that libedit writes is
 * shown from here on. */
void libedit_leave(struct editor *e, enum edit_result result);

/* edit_libedit_screen.c */

void libedit_print(struct editor *e, const char *text);

/* A number of termcap's, as libedit has it; has the terminal this sequence? */
int libedit_terminal_number(struct editor *e, const char *name);
bool libedit_terminal_can(EditLine *el, const char *name);

/* Prompt and line: take them off the screen; show them where the cursor is; move
 * the cursor behind them. */
void libedit_erase(struct editor *e);
void libedit_draw(struct editor *e);
void libedit_go_to_end(struct editor *e);

/* The window has another size. */
void libedit_resize(struct editor *e);

/* Print what the host has to say above the line. */
void libedit_show_notice(struct editor *e);

/* The columns behind the line in its last row, but for the screen's last one. */
int libedit_room(struct editor *e);

/* The last line of PROMPT in libedit's form; heap. And what libedit calls for it. */
char *libedit_convert_prompt(const char *prompt);
char *libedit_prompt_of(EditLine *el);

/* edit_libedit_functions.c */

/* The line as it is; heap. */
char *libedit_text(struct editor *e);

/* Before the next key: the one that had its old meaning for once gets its new
 * one. */
void libedit_end_expanding(struct editor *e);

/* Editing functions: a blank or Enter; the key that begins a paste; take the last
 * change back; Tab; have a program edit the line. */
unsigned char libedit_expand(EditLine *el, int c);
unsigned char libedit_read_paste(EditLine *el, int c);
unsigned char libedit_undo(EditLine *el, int c);
unsigned char libedit_complete(EditLine *el, int c);
unsigned char libedit_edit_by_program(EditLine *el, int c);

/* edit_libedit_bind.c: give the keys their meanings, emacs' or vi's. */
void libedit_bind_keys(EditLine *el, bool vi);

/* edit_libedit_suggest.c: libedit has drawn its line, and waits for a key. */
void libedit_show_suggestion(struct editor *e);

/* Editing functions: take what is shown, or do what such keys do. */
unsigned char libedit_forward_char(EditLine *el, int c);
unsigned char libedit_end_of_line(EditLine *el, int c);
unsigned char libedit_forward_word(EditLine *el, int c);

#endif
