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

/* The line as it is; heap. */
char *libedit_text(struct editor *e);

/* The columns behind the line in its last row, but for the screen's last one. */
int libedit_room(struct editor *e);

/* edit_libedit_bind.c: give the keys their meanings, emacs' or vi's. */
void libedit_bind_keys(EditLine *el, bool vi);

/* edit_libedit_suggest.c: libedit has drawn its line, and waits for a key. */
void libedit_show_suggestion(struct editor *e);

/* Editing functions: take what is shown, or do what such keys do. */
unsigned char libedit_forward_char(EditLine *el, int c);
unsigned char libedit_end_of_line(EditLine *el, int c);
unsigned char libedit_forward_word(EditLine *el, int c);

#endif
