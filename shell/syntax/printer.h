/*
 * printer.h - what the two halves of unparsing share
 *
 * unparse.c prints commands, unparse_word.c words; each holds the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_PRINTER_H
#define JSH_SYNTAX_PRINTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "syntax/ast.h"

struct printer {
	struct strbuf *sb;
	bool with_heres; /* print here-documents with their bodies */
	bool many_lines; /* a line for each command, indented */
	int indent;

	/* Here-documents whose bodies are due at the next newline are those
	 * from HERE_FIRST on; the earlier ones are for lines further out. */
	const struct redir **heres;
	size_t here_first;
	size_t here_count;
	size_t here_cap;
};

void print_node(struct printer *pr, const struct node *node);

/* The commands of a substitution: on one line unless here-documents forbid. */
void print_inner(struct printer *pr, const struct node *node);

void print_word(struct printer *pr, const struct word *word);

/* A here-document: its body, and the line that ends it. */
void print_here(struct printer *pr, const struct redir *redir);

#endif
