/*
 * safe.c - text made harmless for a terminal
 *
 * UTF-8 is decoded here and not by mbrtowc(): the rule must not depend on the
 * locale, and must hold between fork and exec.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/safe.h"

#include <string.h>

#include "base/utf8.h"

/* The first code point that is more than one byte and no C1 control. */
enum { FIRST_PRINTABLE = 0xa0 };

/* Bytes of the valid, printable character of several bytes at S; 0 if there is
 * none. */
static size_t wide_char(const char *s, size_t len)
{
	unsigned long point;
	size_t bytes = utf8_decode(s, len, &point);

	return bytes > 1 && point >= FIRST_PRINTABLE ? bytes : 0;
}

size_t safe_item(
    char shown[static 4], const char *text, size_t len, size_t *used)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = wide_char(text, len);

	if (n) {
		memcpy(shown, s, n);
		*used = n;
		return n;
	}
	*used = 1;
	if (s[0] >= 0x20 && s[0] < 0x7f) {
		shown[0] = (char)s[0];
		return 1;
	}
	if (s[0] < 0x80) {
		shown[0] = '^';
		shown[1] = (char)(s[0] ^ 0x40);
		return 2;
	}
	shown[0] = '\\';
	shown[1] = (char)('0' + (s[0] >> 6));
	shown[2] = (char)('0' + (s[0] >> 3 & 7));
	shown[3] = (char)('0' + (s[0] & 7));
	return 4;
}

void safe_add(struct strbuf *sb, const char *s, size_t len)
{
	char shown[4];
	size_t used;

	while (len) {
		strbuf_add(sb, shown, safe_item(shown, s, len, &used));
		s += used;
		len -= used;
	}
}

size_t safe_copy(char *to, size_t size, const char *s, size_t len)
{
	size_t out = 0, used;
	char shown[4];

	while (len) {
		size_t n = safe_item(shown, s, len, &used);

		if (out + n > size)
			break;
		memcpy(to + out, shown, n);
		out += n;
		s += used;
		len -= used;
	}
	return out;
}
