/*
 * edit_undo.h - what a line was before, step by step
 *
 * For a library that cannot take changes back. Characters that are typed one
 * after another are one step, up to twenty of them, as with readline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_UNDO_H
#define JSH_EDIT_UNDO_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

struct edit_undo_state {
	wchar_t *text; /* heap */
	size_t len;
	size_t cursor;
};

/* Zero it. */
struct edit_undo {
	struct edit_undo_state *states; /* oldest first; the last is the present
					   one */
	size_t count, cap;
	size_t typed; /* so many characters make the present one's step */
};

/* Before each key: the line is TEXT now. */
void edit_undo_note(
    struct edit_undo *undo, const wchar_t *text, size_t len, size_t cursor);

/* Go one step back: what the line is to be, borrowed until the next call. NULL:
 * nothing was changed. */
const struct edit_undo_state *edit_undo_back(struct edit_undo *undo);

/* Forget all. */
void edit_undo_reset(struct edit_undo *undo);

#endif
