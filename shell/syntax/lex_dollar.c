/*
 * lex_dollar.c - $name, ${ }, $( ), $(( )) and ` ` in a word, while it is read
 *
 * The inside of ${ } is in lex_param.c.
 *
 * POSIX.1-2024 XCU 2.6 Word Expansions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/lex_builder.h"
#include "syntax/lex_param.h"
#include "syntax/syntax_error.h"

enum {
	/* Bytes a command may have reread because "$((" did not begin an
	 * arithmetic expansion: nested ones must not take exponential time. */
	REPARSE_LIMIT = 1024 * 1024,
};

/* The text between backquotes, without the backslashes that protect it. */
static bool take_backquoted(struct builder *b)
{
	struct parser *p = b->p;
	int c;

	while ((c = lex_take_until(p, "`\\")) == '\\') {
		input_skip(p->in);
		c = input_peek_raw(p->in);
		if (c != '$' && c != '`' && c != '\\' &&
		    !(c == '"' && lex_place_is_double(b->place))) {
			strbuf_addc(&p->scratch, '\\');
			continue;
		}
		strbuf_addc(&p->scratch, (char)c);
		input_skip(p->in);
	}
	return c == '`';
}

static const struct node *parse_backquoted(
    struct parser *p, const struct text *text, int line)
{
	struct input *outer = p->in;
	struct input in;
	const struct node *body;

	if (!parser_enter(p))
		return NULL;
	input_init_text(&in, text->s, text->len, line, outer);
	in.end_text = "\"`\"";
	p->in = &in;
	body = parse_to_end(p);
	p->in = outer;
	parser_leave(p);
	return body;
}

bool lex_add_backquotes(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;
	struct text text;

	builder_flush(b);
	input_skip(p->in);
	if (!take_backquoted(b)) {
		syntax_unclosed(p, "command substitution \"`\"", line);
		return false;
	}
	input_skip(p->in);
	text = lex_take_text(p, b->mark);
	part = lex_part_new(p, PART_COMMAND);
	part->u.command.backquotes = true;
	part->u.command.body = parse_backquoted(p, &text, line);
	builder_append(b, part);
	return !p->failed;
}

/* Where the parser stood before it tried something. */
struct attempt {
	struct input_mark mark;
	struct pending_here *heres;
	int depth;
	size_t scratch_len;
	size_t stack_count;
};

static struct attempt attempt_begin(struct parser *p)
{
	return (struct attempt){
		.mark = input_mark(p->in),
		.heres = p->heres,
		.depth = p->depth,
		.scratch_len = p->scratch.len,
		.stack_count = p->stack.count,
	};
}

static void attempt_undo(struct parser *p, const struct attempt *attempt)
{
	p->reparsed += 1 + input_position(p->in) - attempt->mark.base_pos;
	input_rewind(p->in, &attempt->mark);
	p->heres = attempt->heres;
	p->depth = attempt->depth;
	strbuf_truncate(&p->scratch, attempt->scratch_len);
	p->stack.count = attempt->stack_count;
	p->has_token = false;
	p->failed = false;
}

static bool skip_if(struct input *in, int c)
{
	if (input_peek(in) != c)
		return false;
	input_skip(in);
	return true;
}

/*
 * After "$(", before "(": arithmetic if it can be, and otherwise a command
 * substitution that begins with a subshell; false for that, with everything
 * as it was. *UNFINISHED when the text ended first.
 */
static bool add_arith(struct builder *b, bool *unfinished)
{
	struct parser *p = b->p;
	struct attempt attempt = attempt_begin(p);
	int line = p->in->line;
	const struct word_part *parts;
	bool closed;

	if (!parser_enter(p))
		return true;
	input_skip(p->in);
	parts = lex_parts(p, PLACE_ARITH);
	closed = !p->failed && skip_if(p->in, ')') && skip_if(p->in, ')');
	*unfinished = !closed && !p->failed && input_peek(p->in) == INPUT_END;
	if (closed) {
		struct word_part *part = lex_part_new(p, PART_ARITH);

		part->u.arith = word_new(p, parts, line);
		builder_append(b, part);
		input_release(p->in, &attempt.mark);
		parser_leave(p);
		return true;
	}
	if (p->too_deep || p->in->interrupted || p->reparsed > REPARSE_LIMIT) {
		syntax_unclosed(p, "\"$((\"", line);
		return true;
	}
	attempt_undo(p, &attempt);
	return false;
}

static bool add_paren(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	bool unfinished = false;
	struct word_part *part;

	builder_flush(b);
	input_skip(p->in);
	if (input_peek(p->in) == '(' && add_arith(b, &unfinished))
		return !p->failed;
	part = lex_part_new(p, PART_COMMAND);
	if (!parser_enter(p))
		return false;
	part->u.command.body = parse_to_paren(p, line);
	parser_leave(p);
	if (p->failed && unfinished) {
		p->failed = false;
		syntax_unclosed(p, "\"$((\"", line);
	}
	builder_append(b, part);
	return !p->failed;
}

static bool add_brace(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;

	builder_flush(b);
	input_skip(p->in);
	if (!parser_enter(p))
		return false;
	part = lex_part_new(p, PART_PARAM);
	lex_braced_param(p, &part->u.param, b->place);
	parser_leave(p);
	if (p->failed)
		return false;
	if (!skip_if(p->in, '}')) {
		syntax_unclosed(p, "\"${\"", line);
		return false;
	}
	builder_append(b, part);
	return true;
}

bool lex_add_dollar(struct builder *b)
{
	struct parser *p = b->p;
	struct word_part *part;
	int c;

	input_skip(p->in);
	c = input_peek(p->in);
	if (c == '{')
		return add_brace(b);
	if (c == '(')
		return add_paren(b);
	if (c == '\'' && lex_quotes_in(b->place))
		return lex_add_dollar_single(b);
	if (!lex_is_param_start(c)) {
		strbuf_addc(&p->scratch, '$');
		return true;
	}
	builder_flush(b);
	part = lex_part_new(p, PART_PARAM);
	lex_plain_param(p, &part->u.param);
	builder_append(b, part);
	return true;
}
