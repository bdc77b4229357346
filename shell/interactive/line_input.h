/*
 * line_input.h - commands as they are typed: the editor, the prompts, and what
 * comes between
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_LINE_INPUT_H
#define JSH_INTERACTIVE_LINE_INPUT_H

#include "base/strbuf.h"
#include "edit/editor.h"
#include "interactive/line_edit.h"
#include "state/history_prefix.h"
#include "state/shell.h"
#include "syntax/parse.h"

/* For line_input.c and line_host.c, but for the two that say so. */
struct line_input {
	struct shell *sh;
	const struct editor_ops *ops;
	struct editor *editor;
	struct edit_host host; /* the editor keeps a pointer to it */
	struct strbuf line;    /* handed to the parser, with its newline */
	struct strbuf command; /* all may read: the lines of the present command
				  so far; whoever takes them empties it */
	int told;         /* the newest command that the editor has heard of */
	int held;         /* commands that the editor has */
	unsigned changes; /* of the history, that it has heard of */
	unsigned resizes; /* of the window, ditto */
	char *before;     /* marks, to be written with the prompt; owned */
	char *notice;     /* for the editor to print; owned */
	bool recalls;     /* the editor was left to bring a stopped job back */
	bool edits;       /* ... to have the line edited by a program: */
	int edits_number; /* or this command of the history, if not 0 */
	struct line_edit line_edit; /* whose program is stopped */
	char *edited;               /* what is to run now; owned */
	char *initial;  /* what the next first line begins with; owned */
	bool line_left; /* all may read: a program has the line, no more of it
			   is read, and nobody has typed ^C */
	struct history_prefix search; /* of what may be suggested */
	enum option keys; /* VI or EMACS as told to the editor; COUNT: none */
};

/* Editors are modules in MODULE_DIR. */
void line_input_open(
    struct line_input *in, struct shell *sh, const char *module_dir);
void line_input_close(struct line_input *in);

/* A struct source's read; CTX is the struct line_input. */
enum source_result line_input_read(
    void *ctx, bool continued, const char **text, size_t *len);

#endif
