/*
 * lex_builder.h - the parts of a word that is being read, one after the other
 *
 * Shared by the files that read words, and by nobody else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_LEX_BUILDER_H
#define JSH_SYNTAX_LEX_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "syntax/lex_word.h"
#include "syntax/parser.h"

struct builder {
	struct parser *p;
	enum word_place place;
	const struct word_part *first;
	struct word_part *last;
	size_t mark;    /* where the literal text begins in p->scratch */
	int parens;     /* open ones, in PLACE_ARITH */
	bool in_quotes; /* where they do not count */
};

/* PART is the next one. */
static inline void builder_append(struct builder *b, struct word_part *part)
{
	if (b->last)
		b->last->next = part;
	else
		b->first = part;
	b->last = part;
}

/* The literal text so far becomes a part. */
static inline void builder_flush(struct builder *b)
{
	struct word_part *part;

	if (b->p->scratch.len == b->mark)
		return;
	part = lex_part_new(b->p, PART_LITERAL);
	part->u.text = lex_take_text(b->p, b->mark);
	builder_append(b, part);
}

/* Are quotes quotes there, single ones too? */
static inline bool lex_quotes_in(enum word_place place)
{
	return place == PLACE_WORD || place == PLACE_BRACE;
}

/* Text up to one of the two bytes in ENDS is added to the scratch stack;
 * returns which of them is next, or INPUT_END. */
int lex_take_until(struct parser *p, const char ends[3]);

/*
 * Each takes what the next byte begins, and adds a part, or text if it is nothing
 * special after all. False after a syntax error.
 */
bool lex_add_escape(struct builder *b);        /* \ */
bool lex_add_single(struct builder *b);        /* ' */
bool lex_add_dollar_single(struct builder *b); /* ' after $ */
bool lex_add_double(struct builder *b);        /* " */
bool lex_add_dollar(struct builder *b);        /* $ */
bool lex_add_backquotes(struct builder *b);    /* ` */

#endif
