/*
 * lex_word.c - a word into its parts, while it is read
 *
 * One loop for all places: runs of ordinary bytes are taken at once, and each
 * special byte has one function that adds a part (lex_quote.c, lex_dollar.c). Text
 * is put together on the parser's scratch stack, above what the words around this
 * one have there.
 *
 * POSIX.1-2024 XCU 2.2 Quoting, 2.6 Word Expansions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/lex_word.h"

#include "syntax/lex_builder.h"

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

bool lex_place_is_double(enum word_place place)
{
	return place == PLACE_DOUBLE || place == PLACE_BRACE_DOUBLE;
}

/* In double quotes they quote nothing in the word of ${x:-word}, but they do
 * in a pattern, whose characters must be quotable. */
enum word_place lex_place_in_braces(enum word_place place, enum param_op op)
{
	bool pattern = op >= PARAM_TRIM_SUFFIX && op <= PARAM_TRIM_PREFIX_LONG;

	if (lex_quotes_in(place) || pattern)
		return PLACE_BRACE;
	return PLACE_BRACE_DOUBLE;
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
	builder_append(b, part);
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
		return lex_add_escape(b);
	case '$':
		return lex_add_dollar(b);
	case '`':
		return lex_add_backquotes(b);
	case '\'':
		if (lex_quotes_in(b->place))
			return lex_add_single(b);
		break;
	case '"':
		if (IN(b->place) & (WORD_ONLY | BRACES))
			return lex_add_double(b);
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
	builder_flush(&b);
	return b.first;
}

struct word *lex_word(struct parser *p, int line)
{
	return word_new(p, lex_parts(p, PLACE_WORD), line);
}
