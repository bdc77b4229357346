/*
 * complete_quote.c - text quoted so that it can stand in a half-typed word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/complete_quote.h"

#include <string.h>
#include <wchar.h>
#include <wctype.h>

const char *complete_quote_end(enum complete_quote quote)
{
	switch (quote) {
	case COMPLETE_QUOTE_SINGLE:
	case COMPLETE_QUOTE_DOLLAR:
		return "'";
	case COMPLETE_QUOTE_DOUBLE:
		return "\"";
	case COMPLETE_QUOTE_NONE:
		break;
	}
	return "";
}

static const char *quote_begin(enum complete_quote quote)
{
	return quote == COMPLETE_QUOTE_DOLLAR ? "$'"
					      : complete_quote_end(quote);
}

static void change_quote(
    struct strbuf *sb, enum complete_quote from, enum complete_quote to)
{
	if (from == to)
		return;
	strbuf_adds(sb, complete_quote_end(from));
	strbuf_adds(sb, quote_begin(to));
}

/* A byte inside $'...' */
static void add_escaped(struct strbuf *sb, unsigned char byte)
{
	static const char controls[] = "\a\b\033\f\n\r\t\v",
			  letters[] = "abefnrtv";
	const char *control = byte ? strchr(controls, byte) : NULL;

	if (control)
		strbuf_addf(sb, "\\%c", letters[control - controls]);
	else
		strbuf_addf(sb, "\\%03o", byte);
}

/* A printable character of one byte. */
static void add_byte(
    struct strbuf *sb, char c, enum complete_quote quote, bool first)
{
	static const char *const special[] = {
		[COMPLETE_QUOTE_NONE] = "|&;<>()$`\\\"' *?[",
		[COMPLETE_QUOTE_SINGLE] = "",
		[COMPLETE_QUOTE_DOUBLE] = "$`\"\\",
		[COMPLETE_QUOTE_DOLLAR] = "'\\",
	};

	if (quote == COMPLETE_QUOTE_SINGLE && c == '\'') {
		strbuf_adds(sb, "'\\''");
		return;
	}
	if (strchr(special[quote], c) ||
	    (first && quote == COMPLETE_QUOTE_NONE && strchr("~#", c)))
		strbuf_addc(sb, '\\');
	strbuf_addc(sb, c);
}

/* Bytes of the printable character at TEXT; 0 if that is none. */
static size_t printable_length(const char *text)
{
	mbstate_t state = { 0 };
	wchar_t c;
	size_t len = mbrtowc(&c, text, strlen(text), &state);

	if (len == (size_t)-1 || len == (size_t)-2 || !iswprint((wint_t)c))
		return 0;
	return len;
}

void complete_quote(
    struct strbuf *sb, const char *text, const struct complete_frame *frame)
{
	const enum complete_quote escaping = COMPLETE_QUOTE_DOLLAR;
	enum complete_quote quote = frame->to;
	const char *p = text;

	change_quote(sb, frame->from, quote);
	while (*p) {
		size_t len = printable_length(p);

		if (!len) {
			change_quote(sb, quote, escaping);
			quote = escaping;
			add_escaped(sb, (unsigned char)*p++);
			continue;
		}
		change_quote(sb, quote, frame->to);
		quote = frame->to;
		if (len == 1)
			add_byte(
			    sb, *p, quote, p == text && frame->begins_word);
		else
			strbuf_add(sb, p, len);
		p += len;
	}
	change_quote(sb, quote, frame->to);
}
