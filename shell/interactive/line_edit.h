/*
 * line_edit.h - the line that is typed, edited by a program of the user's
 *
 * The program is $VISUAL, else $EDITOR, else vi. It is a job like any other: one
 * that is stopped keeps its file, and what becomes of the line is known when it
 * has ended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_LINE_EDIT_H
#define JSH_INTERACTIVE_LINE_EDIT_H

#include <sys/types.h>

#include "state/shell.h"

/* A line whose editor is stopped. Zero it. */
struct line_edit {
	char *path; /* NULL: there is none */
	char *line; /* as it was */
	pid_t pid;  /* the editor's */
};

enum line_edit_result {
	LINE_EDIT_NONE, /* the editor is stopped, or there is none */
	LINE_EDIT_RUN,  /* *text is to run */
	LINE_EDIT_BACK, /* the editor failed: *text is the line as it was */
};
/* *text is heap, without newlines at its end; set for the last two. */

/* Have LINE edited. Of an editor that is stopped already no more is heard. */
enum line_edit_result line_edit_begin(
    struct shell *sh, struct line_edit *edit, const char *line, char **text);

/* Has the editor that was stopped ended? */
enum line_edit_result line_edit_end(
    struct shell *sh, struct line_edit *edit, char **text);

void line_edit_fini(struct line_edit *edit);

#endif
