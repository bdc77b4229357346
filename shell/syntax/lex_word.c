/*
 * lex_word.c - a word into its parts, while it is read
 *
 * One loop for all places: runs of ordinary bytes are taken at once, and each
 * special byte has one function that adds a part. Text is put together on the
 * parser's scratch stack, above what the words around this one have there.
 * The inside of ${ } is in lex_param.c.
 *
 * POSIX.1-2024 XCU 2.2 Quoting, 2.6 Word Expansions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/lex_word.h"

#include <string.h>

#include "syntax/dollar_single.h"
#include "syntax/lex_param.h"
#include "syntax/parser.h"
#include "syntax/syntax_error.h"

enum {
	/* Bytes a command may have reread because "$((" did not begin an
	 * arithmetic expansion: nested ones must not take exponential time. */
	REPARSE_LIMIT = 1024 * 1024,
};

struct builder {
	struct parser *p;
	enum word_place place;
	const struct word_part *first;
	struct word_part *last;
	size_t mark;    /* where the literal text begins in p->scratch */
	int parens;     /* open ones, in PLACE_ARITH */
	bool in_quotes; /* where they do not count */
};

/* Which bytes are not ordinary text, one bit for each place. */
#define IN(place) (1U << (place))
#define ANYWHERE 0xffU
#define WORD_ONLY IN(PLACE_WORD)
#define QUOTES_ARE_QUOTES (IN(PLACE_WORD) | IN(PLACE_BRACE))
#define BRACES (IN(PLACE_BRACE) | IN(PLACE_BRACE_DOUBLE))
#define PARENS (IN(PLACE_WORD) | IN(PLACE_ARITH))

static const unsigned char special[256] = {
	['\0'] = ANYWHERE,
	['\n'] = ANYWHERE,
	['\\'] = ANYWHERE,
	['$'] = ANYWHERE,
	['`'] = ANYWHERE,
	['"'] = ANYWHERE & ~IN(PLACE_HERE),
	['\''] = QUOTES_ARE_QUOTES,
	['}'] = BRACES,
	['('] = PARENS,
	[')'] = PARENS,
	[' '] = WORD_ONLY,
	['\t'] = WORD_ONLY,
	['&'] = WORD_ONLY,
	[';'] = WORD_ONLY,
	['<'] = WORD_ONLY,
	['>'] = WORD_ONLY,
	['|'] = WORD_ONLY,
};

struct word *word_new(struct parser *p, const struct word_part *parts, int line)
{
	struct word *word = arena_alloc(p->arena, sizeof *word);

	word->parts = parts;
	word->line = line;
	return word;
}

struct word_part *lex_part_new(struct parser *p, enum part_type type)
{
	struct word_part *part = arena_alloc(p->arena, sizeof *part);

	*part = (struct word_part){ .type = type };
	return part;
}

struct text lex_take_text(struct parser *p, size_t mark)
{
	struct text text;

	text.len = p->scratch.len - mark;
	text.s =
	    arena_strndup(p->arena, strbuf_str(&p->scratch) + mark, text.len);
	strbuf_truncate(&p->scratch, mark);
	return text;
}

static void append(struct builder *b, struct word_part *part)
{
	if (b->last)
		b->last->next = part;
	else
		b->first = part;
	b->last = part;
}

/* In double quotes they quote nothing in the word of ${x:-word}, but they do
 * in a pattern, whose characters must be quotable. */
enum word_place lex_place_in_braces(enum word_place place, enum param_op op)
{
	bool pattern = op >= PARAM_TRIM_SUFFIX && op <= PARAM_TRIM_PREFIX_LONG;

	if (place == PLACE_WORD || place == PLACE_BRACE || pattern)
		return PLACE_BRACE;
	return PLACE_BRACE_DOUBLE;
}

/* The literal text so far becomes a part. */
static void flush(struct builder *b)
{
	struct word_part *part;

	if (b->p->scratch.len == b->mark)
		return;
	part = lex_part_new(b->p, PART_LITERAL);
	part->u.text = lex_take_text(b->p, b->mark);
	append(b, part);
}

/* Does C, a special byte, end the word whatever follows? */
static bool ends_word(const struct builder *b, char c)
{
	return b->place == PLACE_WORD &&
	       (special[(unsigned char)c] == WORD_ONLY || c == '\n');
}

/* Most words end with a run, which need not go through the scratch then: a sixth
 * of what a word costs. */
static void add_last_run(struct builder *b, const char *s, size_t len)
{
	struct word_part *part = lex_part_new(b->p, PART_LITERAL);

	part->u.text.s = arena_strndup(b->p->arena, s, len);
	part->u.text.len = len;
	append(b, part);
}

