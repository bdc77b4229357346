/*
 * mbchar.h - the next character of a text in the locale's encoding
 *
 * Text may hold any bytes: a byte that begins no character is a character of
 * its own, with a code that no real one has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_MBCHAR_H
#define JSH_EXPAND_MBCHAR_H

#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include "base/lazy_locale.h"

/* Added to a byte that is no character; surrogates are never decoded. */
enum { MBCHAR_INVALID = 0xDC00 };

/* Decode the first character of S, of which LEN bytes (1 or more) are there.
 * Returns its length in bytes, 1 or more. */
static inline size_t mbchar_decode(const char *s, size_t len, uint32_t *code)
{
	unsigned char first = (unsigned char)*s;
	mbstate_t state = { 0 };
	wchar_t wide;
	size_t n;

	if (first < 0x80) {
		*code = first;
		return 1;
	}
	lazy_locale_need(LAZY_CTYPE);
	n = mbrtowc(&wide, s, len, &state);
	if (n == 0 || n > len) { /* also (size_t)-1 and -2 */
		*code = MBCHAR_INVALID + (uint32_t)first;
		return 1;
	}
	*code = (uint32_t)wide;
	return n;
}

static inline size_t mbchar_len(const char *s, size_t len)
{
	uint32_t code;

	return mbchar_decode(s, len, &code);
}

#endif
