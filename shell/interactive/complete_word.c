/*
 * complete_word.c - one word of a line that is not finished
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interactive/complete_word.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "state/var.h"

void complete_word_init(struct complete_word *word, size_t at)
{
	const struct complete_mark begin = { .at = at };

	*word = (struct complete_word){
		.begin = begin, .slash = begin, .end = begin
	};
}

void complete_word_fini(struct complete_word *word)
{
	strbuf_fini(&word->text);
}

/* The byte N further on; '\0' behind the line. */
static char peek(const struct complete_word *word,
    const struct complete_text *text, size_t n)
{
	return word->end.at + n < text->len ? text->s[word->end.at + n] : '\0';
}

static bool at_end(
    const struct complete_word *word, const struct complete_text *text)
{
	return word->end.at >= text->len;
}

static void mark_here(struct complete_word *word, struct complete_mark *mark)
{
	word->end.decoded = word->text.len;
	*mark = word->end;
}

/* Take LEN bytes of the line that stand for C. */
static void take(struct complete_word *word, char c, size_t len)
{
	bool plain = len == 1 && word->end.quote == COMPLETE_QUOTE_NONE;

	strbuf_addc(&word->text, c);
	word->end.at += len;
	if (c == '/')
		mark_here(word, &word->slash);
	else if (plain && c == '=' && !word->equals.decoded)
		mark_here(word, &word->equals);
	else if (plain && c == ':')
		mark_here(word, &word->colon);
}

static void open_quote(
    struct complete_word *word, enum complete_quote quote, size_t len)
{
	word->end.quote = quote;
	word->end.at += len;
	word->quoted = true;
}

static void close_quote(struct complete_word *word)
{
	word->end.quote = COMPLETE_QUOTE_NONE;
	word->end.at++;
}

/* A backslash, outside of '...' */
static void take_backslash(
    struct complete_word *word, const struct complete_text *text)
{
	char next = peek(word, text, 1);

	word->quoted = true;
	if (next == '\n')
		word->end.at += 2;
	else if (!next)
		word->end.at++; /* the line ends in it */
	else if (word->end.quote == COMPLETE_QUOTE_NONE ||
		 strchr("$`\"\\", next))
		take(word, next, 2);
	else
		take(word, '\\', 1);
}

/* A backslash inside $'...': what completion itself writes there, and the
 * common rest. */
static void take_escape(
    struct complete_word *word, const struct complete_text *text)
{
	static const char letters[] = "abefnrtv",
			  values[] = "\a\b\033\f\n\r\t\v";
	char next = peek(word, text, 1);
	const char *letter = next ? strchr(letters, next) : NULL;
	int value = 0;
	size_t digits = 0;

	while (digits < 3 && peek(word, text, 1 + digits) >= '0' &&
	       peek(word, text, 1 + digits) <= '7')
		value = value * 8 + peek(word, text, 1 + digits++) - '0';
	if (digits)
		take(word, (char)value, 1 + digits);
	else if (letter)
		take(word, values[letter - letters], 2);
	else if (next)
		take(word, next, 2);
	else
		word->end.at++;
}

/* Behind what begins with OPEN, which the line may not close. */
static bool skip_nested(struct complete_word *word,
    const struct complete_text *text, char open, char close, int depth)
{
	for (; !at_end(word, text); word->end.at++) {
		char c = text->s[word->end.at];

		if (c == '\\')
			word->end.at++;
		else if (c == open)
			depth++;
		else if (c == close && --depth == 0) {
			word->end.at++;
			return true;
		}
	}
	word->end.at = text->len;
	return false;
}

static size_t name_length(const struct complete_word *word,
    const struct complete_text *text, size_t n)
{
	size_t len = 0;
	char c;

	while ((c = peek(word, text, n + len)) &&
	       (isalnum((unsigned char)c) || c == '_'))
		len++;
	return len;
}

static void add_value(struct complete_word *word,
    const struct complete_text *text, size_t at, size_t len)
{
	char *name = xstrndup(text->s + word->end.at + at, len);
	const char *value = text->get(text->ctx, name);

	strbuf_adds(&word->text, value ? value : "");
	free(name);
}

/* ${...}; END is at the $. */
static enum complete_word_end take_braced(
    struct complete_word *word, const struct complete_text *text)
{
	size_t len = name_length(word, text, 2);

