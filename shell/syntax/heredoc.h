/*
 * heredoc.h - the bodies of here-documents
 *
 * POSIX.1-2024 XCU 2.7.4 Here-Document.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_HEREDOC_H
#define JSH_SYNTAX_HEREDOC_H

#include "base/strbuf.h"
#include "syntax/ast.h"

struct parser;

/* Append the line that ends the body of REDIR: its word after quote removal,
 * and after the removal of tabs for <<-. */
void heredoc_delimiter(struct strbuf *sb, const struct redir *redir);

/* REDIR is one whose body begins after the next newline. */
void heredoc_add(struct parser *p, struct redir *redir);

/* Read the bodies of all that wait; the next byte is the first of a line.
 * One that is cut short by the end of the input is what there is of it. */
void heredoc_read_all(struct parser *p);

#endif
