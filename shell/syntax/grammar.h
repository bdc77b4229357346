/*
 * grammar.h - the parts of the grammar that call each other
 *
 * Each function begins at the next token and leaves the one after its part.
 * Each may return NULL when the parser has failed.
 *
 * POSIX.1-2024 XCU 2.10.2 Shell Grammar Rules.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_GRAMMAR_H
#define JSH_SYNTAX_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>

#include "syntax/ast.h"
#include "syntax/lexer.h"

struct parser;

struct node *grammar_node(struct parser *p, enum node_type type, int line);

/* Zero or more newlines; the token behind them is looked at as HOW says. */
void grammar_newlines(struct parser *p, enum look how);

/* Any number of and-or lists; NULL for none. A LINE ends at a newline, which
 * is left; otherwise newlines separate as well, and may come first. */
struct node *grammar_list(struct parser *p, bool line);

/* One command of a pipeline, with its redirections. */
struct node *grammar_command(struct parser *p);

/* Does TOKEN begin a compound command, where a command may stand? */
bool grammar_is_compound(const struct token *token);
struct node *grammar_compound(struct parser *p);

/* Redirections behind a compound command, put into NODE. */
void grammar_redirections(struct parser *p, struct node *node);

/* The items of p->stack above MARK, in an array that ends with NULL; they are
 * taken off the stack. */
const struct word *const *grammar_take_words(
    struct parser *p, size_t mark, size_t *count);

#endif
