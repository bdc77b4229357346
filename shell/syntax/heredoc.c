/*
 * heredoc.c - the bodies of here-documents
 *
 * A body is first collected line by line up to its delimiter, whatever it
 * holds, and then parsed in memory, so that no quote or brace in it can hide
 * the delimiter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/heredoc.h"

#include <string.h>

#include "syntax/lex_word.h"
#include "syntax/parser.h"
#include "syntax/syntax_error.h"
#include "syntax/unparse.h"

/* Quote removal and nothing else: <<$x is ended by a line "$x". */
static void add_delimiter(struct strbuf *sb, const struct word_part *part)
{
	for (; part; part = part->next) {
		struct word_part alone = *part;
		const struct word word = { .parts = &alone };

		switch (part->type) {
		case PART_LITERAL:
		case PART_ESCAPED:
		case PART_SINGLE:
			strbuf_adds(sb, part->u.text.s);
			break;
		case PART_DOLLAR_SINGLE:
			strbuf_adds(sb, part->u.dollar_single.text.s);
			break;
		case PART_DOUBLE:
			add_delimiter(sb, part->u.inner);
			break;
		case PART_PARAM:
		case PART_COMMAND:
		case PART_ARITH:
			alone.next = NULL;
			unparse_word(sb, &word);
			break;
		}
	}
}

void heredoc_delimiter(struct strbuf *sb, const struct redir *redir)
{
	size_t start = sb->len;
	size_t tabs;

	add_delimiter(sb, redir->word->parts);
	if (redir->type != REDIR_HERE_TABS)
		return;
	tabs = strspn(strbuf_str(sb) + start, "\t");
	if (tabs > 0) {
		memmove(sb->s + start, sb->s + start + tabs,
		    sb->len - start - tabs);
		strbuf_truncate(sb, sb->len - tabs);
	}
}

void heredoc_add(struct parser *p, struct redir *redir)
{
	struct pending_here *here = arena_alloc(p->arena, sizeof *here);
	size_t mark = p->scratch.len;
	const char *delimiter;

	heredoc_delimiter(&p->scratch, redir);
	delimiter = lex_take_text(p, mark).s;
	if (strchr(delimiter, '\n')) {
		syntax_fail(p, "here-document delimiter holds a newline");
		return;
	}
	here->redir = redir;
	here->delimiter = delimiter;
	here->quoted = word_is_quoted(redir->word);
	here->next = p->heres;
	p->heres = here;
}

static void take_run(struct parser *p, const char *stop)
{
	struct input *in = p->in;
	size_t n = strcspn(in->p, stop);

	strbuf_add(&p->scratch, in->p, n);
	in->p += n;
}

/* After a backslash: what it is followed by is taken with it, but both are
 * left out before a newline. */
static void take_escaped(struct parser *p)
{
	int c;

	input_skip(p->in);
	c = input_peek_raw(p->in);
	if (c != '\n') {
		strbuf_addc(&p->scratch, '\\');
		/* The last byte of all: it protects nothing. */
		strbuf_addc(&p->scratch, (char)(c == INPUT_END ? '\\' : c));
	}
	if (c != INPUT_END)
		input_skip(p->in);
}

/* One line, continuation lines included, without its newline; false at the
 * end of the input, when there may be a rest of a line. */
static bool take_line(struct parser *p, const struct pending_here *here)
{
	struct input *in = p->in;
	int c = input_peek_raw(in);

	while (c == '\t' && here->redir->type == REDIR_HERE_TABS) {
		input_skip(in);
		c = input_peek_raw(in);
	}
	while (c != INPUT_END && c != '\n') {
		if (c == '\\' && !here->quoted)
			take_escaped(p);
		else
			take_run(p, here->quoted ? "\n" : "\\\n");
		c = input_peek_raw(in);
	}
	if (c == INPUT_END)
		return false;
	input_skip(in);
	return true;
}

/* Is this text part of a here-document? */
static bool is_in_here(const struct input *in)
{
	while (in && !in->is_here)
		in = in->outer;
	return in != NULL;
}

/*
 * All lines before the delimiter. Without one they end with the text, but not
 * inside another here-document: one that has the same delimiter could not be
 * written down again.
 */
static struct text take_body(struct parser *p, const struct pending_here *here)
{
	size_t body = p->scratch.len;
	int start = p->in->line;
	bool more;

	do {
		size_t line = p->scratch.len;

		more = take_line(p, here);
		if (strcmp(strbuf_str(&p->scratch) + line, here->delimiter) ==
		    0) {
			strbuf_truncate(&p->scratch, line);
			return lex_take_text(p, body);
		}
		if (more || p->scratch.len > line)
			strbuf_addc(&p->scratch, '\n');
	} while (more);
	if (is_in_here(p->in))
		syntax_unclosed(p, "here-document in another", start);
	else if (!p->in->interrupted)
		syntax_warn_unended(p, here->delimiter, here->redir->line);
	return lex_take_text(p, body);
}

static const struct word_part *parse_body(
    struct parser *p, const struct text *body, int line)
{
	struct input *outer = p->in;
	struct input in;
	const struct word_part *parts;

	if (!parser_enter(p))
		return NULL;
	input_init_text(&in, body->s, body->len, line, outer);
	in.end_text = "end of here-document";
	in.is_here = true;
	p->in = &in;
	parts = lex_parts(p, PLACE_HERE);
	heredoc_read_all(p); /* of $(a <<E), which has no more lines */
	p->in = outer;
	parser_leave(p);
	return parts;
}

static void read_body(struct parser *p, const struct pending_here *here)
{
	int line = p->in->line;
	struct text body = take_body(p, here);
	const struct word_part *parts = NULL;

	if (p->in->interrupted) {
		p->failed = true;
		return;
	}
	if (!here->quoted) {
		parts = parse_body(p, &body, line);
	} else if (body.len > 0) {
		struct word_part *part = lex_part_new(p, PART_SINGLE);

		part->u.text = body;
		parts = part;
	}
	here->redir->here = word_new(p, parts, line);
}

void heredoc_read_all(struct parser *p)
{
	struct pending_here *latest = p->heres;
	struct pending_here *first = NULL;

	p->heres = NULL;
	while (latest) {
		struct pending_here *next = latest->next;

		latest->next = first;
		first = latest;
		latest = next;
	}
	for (; first && !p->failed; first = first->next)
		read_body(p, first);
}
