/*
 * parse.h - text into trees, one complete command at a time
 *
 * Re-entrant: no globals, no exit, no output. Errors are data.
 *
 * POSIX.1-2024 XCU 2.3 Token Recognition, 2.10 Shell Grammar.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_PARSE_H
#define JSH_SYNTAX_PARSE_H

#include "syntax/ast.h"
#include "syntax/source.h"

enum parse_result {
	PARSE_COMMAND,     /* *program is the caller's; its body may be NULL
			      after an empty line */
	PARSE_END,         /* no more input */
	PARSE_ERROR,       /* see parser_error() */
	PARSE_INTERRUPTED, /* the source was interrupted; start afresh */
};

struct syntax_error {
	int line;   /* from 1; 0: see parser_count_by_command() */
	int column; /* from 1, in bytes; 0 when it is not known */
	/* One clause, as in `unexpected ")"` or
	 * `expected "fi" to match "if" on line 3`. No newline. */
	const char *message;
	/* The source line that holds it, without its newline; may be NULL. */
	const char *source_line;
	bool at_end; /* more input could have completed it */
};

struct parser;

/* SOURCE is copied; its ctx must outlive the parser. FIRST_LINE is usually 1. */
struct parser *parser_new(const struct source *source, int first_line);
void parser_free(struct parser *parser); /* NULL is allowed */

/* From now on errors count lines from the first one of their command, and name
 * none when they are on that one: for text that is typed. */
void parser_count_by_command(struct parser *parser);

/*
 * Parse the next complete command: up to the newline that ends it, with the
 * bodies of its here-documents. No byte after that newline is consumed, so a
 * child that shares the input gets the next line. After PARSE_ERROR or
 * PARSE_INTERRUPTED the rest of the line is dropped and parsing may go on.
 */
enum parse_result parser_next(struct parser *parser, struct program **program);

/* Valid after PARSE_ERROR until the next parser_next(). */
const struct syntax_error *parser_error(const struct parser *parser);

/* Valid after PARSE_COMMAND: what the command was accepted with though it is no
 * doubt a mistake, or NULL. */
const struct syntax_error *parser_warning(const struct parser *parser);

/*
 * Parse TEXT as if it stood in double quotes (PS1, ENV, here-document text):
 * parameter, command and arithmetic expansions, no fields. NULL on an error.
 */
const struct word *parse_quoted_text(
    struct arena *arena, const char *text, size_t len);

#endif
