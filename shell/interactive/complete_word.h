/*
 * complete_word.h - one word of a line that is not finished
 *
 * The parser wants whole commands; completion looks at the beginning of one. So
 * this reads a word as far as it goes, and keeps what it takes to replace a
 * part of it: where that part begins, and which quotes are open there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_WORD_H
#define JSH_INTERACTIVE_COMPLETE_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum complete_quote {
	COMPLETE_QUOTE_NONE,
	COMPLETE_QUOTE_SINGLE, /* '...' */
	COMPLETE_QUOTE_DOUBLE, /* "..." */
	COMPLETE_QUOTE_DOLLAR, /* $'...' */
};

/* A place in a word. */
struct complete_mark {
	size_t at;      /* in the line */
	size_t decoded; /* in the word's text */
	enum complete_quote quote;
};

struct complete_word {
	struct strbuf text;          /* without quotes, variables replaced */
	struct complete_mark begin;  /* of the word, ... */
	struct complete_mark slash;  /* ... behind its last / (else BEGIN), */
	struct complete_mark equals; /* behind its first = outside of quotes, */
	struct complete_mark colon;  /* behind its last : outside of quotes */
	struct complete_mark end;
	bool quoted;  /* some of it */
	bool unknown; /* has a part that only running it tells */
};

/* The line, as far as the cursor. */
struct complete_text {
	const char *s;
	size_t len;
	/* The value of a variable, or NULL */
	const char *(*get)(void *ctx, const char *name);
	void *ctx;
};

enum complete_word_end {
	COMPLETE_WORD_WHOLE,    /* END is behind it, maybe the line's end */
	COMPLETE_WORD_NESTED,   /* END is behind $( or ` */
	COMPLETE_WORD_VARIABLE, /* the line ends in $NAME: END is behind $ */
	COMPLETE_WORD_BRACED,   /* the same with ${NAME */
	COMPLETE_WORD_OPAQUE,   /* the line ends where nothing can be told */
};

void complete_word_init(struct complete_word *word, size_t at);
void complete_word_fini(struct complete_word *word);

/*
 * Read on from word->end. After COMPLETE_WORD_NESTED the caller reads the
 * commands in there, sets word->end.at behind them, and calls again. With
 * IN_BACKQUOTES a ` ends the word.
 */
enum complete_word_end complete_word_read(struct complete_word *word,
    const struct complete_text *text, bool in_backquotes);

/* Is it NAME=...? */
bool complete_word_assigns(const struct complete_word *word);

#endif
