/*
 * unparse.h - trees back into text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_UNPARSE_H
#define JSH_SYNTAX_UNPARSE_H

#include "base/strbuf.h"
#include "syntax/ast.h"

/*
 * Append NODE on one line, as a job's text shows it: `sleep 9 | cat`,
 * `for i in 1 2; do echo $i; done`. Here-document bodies are left out.
 */
void unparse_line(struct strbuf *sb, const struct node *node);

/*
 * Append NODE so that it can be read back to the same tree, here-documents
 * included; for functions (`type`, `set`) and the round-trip tests.
 */
void unparse_program(struct strbuf *sb, const struct node *node);

/* Append one word as it was quoted. */
void unparse_word(struct strbuf *sb, const struct word *word);

/* Append S so that it reads back as one word: bare if it is safe, else in
 * single quotes, or in $'...' when it holds control characters. */
void unparse_quoted(struct strbuf *sb, const char *s);

#endif
