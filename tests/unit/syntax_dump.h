/*
 * syntax_dump.h - for the tests of shell/syntax: trees as text
 *
 * Not by unparse, which is itself tested, but in a notation that shows every
 * member of a node:
 *
 *   (a b)               a simple command
 *   x=1  2>:f  <<:E{..} in it: assignment, redirection, here-document
 *   [pipe (a) (b)]      [! ..] [and ..] [or ..] [group ..] [sub ..] [if ..]
 *   [list (a); (b)&]
 *
 * and in words: <\a> <'a'> <$'a'> <"a"> <$x> <{x:-a}> <{#x}> <{bad x|!y}>
 * <$((a))> for $(a), <`(a)`>, <((1))>.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_TESTS_SYNTAX_DUMP_H
#define JSH_TESTS_SYNTAX_DUMP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "syntax/ast.h"
#include "syntax/source.h"

/* With LINES, each node and word has @LINE behind it. */
void dump_node(struct strbuf *sb, const struct node *node, bool lines);
void dump_word(struct strbuf *sb, const struct word *word, bool lines);

/*
 * Parse all that SOURCE has and append a line for each command, empty ones
 * left out; for an error `LINE:COLUMN: MESSAGE`, with ` (at end)` behind it
 * when more input could help. Ends at the first error if STOP.
 */
void dump_source(
    struct strbuf *sb, const struct source *source, bool lines, bool stop);

/* The same for TEXT; the result is for free(). */
char *dump_text(const char *text);

/* A source that hands over PIECE bytes at a time. */
struct pieces {
	const char *text;
	size_t len;
	size_t used;
	size_t piece;
};
struct source pieces_source(
    struct pieces *pieces, const char *text, size_t len, size_t piece);

#endif
