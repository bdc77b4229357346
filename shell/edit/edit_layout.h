/*
 * edit_layout.h - where on the screen a text ends
 *
 * Part of each module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_LAYOUT_H
#define JSH_EDIT_EDIT_LAYOUT_H

#include <stdbool.h>

/* Counted from where the prompt begins; column is less than the screen has */
struct edit_place {
	int row;
	int column;
};

/* Go over a character of that WIDTH; one that does not fit in the row is put
 * into the next, as libraries and terminals do. */
void edit_place_advance(struct edit_place *at, int width, int columns);

/* Go over TEXT, in which nothing between PROMPT_HIDE and PROMPT_SHOW takes room.
 * False when it cannot be told how wide it is: it has control characters, or
 * bytes that are no character. */
bool edit_place_pass(struct edit_place *at, const char *text, int columns);

#endif
