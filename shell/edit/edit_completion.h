/*
 * edit_completion.h - what library editors share to complete and to list
 *
 * Part of each module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_COMPLETION_H
#define JSH_EDIT_EDIT_COMPLETION_H

#include <stdbool.h>

#include "edit/editor.h"

void edit_completion_fini(struct edit_completion *completion);

/* Bytes of TEXT that fit in *WIDTH columns, which becomes what they take. */
size_t edit_text_fit(const char *text, size_t *width);

/* Screen columns that TEXT takes. */
size_t edit_text_width(const char *text);

/* The widest candidate's. */
size_t edit_completion_width(const struct edit_completion *completion);

/* Is there room to tell about each candidate, a row for each? */
bool edit_completion_has_room(
    const struct edit_completion *completion, int rows, int columns);

/* A candidate's row, with what is about it, cut to fit COLUMNS; WIDTH is the
 * widest candidate's; heap. */
char *edit_completion_row(
    const struct edit_candidate *candidate, size_t width, int columns);

/* All of them for a screen of that size: in such rows if there is room, else in
 * columns; each row ends in "\r\n". Heap. */
char *edit_completion_list(
    const struct edit_completion *completion, int rows, int columns);

#endif
