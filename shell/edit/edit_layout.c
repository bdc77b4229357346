/*
 * edit_layout.c - where on the screen a text ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_layout.h"

#include <stdlib.h>
#include <wchar.h>

#include "edit/edit_prompt.h"

void edit_place_advance(struct edit_place *at, int width, int columns)
{
	if (width > 1 && at->column + width > columns) {
		at->row++;
		at->column = 0;
	}
	at->column += width;
	if (at->column >= columns) {
		at->row++;
		at->column = 0;
	}
}

bool edit_place_pass(struct edit_place *at, const char *text, int columns)
{
	mbstate_t state = { 0 };
	bool hidden = false;

	while (*text) {
		wchar_t c;
		size_t len = mbrtowc(&c, text, MB_CUR_MAX, &state);

		if (len == (size_t)-1 || len == (size_t)-2)
			return false;
		if (*text == PROMPT_HIDE || *text == PROMPT_SHOW)
			hidden = *text == PROMPT_HIDE;
		else if (!hidden && wcwidth(c) < 0)
			return false;
		else if (!hidden)
			edit_place_advance(at, wcwidth(c), columns);
		text += len;
	}
	return true;
}
