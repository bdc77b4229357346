/*
 * dollar_single.c - the escapes of $'...'
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/dollar_single.h"

#include <string.h>

#include "base/ascii.h"

/* Up to MAX digits of BASE at *S, which moves behind them; -1 for none. */
static int read_number(const char **s, int base, int max)
{
	int value = -1;

	while (max-- > 0 && digit_value(**s) < base) {
		value = (value < 0 ? 0 : value * base) + digit_value(**s);
		(*s)++;
	}
	return value < 0 ? -1 : value & 0xff;
}

/* \c, with *S behind the "c". A backslash there is itself escaped. */
static int read_control(const char **s)
{
	char c = **s;

	if (c == '\0')
		return -1;
	*s += c == '\\' && (*s)[1] == '\\' ? 2 : 1;
	return c == '?' ? 0x7f : c & 0x1f;
}

/* The byte of the escape whose letter is at *S, which moves behind it; -1,
 * and *S stays, if it is none. */
static int read_escape(const char **s)
{
	static const char letters[] = "abefnrtv\"'\\";
	static const char values[] = "\a\b\033\f\n\r\t\v\"'\\";
	const char *start = *s;
	const char *found;

	if (*start >= '0' && *start <= '7')
		return read_number(s, 8, 3);
	if (*start == 'x' || *start == 'c') {
		int value;

		(*s)++;
		value = *start == 'x' ? read_number(s, 16, 2) : read_control(s);
		if (value < 0)
			*s = start;
		return value;
	}
	found = *start ? strchr(letters, *start) : NULL;
	if (!found)
		return -1;
	(*s)++;
	return (unsigned char)values[found - letters];
}

struct text dollar_single_decode(struct arena *arena, struct text source)
{
	char *to = arena_alloc(arena, source.len + 1);
	const char *s = source.s;
	size_t len = 0;

	while (*s) {
		int c = (unsigned char)*s++;

		if (c == '\\') {
			c = read_escape(&s);
			if (c == 0)
				break;
			if (c < 0)
				c = '\\';
		}
		to[len++] = (char)c;
	}
	to[len] = '\0';
	return (struct text){ .s = to, .len = len };
}
