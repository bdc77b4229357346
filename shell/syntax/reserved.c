/*
 * reserved.c - the reserved words of the language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/reserved.h"

#include <string.h>

static const char texts[][6] = {
	[RESERVED_NONE] = "",
	[RESERVED_BANG] = "!",
	[RESERVED_LBRACE] = "{",
	[RESERVED_RBRACE] = "}",
	[RESERVED_CASE] = "case",
	[RESERVED_DO] = "do",
	[RESERVED_DONE] = "done",
	[RESERVED_ELIF] = "elif",
	[RESERVED_ELSE] = "else",
	[RESERVED_ESAC] = "esac",
	[RESERVED_FI] = "fi",
	[RESERVED_FOR] = "for",
	[RESERVED_IF] = "if",
	[RESERVED_IN] = "in",
	[RESERVED_THEN] = "then",
	[RESERVED_TIME] = "time",
	[RESERVED_UNTIL] = "until",
	[RESERVED_WHILE] = "while",
};

static enum reserved is_one(enum reserved which, const char *s, size_t len)
{
	const char *text = texts[which];

	return strncmp(text, s, len) == 0 && text[len] == '\0' ? which
							       : RESERVED_NONE;
}

/* Decided by the first letters, because every command name comes by. */
enum reserved reserved_find(const char *s, size_t len)
{
	if (len == 0 || len > 5)
		return RESERVED_NONE;
	switch (s[0]) {
	case '!':
		return is_one(RESERVED_BANG, s, len);
	case '{':
		return is_one(RESERVED_LBRACE, s, len);
	case '}':
		return is_one(RESERVED_RBRACE, s, len);
	case 'c':
		return is_one(RESERVED_CASE, s, len);
	case 'd':
		return is_one(len > 2 ? RESERVED_DONE : RESERVED_DO, s, len);
	case 'e':
		if (len > 1 && s[1] == 's')
			return is_one(RESERVED_ESAC, s, len);
		return is_one(
		    len > 3 && s[2] == 'i' ? RESERVED_ELIF : RESERVED_ELSE, s,
		    len);
	case 'f':
		return is_one(len > 2 ? RESERVED_FOR : RESERVED_FI, s, len);
	case 'i':
		if (len > 1 && s[1] == 'n')
			return is_one(RESERVED_IN, s, len);
		return is_one(RESERVED_IF, s, len);
	case 't':
		return is_one(
		    len > 1 && s[1] == 'i' ? RESERVED_TIME : RESERVED_THEN, s,
		    len);
	case 'u':
		return is_one(RESERVED_UNTIL, s, len);
	case 'w':
		return is_one(RESERVED_WHILE, s, len);
	default:
		return RESERVED_NONE;
	}
}

const char *reserved_text(enum reserved reserved)
{
	return texts[reserved];
}
