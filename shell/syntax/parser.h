/*
 * parser.h - the state of a parser, for the files that make it up
 *
 * The lexer makes one token at a time; a word is parsed into its parts while
 * it is read, and a command substitution in it by the parser again, so the two
 * call each other. Each such step, and each compound command, counts in the
 * depth, which is limited.
 *
 * A failure is recorded once, in the parser (syntax_error.h). From then on
 * every token is TOKEN_ERROR, so that loops end, and every function returns
 * what it has, which nobody uses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_PARSER_H
#define JSH_SYNTAX_PARSER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "syntax/input.h"
#include "syntax/lexer.h"
#include "syntax/parse.h"

enum {
	/* Levels of nesting. Unless instrumented, one takes less than 1 KiB
	 * of C stack; a command substitution counts as two. */
	DEPTH_LIMIT = 500,
};

/* A here-document whose body begins after the next newline. */
struct pending_here {
	struct redir *redir;
	const char *delimiter;
	bool quoted;
	struct pending_here *next;
};

struct parser {
	struct input *in;    /* &text, or that of a substitution */
	struct arena *arena; /* of the program that is being built */
	struct token token;  /* the next one, if has_token */
	bool has_token;
	struct pending_here *heres; /* in the order of their operators */
	int depth;
	size_t reparsed;       /* bytes of "$((" that was not arithmetic */
	struct strbuf scratch; /* text being put together; a stack */
	struct vec stack;      /* items being put together; a stack */

	bool by_command; /* see parser_count_by_command() */
	int first_line;  /* of the command */

	bool failed;   /* nothing more comes of this command */
	bool too_deep; /* that is why */
	struct syntax_error error;
	size_t error_line_start;
	struct strbuf message;       /* behind error.message */
	struct syntax_error warning; /* its message is NULL if there is none */
	struct strbuf warning_text;  /* behind warning.message */
	struct strbuf line;          /* behind error.source_line */

	struct input text;
	struct source source;
	struct arena aliases; /* values being read; outlive a command */
};

/* For parser_new() and for parsing text in memory. */
void parser_init(struct parser *p, struct arena *arena);
void parser_fini(struct parser *p);

/* One level deeper; false, and failed, at the limit. Not undone by failure. */
bool parser_enter(struct parser *p);
void parser_leave(struct parser *p);

/*
 * The commands up to the end of the input, or up to the ")" of the command
 * substitution that began on LINE, which is consumed. NULL if there are none.
 */
const struct node *parse_to_end(struct parser *p);
const struct node *parse_to_paren(struct parser *p, int line);

#endif
