/*
 * complete_quote.h - text quoted so that it can stand in a half-typed word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_QUOTE_H
#define JSH_INTERACTIVE_COMPLETE_QUOTE_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "interactive/complete_word.h"

/* What the text is put into. */
struct complete_frame {
	enum complete_quote from; /* the quotes open before it */
	enum complete_quote to;   /* those to be open behind it */
	bool begins_word;         /* nothing of the word is before it */
};

/*
 * Append TEXT so that the shell reads it back as it is, whatever bytes it has:
 * control characters and invalid ones go into $'...', so nothing that a
 * terminal or an editor takes for a command comes into the line.
 */
void complete_quote(
    struct strbuf *sb, const char *text, const struct complete_frame *frame);

/* What closes QUOTE: "'", "\"" or "". */
const char *complete_quote_end(enum complete_quote quote);

#endif
