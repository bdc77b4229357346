/*
 * syntax_error.c - how a parser fails
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/syntax_error.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "base/safe.h"
#include "syntax/parser.h"

enum { WORD_SHOWN = 40 }; /* bytes of a word in a message */

/* Is this the first failure? Then its message may be written. */
static bool begin(struct parser *p)
{
	if (p->failed)
		return false;
	p->failed = true;
	p->error = (struct syntax_error){ 0 };
	p->error_line_start = SIZE_MAX;
	strbuf_reset(&p->message);
	return true;
}

/* Does an error on LINE name lines? */
static bool names_lines(const struct parser *p, int line)
{
	return !p->by_command || line != p->first_line;
}

/* LINE as a message has it. */
static int shown_line(const struct parser *p, int line)
{
	return p->by_command ? line - p->first_line + 1 : line;
}

/* Where something began that an error on LINE has to do with. */
static void add_beginning(
    struct parser *p, const char *verb, int beginning, int line)
{
	if (names_lines(p, line))
		strbuf_addf(&p->message, "%s on line %d", verb,
		    shown_line(p, beginning));
}

static void finish(
    struct parser *p, int line, int column, size_t line_start, bool at_end)
{
	p->error.line = names_lines(p, line) ? shown_line(p, line) : 0;
	p->error.message = strbuf_str(&p->message);
	/* Backquotes and here-documents are parsed from a copy, whose columns
	 * and whose end are not those of the text. */
	if (p->in != &p->text)
		return;
	p->error.column = column;
	p->error.at_end = at_end;
	p->error_line_start = line_start;
}

static void finish_here(struct parser *p, bool at_end)
{
	finish(p, p->in->line, input_column(p->in), p->in->line_start, at_end);
}

static void finish_at_token(struct parser *p)
{
	const struct token *token = &p->token;

	finish(p, token->line, token->column, token->line_start,
	    token->type == TOKEN_END);
}

static void add_shown(struct strbuf *sb, const char *s)
{
	size_t len = strlen(s);

	strbuf_addc(sb, '"');
	safe_add(sb, s, len <= WORD_SHOWN ? len : WORD_SHOWN);
	strbuf_adds(sb, len <= WORD_SHOWN ? "\"" : "...\"");
}

static void add_token(struct parser *p)
{
	struct strbuf *sb = &p->message;
	const struct token *token = &p->token;

	switch (token->type) {
	case TOKEN_END:
		strbuf_adds(sb, p->in->end_text);
		break;
	case TOKEN_NEWLINE:
		strbuf_adds(sb, "newline");
		break;
	case TOKEN_WORD:
		if (token->literal)
			add_shown(sb, token->literal);
		else
			strbuf_adds(sb, "word");
		break;
	case TOKEN_IO_NUMBER:
		strbuf_addf(sb, "\"%d\"", token->number);
		break;
	case TOKEN_REDIRECTION:
		add_shown(sb, redir_text(token->redir));
		break;
	case TOKEN_ERROR:
	case TOKEN_AND_IF:
	case TOKEN_OR_IF:
	case TOKEN_PIPE:
	case TOKEN_AMPERSAND:
	case TOKEN_SEMICOLON:
	case TOKEN_CASE_BREAK:
	case TOKEN_CASE_NEXT:
	case TOKEN_LPAREN:
	case TOKEN_RPAREN:
		add_shown(sb, token_type_text(token->type));
		break;
	}
}

void syntax_unexpected(struct parser *p, const char *expected)
{
	if (!begin(p))
		return;
	strbuf_adds(&p->message, "unexpected ");
	add_token(p);
	if (expected)
		strbuf_addf(&p->message, ", expected %s", expected);
	finish_at_token(p);
}

void syntax_unmatched(
    struct parser *p, const char *word, const char *opener, int line)
{
	if (!begin(p))
		return;
	strbuf_adds(&p->message, "unexpected ");
	add_token(p);
	strbuf_addf(
	    &p->message, ", expected \"%s\" to match \"%s\"", word, opener);
	add_beginning(p, "", line, p->token.line);
	finish_at_token(p);
}

void syntax_unclosed(struct parser *p, const char *what, int line)
{
	if (!begin(p))
		return;
	strbuf_addf(&p->message, "unclosed %s", what);
	add_beginning(p, " that began", line, p->in->line);
	finish_here(p, true);
}

void syntax_fail(struct parser *p, const char *fmt, ...)
{
	va_list ap;

	if (!begin(p))
		return;
	va_start(ap, fmt);
	strbuf_addv(&p->message, fmt, ap);
	va_end(ap);
	finish_here(p, false);
}

void syntax_warn_unended(struct parser *p, const char *delimiter, int line)
{
	if (p->warning.message)
		return;
	strbuf_reset(&p->warning_text);
	strbuf_adds(&p->warning_text,
	    "here-document goes on to the end, without a line ");
	add_shown(&p->warning_text, delimiter);
	p->warning = (struct syntax_error){
		.line = names_lines(p, line) ? shown_line(p, line) : 0,
		.message = strbuf_str(&p->warning_text),
	};
}

void syntax_add_line(struct parser *p)
{
	size_t len = 0;
	const char *text = input_line_text(&p->text, p->error_line_start, &len);

	if (len == 0)
		return;
	strbuf_reset(&p->line);
	strbuf_add(&p->line, text, len);
	p->error.source_line = strbuf_str(&p->line);
}
