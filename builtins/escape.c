/*
 * escape.c - backslash escapes of echo -e and printf
 *
 * Beside those of POSIX, \e (escape) and \xHH, as bash and ksh have them.
 *
 * POSIX.1-2024 XCU printf; XBD 5 File Format Notation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/escape.h"

#include <string.h>

#include "base/ascii.h"

/* Up to MAX_DIGITS octal digits at TEXT, as a byte; returns what follows. */
static const char *decode_octal(
    struct strbuf *sb, const char *text, int max_digits)
{
	unsigned byte = 0;

	for (int i = 0; i < max_digits && *text >= '0' && *text <= '7'; i++)
		byte = byte * 8 + (unsigned)(*text++ - '0');
	strbuf_addc(sb, (char)(byte & 0xff));
	return text;
}

/* TEXT follows "\x". Without a digit the two stand for themselves. */
static const char *decode_hex(struct strbuf *sb, const char *text)
{
	int byte = digit_value(*text);

	if (byte == 16) {
		strbuf_adds(sb, "\\x");
		return text;
	}
	text++;
	if (digit_value(*text) < 16)
		byte = byte * 16 + digit_value(*text++);
	strbuf_addc(sb, (char)byte);
	return text;
}

const char *escape_decode(
    struct strbuf *sb, const char *text, enum escape_style style)
{
	static const char letters[] = "\\abefnrtv";
	static const char bytes[] = "\\\a\b\033\f\n\r\t\v";
	char c = text[1];
	const char *found = c ? strchr(letters, c) : NULL;

	if (found) {
		strbuf_addc(sb, bytes[found - letters]);
		return text + 2;
	}
	if (c == 'c' && style == ESCAPE_TEXT)
		return NULL;
	if (c == 'x')
		return decode_hex(sb, text + 2);
	if (c == '0' && style == ESCAPE_TEXT)
		return decode_octal(sb, text + 2, 3);
	if (c >= '0' && c <= '7')
		return decode_octal(sb, text + 1, 3);
	if (c == '"' && style == ESCAPE_FORMAT) {
		strbuf_addc(sb, '"');
		return text + 2;
	}
	strbuf_addc(sb, '\\');
	return text + 1;
}

bool escape_decode_all(struct strbuf *sb, const char *text)
{
	while (*text) {
		size_t plain = strcspn(text, "\\");

		strbuf_add(sb, text, plain);
		text += plain;
		if (*text)
			text = escape_decode(sb, text, ESCAPE_TEXT);
		if (!text)
			return false;
	}
	return true;
}