	if (!peek(word, text, 2 + len)) {
		word->end.at += 2;
		return COMPLETE_WORD_BRACED;
	}
	if (len && peek(word, text, 2 + len) == '}') {
		add_value(word, text, 2, len);
		word->end.at += 3 + len;
		return COMPLETE_WORD_WHOLE;
	}
	word->unknown = true;
	word->end.at += 2;
	return skip_nested(word, text, '{', '}', 1) ? COMPLETE_WORD_WHOLE
						    : COMPLETE_WORD_OPAQUE;
}

/* $NAME, $? and a $ alone; END is at the $. */
static enum complete_word_end take_plain(
    struct complete_word *word, const struct complete_text *text)
{
	char next = peek(word, text, 1);
	size_t len =
	    isdigit((unsigned char)next) ? 0 : name_length(word, text, 1);

	if (!peek(word, text, 1 + len)) {
		word->end.at++;
		return COMPLETE_WORD_VARIABLE;
	}
	if (len) {
		add_value(word, text, 1, len);
		word->end.at += 1 + len;
	} else if (isdigit((unsigned char)next) || strchr("?#@*!$-", next)) {
		word->unknown = true;
		word->end.at += 2;
	} else {
		take(word, '$', 1);
	}
	return COMPLETE_WORD_WHOLE;
}

static enum complete_word_end take_dollar(
    struct complete_word *word, const struct complete_text *text)
{
	char next = peek(word, text, 1);

	if (next == '\'' && word->end.quote == COMPLETE_QUOTE_NONE) {
		open_quote(word, COMPLETE_QUOTE_DOLLAR, 2);
		return COMPLETE_WORD_WHOLE;
	}
	if (next == '{')
		return take_braced(word, text);
	if (next != '(')
		return take_plain(word, text);
	word->unknown = true;
	word->end.at += 2;
	if (peek(word, text, 0) != '(')
		return COMPLETE_WORD_NESTED;
	return skip_nested(word, text, '(', ')', 1) ? COMPLETE_WORD_WHOLE
						    : COMPLETE_WORD_OPAQUE;
}

static enum complete_word_end take_unquoted(
    struct complete_word *word, const struct complete_text *text, char c)
{
	switch (c) {
	case '\'':
		open_quote(word, COMPLETE_QUOTE_SINGLE, 1);
		break;
	case '"':
		open_quote(word, COMPLETE_QUOTE_DOUBLE, 1);
		break;
	case '\\':
		take_backslash(word, text);
		break;
	case '$':
		return take_dollar(word, text);
	case '`':
		word->unknown = true;
		word->end.at++;
		return COMPLETE_WORD_NESTED;
	default:
		take(word, c, 1);
		break;
	}
	return COMPLETE_WORD_WHOLE;
}

static enum complete_word_end take_one(
    struct complete_word *word, const struct complete_text *text)
{
	char c = text->s[word->end.at];

	switch (word->end.quote) {
	case COMPLETE_QUOTE_NONE:
		return take_unquoted(word, text, c);
	case COMPLETE_QUOTE_SINGLE:
		if (c == '\'')
			close_quote(word);
		else
			take(word, c, 1);
		break;
	case COMPLETE_QUOTE_DOUBLE:
		if (c == '"')
			close_quote(word);
		else if (c == '\'')
			take(word, c, 1);
		else
			return take_unquoted(word, text, c);
		break;
	case COMPLETE_QUOTE_DOLLAR:
		if (c == '\'')
			close_quote(word);
		else if (c == '\\')
			take_escape(word, text);
		else
			take(word, c, 1);
		break;
	}
	return COMPLETE_WORD_WHOLE;
}

enum complete_word_end complete_word_read(struct complete_word *word,
    const struct complete_text *text, bool in_backquotes)
{
	enum complete_word_end end = COMPLETE_WORD_WHOLE;

	while (end == COMPLETE_WORD_WHOLE && !at_end(word, text)) {
		char c = text->s[word->end.at];

		if (word->end.quote == COMPLETE_QUOTE_NONE &&
		    (strchr(" \t\n;&|<>()", c) || (c == '`' && in_backquotes)))
			break;
		end = take_one(word, text);
	}
	word->end.decoded = word->text.len;
	return end;
}

bool complete_word_assigns(const struct complete_word *word)
{
	return word->equals.decoded > 1 &&
	       word->equals.at - word->begin.at == word->equals.decoded &&
	       var_is_name(word->text.s, word->equals.decoded - 1);
}