/* Take bytes that are ordinary. True if they are the rest of the word. */
static bool add_run(struct builder *b)
{
	struct input *in = b->p->in;
	const char *start = in->p;
	const char *s = start;
	unsigned bit = IN(b->place);

	while (!(special[(unsigned char)*s] & bit))
		s++;
	in->p = s;
	if (s == start)
		return false;
	if (ends_word(b, *s) && b->p->scratch.len == b->mark) {
		add_last_run(b, start, (size_t)(s - start));
		return true;
	}
	strbuf_add(&b->p->scratch, start, (size_t)(s - start));
	return false;
}

bool lex_place_is_double(enum word_place place)
{
	return place == PLACE_DOUBLE || place == PLACE_BRACE_DOUBLE;
}

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

static bool add_escape(struct builder *b)
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
	flush(b);
	if (c == INPUT_END)
		strbuf_addc(&p->scratch, '\\'); /* it protects nothing */
	else
		take_character(p, c);
	part = lex_part_new(p, PART_ESCAPED);
	part->u.text = lex_take_text(p, b->mark);
	append(b, part);
	return true;
}

/* Text up to one of the two bytes in ENDS is added to the scratch stack;
 * returns which of them is next, or INPUT_END. */
static int take_until(struct parser *p, const char ends[3])
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

static bool add_single(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;

	flush(b);
	input_skip(p->in);
	if (take_until(p, "''") == INPUT_END) {
		syntax_unclosed(p, "quote '", line);
		return false;
	}
	input_skip(p->in);
	part = lex_part_new(p, PART_SINGLE);
	part->u.text = lex_take_text(p, b->mark);
	append(b, part);
	return true;
}

static bool add_dollar_single(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;
	int c;

	flush(b);
	input_skip(p->in);
	while ((c = take_until(p, "'\\")) == '\\') {
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
	append(b, part);
	return true;
}

static bool add_double(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;

	flush(b);
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
	append(b, part);
	return true;
}

/* The text between backquotes, without the backslashes that protect it. */
static bool take_backquoted(struct builder *b)
{
	struct parser *p = b->p;
	int c;

	while ((c = take_until(p, "`\\")) == '\\') {
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

static bool add_backquotes(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;
	struct text text;

	flush(b);
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
	append(b, part);
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
		append(b, part);
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

	flush(b);
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
	append(b, part);
	return !p->failed;
}

static bool add_brace(struct builder *b)
{
	struct parser *p = b->p;
	int line = p->in->line;
	struct word_part *part;

	flush(b);
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
	append(b, part);
	return true;
}

static bool add_dollar(struct builder *b)
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
	if (c == '\'' && (IN(b->place) & QUOTES_ARE_QUOTES))
		return add_dollar_single(b);
	if (!lex_is_param_start(c)) {
		strbuf_addc(&p->scratch, '$');
		return true;
	}
	flush(b);
	part = lex_part_new(p, PART_PARAM);
	lex_plain_param(p, &part->u.param);
	append(b, part);
	return true;
}

/* Does the parenthesis C belong to the arithmetic expression? */
static bool count_paren(struct builder *b, int c)
{
	if (b->in_quotes)
		return true;
	if (c == ')' && b->parens == 0)
		return false;
	b->parens += c == '(' ? 1 : -1;
	return true;
}

/* Does the special byte C end the place? If not, it is text. */
static bool is_end(struct builder *b, int c)
{
	if (!(special[c] & IN(b->place)))
		return false;
	switch (b->place) {
	case PLACE_WORD:
		return true;
	case PLACE_BRACE:
	case PLACE_BRACE_DOUBLE:
		return c == '}';
	case PLACE_DOUBLE:
		return c == '"';
	case PLACE_ARITH:
		if (c == '"')
			b->in_quotes = !b->in_quotes;
		return (c == '(' || c == ')') && !count_paren(b, c);
	case PLACE_HERE:
		break;
	}
	return false;
}

/* Take the byte that ended a run; false at the end of the place. */
static bool add_special(struct builder *b)
{
	struct parser *p = b->p;
	int c;

	/* The alias is still being read when the word is looked up. */
	if (b->place == PLACE_WORD && input_is_alias_end(p->in))
		return false;
	c = input_peek(p->in);
	switch (c) {
	case INPUT_END:
		return false;
	case '\\':
		return add_escape(b);
	case '$':
		return add_dollar(b);
	case '`':
		return add_backquotes(b);
	case '\'':
		if (IN(b->place) & QUOTES_ARE_QUOTES)
			return add_single(b);
		break;
	case '"':
		if (IN(b->place) & (WORD_ONLY | BRACES))
			return add_double(b);
		break;
	default:
		break;
	}
	if (is_end(b, c))
		return false;
	strbuf_addc(&p->scratch, (char)c);
	input_skip(p->in);
	return true;
}

const struct word_part *lex_parts(struct parser *p, enum word_place place)
{
	struct builder b = {
		.p = p,
		.place = place,
		.mark = p->scratch.len,
	};

	do
		if (add_run(&b))
			return b.first;
	while (add_special(&b));
	flush(&b);
	return b.first;
}

struct word *lex_word(struct parser *p, int line)
{
	return word_new(p, lex_parts(p, PLACE_WORD), line);
}
