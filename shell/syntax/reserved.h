/*
 * reserved.h - the reserved words of the language
 *
 * POSIX.1-2024 XCU 2.4 Reserved Words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_RESERVED_H
#define JSH_SYNTAX_RESERVED_H

#include <stddef.h>

enum reserved {
	RESERVED_NONE, /* an ordinary word */
	RESERVED_BANG,
	RESERVED_LBRACE,
	RESERVED_RBRACE,
	RESERVED_CASE,
	RESERVED_DO,
	RESERVED_DONE,
	RESERVED_ELIF,
	RESERVED_ELSE,
	RESERVED_ESAC,
	RESERVED_FI,
	RESERVED_FOR,
	RESERVED_IF,
	RESERVED_IN,
	RESERVED_THEN,
	RESERVED_TIME, /* POSIX lets it be one */
	RESERVED_UNTIL,
	RESERVED_WHILE,
};

/* Which reserved word are the LEN bytes at S, where one may stand? */
enum reserved reserved_find(const char *s, size_t len);

/* How it is written; "" for RESERVED_NONE. */
const char *reserved_text(enum reserved reserved);

#endif
