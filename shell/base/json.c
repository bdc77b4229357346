/*
 * json.c - strings as JSON has them
 *
 * RFC 8259.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/json.h"

#include <string.h>

#include "base/utf8.h"

enum { LONE_SURROGATE = 0xdc00 };

static void add_char(
    struct strbuf *sb, unsigned long point, const char *s, size_t bytes)
{
	if (point < 0x20 || (point >= 0x7f && point < 0xa0)) {
		strbuf_addf(sb, "\\u%04lx", point);
		return;
	}
	if (point == '"' || point == '\\')
		strbuf_addc(sb, '\\');
	strbuf_add(sb, s, bytes);
}

void json_add_string(struct strbuf *sb, const char *s)
{
	size_t len = strlen(s), bytes;
	unsigned long point;

	strbuf_addc(sb, '"');
	while (len) {
		bytes = utf8_decode(s, len, &point);
		if (bytes) {
			add_char(sb, point, s, bytes);
		} else {
			strbuf_addf(
			    sb, "\\u%04x", LONE_SURROGATE + (unsigned char)*s);
			bytes = 1;
		}
		s += bytes;
		len -= bytes;
	}
	strbuf_addc(sb, '"');
}
