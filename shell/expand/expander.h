/*
 * expander.h - from the parts of a word to text in the middle of its expansion
 *
 * For the files of this folder; everybody else uses expand.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_EXPANDER_H
#define JSH_EXPAND_EXPANDER_H

#include <stdbool.h>

#include "expand/xtext.h"
#include "state/shell.h"
#include "syntax/word.h"

enum tilde_place {
	TILDE_NONE,        /* in double quotes and here-documents */
	TILDE_BEGINNING,   /* where the word begins */
	TILDE_ASSIGNMENT,  /* and after each ":" */
	TILDE_DECLARATION, /* after the first "=" and each ":" that follows */
};

struct expander {
	struct shell *sh;
	struct xtext text;
	bool fields;   /* "$@" makes fields; otherwise all is one text */
	bool vanished; /* a quoted "$@" without parameters was met */
};

void expander_init(struct expander *x, struct shell *sh, bool fields);
void expander_fini(struct expander *x);

/* Append WORD (NULL: nothing). Its unquoted literals are KIND; QUOTED says
 * that all of it is. False after an error, which was reported. */
bool expander_add_word(struct expander *x, const struct word *word,
    enum xtext_kind kind, enum tilde_place tilde);

/* What was expanded, as plain text or as a pattern in which quoted characters
 * are escaped, in the command arena. */
char *expander_text(const struct expander *x);
char *expander_pattern(const struct expander *x);

#endif
