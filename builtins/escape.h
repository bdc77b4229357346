/*
 * escape.h - backslash escapes of echo -e and printf
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_ESCAPE_H
#define JSH_BUILTINS_ESCAPE_H

#include <stdbool.h>

#include "base/strbuf.h"

enum escape_style {
	ESCAPE_FORMAT, /* printf's format: \ddd, and \c is no escape */
	ESCAPE_TEXT,   /* printf %b, echo -e: \0ddd too, and \c ends output */
};

/*
 * Decode the escape whose backslash TEXT begins with, and append what it means
 * to SB; one that is not known stands for itself. Returns what follows it;
 * NULL after \c.
 */
const char *escape_decode(
    struct strbuf *sb, const char *text, enum escape_style style);

/* Append all of TEXT, decoded. False if \c ended it early. */
bool escape_decode_all(struct strbuf *sb, const char *text);

#endif
