/*
 * ascii.h - what a character is in the portable character set
 *
 * Whatever the locale says: names, and the language as such, are ASCII. Inline,
 * as they are asked for most characters of a script.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_ASCII_H
#define JSH_BASE_ASCII_H

#include <stdbool.h>

static inline bool is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_space(int c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool is_name_start(int c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static inline bool is_name_char(int c)
{
	return is_name_start(c) || is_digit(c);
}

/* 0 to 15; 16 for what is no digit in any base. */
static inline int digit_value(int c)
{
	if (is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 16;
}

#endif
