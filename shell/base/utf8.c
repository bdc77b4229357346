/*
 * utf8.c - UTF-8 decoded, whatever the locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/utf8.h"

#include <stdbool.h>

/* How many bytes the character that BYTE begins has, and BYTE's share of its
 * code point; 0: none begins so. */
static size_t first_byte(unsigned char byte, unsigned long *point)
{
	*point = byte;
	if (byte < 0x80)
		return 1;
	if (byte >= 0xc2 && byte <= 0xdf) {
		*point = byte & 0x1fu;
		return 2;
	}
	if ((byte & 0xf0) == 0xe0) {
		*point = byte & 0x0fu;
		return 3;
	}
	*point = byte & 0x07u;
	return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/* Is POINT a character, and are BYTES the fewest that can tell it? */
static bool is_right(unsigned long point, size_t bytes)
{
	if (point >= 0xd800 && point <= 0xdfff)
		return false;
	if (bytes == 3)
		return point >= 0x800;
	return bytes < 4 || (point >= 0x10000 && point <= 0x10ffff);
}

size_t utf8_decode(const char *s, size_t len, unsigned long *point)
{
	size_t bytes, i;

	if (!len)
		return 0;
	bytes = first_byte((unsigned char)*s, point);
	if (!bytes || len < bytes)
		return 0;
	for (i = 1; i < bytes; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		*point = *point << 6 | (s[i] & 0x3fu);
	}
	return is_right(*point, bytes) ? bytes : 0;
}
