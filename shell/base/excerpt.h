/*
 * excerpt.h - a line of text with a caret under a place in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_EXCERPT_H
#define JSH_BASE_EXCERPT_H

#include <stddef.h>

#include "base/strbuf.h"

/*
 * Add LINE (without a newline) and below it a caret under the byte with index
 * AT, which may be LINE's end: two lines for a terminal, made safe. Tabs are
 * shown as blanks; of a long line only what surrounds the place.
 */
void excerpt_add(struct strbuf *sb, const char *line, size_t at);

/* The column of that byte, from 1, counted in characters. */
int excerpt_column(const char *line, size_t at);

#endif
