/*
 * lex_word.h - a word into its parts, while it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_LEX_WORD_H
#define JSH_SYNTAX_LEX_WORD_H

#include <stddef.h>

#include "syntax/word.h"

struct parser;

/* Where the parts stand: what is special there, and what ends them. */
enum word_place {
	PLACE_WORD,         /* a token: up to a blank or an operator */
	PLACE_BRACE,        /* ${x:-here}: up to }; quotes are quotes */
	PLACE_DOUBLE,       /* "here" */
	PLACE_BRACE_DOUBLE, /* "${x:-here}": single quotes are text */
	PLACE_HERE,         /* a here-document: the whole input */
	PLACE_ARITH,        /* $((here)) */
};

/* The place inside ${name OP here} that stands in PLACE. */
enum word_place lex_place_in_braces(enum word_place place, enum param_op op);

/* In double quotes, so that `\"` inside backquotes is a double quote? */
bool lex_place_is_double(enum word_place place);

/* The word that the next byte begins. Never NULL. */
struct word *lex_word(struct parser *p, int line);

/* The parts from the next byte on, up to what ends PLACE, which is not
 * consumed, or the end of the input. NULL if there are none. */
const struct word_part *lex_parts(struct parser *p, enum word_place place);

/* A word in the arena of the program. */
struct word *word_new(
    struct parser *p, const struct word_part *parts, int line);

/* A part of TYPE, the rest zero. */
struct word_part *lex_part_new(struct parser *p, enum part_type type);

/* What is on the scratch stack above MARK, which is taken off it. */
struct text lex_take_text(struct parser *p, size_t mark);

#endif
