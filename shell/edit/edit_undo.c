/*
 * edit_undo.c - what a line was before, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_undo.h"

#include <stdlib.h>

#include "base/mem.h"

enum { TYPED_MAX = 20 };

static struct edit_undo_state *present(const struct edit_undo *undo)
{
	return undo->count ? &undo->states[undo->count - 1] : NULL;
}

static struct edit_undo_state *add(struct edit_undo *undo)
{
	struct edit_undo_state *state;

	if (!undo->states || undo->count == undo->cap) {
		undo->cap = undo->cap ? undo->cap * 2 : 16;
		undo->states = xreallocarray(
		    undo->states, undo->cap, sizeof *undo->states);
	}
	state = &undo->states[undo->count++];
	state->text = NULL;
	return state;
}

static void drop(struct edit_undo *undo)
{
	free(undo->states[--undo->count].text);
}

/* The state that the line's new one takes the place of, or a new one. */
static struct edit_undo_state *next(
    struct edit_undo *undo, size_t len, size_t cursor)
{
	struct edit_undo_state *state = present(undo);
	bool typed =
	    state && len == state->len + 1 && cursor == state->cursor + 1;

	if (!typed || !undo->typed || undo->typed == TYPED_MAX) {
		undo->typed = typed;
		return add(undo);
	}
	undo->typed++;
	return state;
}

void edit_undo_note(
    struct edit_undo *undo, const wchar_t *text, size_t len, size_t cursor)
{
	struct edit_undo_state *state = present(undo);

	if (state && state->len == len &&
	    wmemcmp(state->text, text, len) == 0) {
		if (state->cursor != cursor)
			undo->typed = 0;
		state->cursor = cursor;
		return;
	}
	state = next(undo, len, cursor);
	state->text = xreallocarray(state->text, len + 1, sizeof *state->text);
	wmemcpy(state->text, text, len);
	state->text[len] = L'\0';
	state->len = len;
	state->cursor = cursor;
}

const struct edit_undo_state *edit_undo_back(struct edit_undo *undo)
{
	if (undo->count < 2)
		return NULL;
	drop(undo);
	undo->typed = 0;
	return present(undo);
}

void edit_undo_reset(struct edit_undo *undo)
{
	while (undo->count)
		drop(undo);
	free(undo->states);
	*undo = (struct edit_undo){ .count = 0 };
}
