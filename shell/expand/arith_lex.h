/*
 * arith_lex.h - the tokens of an arithmetic expression
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_ARITH_LEX_H
#define JSH_EXPAND_ARITH_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum arith_token_type {
	ARITH_END,
	ARITH_NUMBER,
	ARITH_NAME,
	ARITH_BINARY,     /* and the "+" and "-" before a value */
	ARITH_ASSIGN,     /* =, or a binary operator and = */
	ARITH_NOT,        /* ! */
	ARITH_COMPLEMENT, /* ~ */
	ARITH_INCREMENT,  /* ++ */
	ARITH_DECREMENT,  /* -- */
	ARITH_QUESTION,
	ARITH_COLON,
	ARITH_COMMA,
	ARITH_OPEN,
	ARITH_CLOSE,
	ARITH_BAD_NUMBER, /* 08, 1x */
	ARITH_TOO_LARGE,  /* a constant above 2^63 */
	ARITH_BAD,        /* a character that begins no token */
};

/* In the order of arith_precedence's table. */
enum arith_op {
	OP_NONE, /* of a plain "=" */
	OP_OR_ELSE,
	OP_AND_THEN,
	OP_OR,
	OP_XOR,
	OP_AND,
	OP_EQUAL,
	OP_UNEQUAL,
	OP_LESS,
	OP_LESS_EQUAL,
	OP_GREATER,
	OP_GREATER_EQUAL,
	OP_SHIFT_LEFT,
	OP_SHIFT_RIGHT,
	OP_ADD,
	OP_SUBTRACT,
	OP_MULTIPLY,
	OP_DIVIDE,
	OP_REMAINDER,
};

struct arith_token {
	enum arith_token_type type;
	enum arith_op op; /* BINARY, ASSIGN */
	uintmax_t number; /* NUMBER: at most 2^63, which only "-" takes */
	const char *text; /* where it begins; borrowed from the expression */
	size_t len;
};

/* The token at S, after blanks and double quotes. */
struct arith_token arith_lex(const char *s);

/* Read an integer constant of C at S: decimal, 0 octal, 0x hexadecimal.
 * Returns its length, with all letters and digits that follow it, and NUMBER,
 * BAD_NUMBER or TOO_LARGE. */
size_t arith_number(
    const char *s, uintmax_t *number, enum arith_token_type *type);

#endif
