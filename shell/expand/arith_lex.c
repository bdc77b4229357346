/*
 * arith_lex.c - the tokens of an arithmetic expression
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/arith_lex.h"

#include "base/ascii.h"

static const struct symbol {
	char text[4];
	enum arith_token_type type;
	enum arith_op op;
} symbols[] = {
	/* Longer ones first; those that are common before the others, as the
	 * list is searched from here. */
	{ "++", ARITH_INCREMENT, OP_ADD },
	{ "+=", ARITH_ASSIGN, OP_ADD },
	{ "+", ARITH_BINARY, OP_ADD },
	{ "--", ARITH_DECREMENT, OP_SUBTRACT },
	{ "-=", ARITH_ASSIGN, OP_SUBTRACT },
	{ "-", ARITH_BINARY, OP_SUBTRACT },
	{ "*=", ARITH_ASSIGN, OP_MULTIPLY },
	{ "*", ARITH_BINARY, OP_MULTIPLY },
	{ "(", ARITH_OPEN, OP_NONE },
	{ ")", ARITH_CLOSE, OP_NONE },
	{ "<<=", ARITH_ASSIGN, OP_SHIFT_LEFT },
	{ "<<", ARITH_BINARY, OP_SHIFT_LEFT },
	{ "<=", ARITH_BINARY, OP_LESS_EQUAL },
	{ "<", ARITH_BINARY, OP_LESS },
	{ "==", ARITH_BINARY, OP_EQUAL },
	{ "=", ARITH_ASSIGN, OP_NONE },
	{ "/=", ARITH_ASSIGN, OP_DIVIDE },
	{ "/", ARITH_BINARY, OP_DIVIDE },
	{ "%=", ARITH_ASSIGN, OP_REMAINDER },
	{ "%", ARITH_BINARY, OP_REMAINDER },
	{ ">>=", ARITH_ASSIGN, OP_SHIFT_RIGHT },
	{ ">>", ARITH_BINARY, OP_SHIFT_RIGHT },
	{ ">=", ARITH_BINARY, OP_GREATER_EQUAL },
	{ ">", ARITH_BINARY, OP_GREATER },
	{ "!=", ARITH_BINARY, OP_UNEQUAL },
	{ "!", ARITH_NOT, OP_NONE },
	{ "&&", ARITH_BINARY, OP_AND_THEN },
	{ "&=", ARITH_ASSIGN, OP_AND },
	{ "&", ARITH_BINARY, OP_AND },
	{ "||", ARITH_BINARY, OP_OR_ELSE },
	{ "|=", ARITH_ASSIGN, OP_OR },
	{ "|", ARITH_BINARY, OP_OR },
	{ "^=", ARITH_ASSIGN, OP_XOR },
	{ "^", ARITH_BINARY, OP_XOR },
	{ "?", ARITH_QUESTION, OP_NONE },
	{ ":", ARITH_COLON, OP_NONE },
	{ ",", ARITH_COMMA, OP_NONE },
	{ "~", ARITH_COMPLEMENT, OP_NONE },
};

size_t arith_number(
    const char *s, uintmax_t *number, enum arith_token_type *type)
{
	const uintmax_t limit = (uintmax_t)INTMAX_MAX + 1;
	unsigned base = 10;
	size_t len = 0;

	if (s[0] == '0' && (s[1] == 'x' || s[1] == 'X')) {
		base = 16;
		len = 2;
	} else if (s[0] == '0') {
		base = 8;
	}
	*number = 0;
	*type = is_name_char(s[len]) ? ARITH_NUMBER : ARITH_BAD_NUMBER;
	for (; is_name_char(s[len]); len++) {
		unsigned digit = (unsigned)digit_value(s[len]);

		if (digit >= base)
			*type = ARITH_BAD_NUMBER;
		else if (*type == ARITH_NUMBER && *number >= limit / 16 &&
			 *number > (limit - digit) / base) /* slow */
			*type = ARITH_TOO_LARGE;
		else
			*number = *number * base + digit;
	}
	return len;
}

struct arith_token arith_lex(const char *s)
{
	struct arith_token token = { ARITH_BAD, OP_NONE, 0, NULL, 1 };

	/* $(( "$x" + 1 )): quotes are no part of the expression. */
	while (is_space(*s) || *s == '"')
		s++;
	token.text = s;
	if (!*s) {
		token.type = ARITH_END;
		token.len = 0;
		return token;
	}
	if (is_digit(*s)) {
		token.len = arith_number(s, &token.number, &token.type);
		return token;
	}
	if (is_name_char(*s)) {
		token.type = ARITH_NAME;
		while (is_name_char(s[token.len]))
			token.len++;
		return token;
	}
	for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
		const char *text = symbols[i].text;
		size_t len = 0;

		while (text[len] && s[len] == text[len])
			len++;
		if (!text[len]) {
			token.type = symbols[i].type;
			token.op = symbols[i].op;
			token.len = len;
			break;
		}
	}
	return token;
}
