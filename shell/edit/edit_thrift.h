/*
 * edit_thrift.h - what a library writes to the screen, said in fewer bytes
 *
 * For terminals that obey the sequences of ECMA-48. Part of the readline module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_THRIFT_H
#define JSH_EDIT_EDIT_THRIFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* A line on the screen, and the cursor in it. */
struct edit_drawn {
	bool
	    is_known; /* nothing but the prompt and the line is there, as it is */
	struct strbuf line;
	size_t cursor; /* a byte of LINE */
};

/*
 * TEXT is to be written to a screen of COLUMNS columns, and makes AFTER of BEFORE,
 * both of which begin in the column START. When characters are typed or deleted
 * inside the line, and it stands in one row, have the terminal move what is behind
 * them, which is not written again.
 */
void edit_thrift_tail(struct strbuf *text, const struct edit_drawn *before,
    const struct edit_drawn *after, int start, int columns);

/* Have one sequence move the cursor in TEXT where there are many for a column
 * each. */
void edit_thrift_moves(struct strbuf *text);

#endif
