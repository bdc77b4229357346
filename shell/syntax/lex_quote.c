/*
 * lex_quote.c - what is quoted in a word, while it is read
 *
 * POSIX.1-2024 XCU 2.2 Quoting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "syntax/dollar_single.h"
#include "syntax/lex_builder.h"
#include "syntax/syntax_error.h"

static bool is_escapable(enum word_place place, int c)
{
	switch (place) {
	case PLACE_WORD:
	case PLACE_BRACE:
		return true;
	case PLACE_DOUBLE:
		return c == '$' || c == '`' || c == '\\' || c == '"';
	case PLACE_BRACE_DOUBLE:
		return c == '$' || c == '`' || c == '\\' || c == '"' ||
		       c == '}';
	case PLACE_HERE:
	case PLACE_ARITH:
		break;
	}
	return c == '$' || c == '`' || c == '\\';
}

/* One character, of several bytes if it looks like UTF-8. */
static void take_character(struct parser *p, int c)
{
	int left = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : c >= 0xc0 ? 1 : 0;

	do {
		strbuf_addc(&p->scratch, (char)c);
		input_skip(p->in);
		c = left-- > 0 ? input_peek(p->in) : INPUT_END;
	} while (c != INPUT_END && (c & 0xc0) == 0x80);
}

bool lex_add_escape(struct builder *b)
{
	struct parser *p = b->p;
	struct word_part *part;
	int c;

	input_skip(p->in);
	c = input_peek_raw(p->in);
	if (!is_escapable(b->place, c)) {
		strbuf_addc(&p->scratch, '\\');
		return true;
	}
	builder_flush(b);
	if (c == INPUT_END)
		strbuf_addc(&p->scratch, '\\'); /* it protects nothing */
	else
		take_character(p, c);
	part = lex_part_new(p, PART_ESCAPED);
	part->u.text = lex_take_text(p, b->mark);
	builder_append(b, part);
	return true;
}

int lex_take_until(struct parser *p, const char ends[3])
{
	struct input *in = p->in;
	const char stop[4] = { ends[0], ends[1], '\n', '\0' };

	for (;;) {
		size_t n = strcspn(in->p, stop);
		int c;

		strbuf_add(&p->scratch, in->p, n);
		in->p += n;
		c = input_peek_raw(in);
		if (c == INPUT_END || c == ends[0] || c == ends[1])
			return c;
		strbuf_addc(&p->scratch, (char)c);
		input_skip(in);
	}
}

bool lex_add_single(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;

	builder_flush(b);
	input_skip(p->in);
	if (lex_take_until(p, "''") == INPUT_END) {
		syntax_unclosed(p, "quote '", line);
		return false;
	}
	input_skip(p->in);
	part = lex_part_new(p, PART_SINGLE);
	part->u.text = lex_take_text(p, b->mark);
	builder_append(b, part);
	return true;
}

bool lex_add_dollar_single(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;
	int c;

	builder_flush(b);
	input_skip(p->in);
	while ((c = lex_take_until(p, "'\\")) == '\\') {
		strbuf_addc(&p->scratch, '\\');
		input_skip(p->in);
		c = input_peek_raw(p->in);
		if (c != INPUT_END) {
			strbuf_addc(&p->scratch, (char)c);
			input_skip(p->in);
		}
	}
	if (c == INPUT_END) {
		syntax_unclosed(p, "quote $'", line);
		return false;
	}
	input_skip(p->in);
	part = lex_part_new(p, PART_DOLLAR_SINGLE);
	part->u.dollar_single.source = lex_take_text(p, b->mark);
	part->u.dollar_single.text =
	    dollar_single_decode(p->arena, part->u.dollar_single.source);
	builder_append(b, part);
	return true;
}

bool lex_add_double(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;

	builder_flush(b);
	input_skip(p->in);
	part = lex_part_new(p, PART_DOUBLE);
	part->u.inner = lex_parts(p, PLACE_DOUBLE);
	if (p->failed)
		return false;
	if (input_peek(p->in) != '"') {
		syntax_unclosed(p, "quote \"", line);
		return false;
	}
	input_skip(p->in);
	builder_append(b, part);
	return true;
}
