/*
 * lexer.h - text into tokens
 *
 * POSIX.1-2024 XCU 2.3 Token Recognition, 2.10.1 Shell Grammar Lexical
 * Conventions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_LEXER_H
#define JSH_SYNTAX_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "syntax/ast.h"
#include "syntax/reserved.h"

struct parser;

enum token_type {
	TOKEN_ERROR, /* the parser has failed */
	TOKEN_END,   /* end of input */
	TOKEN_NEWLINE,
	TOKEN_WORD,
	TOKEN_IO_NUMBER,
	TOKEN_REDIRECTION, /* see redir */
	TOKEN_AND_IF,
	TOKEN_OR_IF,
	TOKEN_PIPE,
	TOKEN_AMPERSAND,
	TOKEN_SEMICOLON,
	TOKEN_CASE_BREAK, /* ;; */
	TOKEN_CASE_NEXT,  /* ;& */
	TOKEN_LPAREN,
	TOKEN_RPAREN,
};

struct token {
	enum token_type type;
	int line;
	int column;
	size_t line_start;     /* for the text of its line */
	enum redir_type redir; /* TOKEN_REDIRECTION */
	int number;            /* TOKEN_IO_NUMBER */

	/* The rest is for TOKEN_WORD. */
	struct word *word;
	const char *literal;    /* word_literal(word) */
	enum reserved reserved; /* if it stands where one may */
	bool after_blank;       /* after an alias that ended in a blank */
	bool looked_up;         /* and found to be no alias */
};

/* What the grammar allows where a token stands. */
enum look {
	LOOK_WORD,    /* any word */
	LOOK_KEYWORD, /* a reserved word */
	LOOK_NAME,    /* a command name, which may be an alias */
	LOOK_COMMAND, /* a reserved word or such a name */
};

/*
 * The next token, not consumed, after alias substitution as HOW allows. It is
 * valid until it is consumed.
 */
const struct token *lexer_look(struct parser *p, enum look how);

/* Consume the token that was looked at. The bodies of here-documents are read
 * as soon as a TOKEN_NEWLINE is looked at. */
void lexer_next(struct parser *p);

/* The operator as it is written. */
const char *redir_text(enum redir_type type);

/* The operator; "" for other tokens and redirections. */
const char *token_type_text(enum token_type type);

/* The length of the name at the start of S; 0 if there is none. */
size_t name_length(const char *s);

#endif
