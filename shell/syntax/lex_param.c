/*
 * lex_param.c - parameter expansions
 *
 * What is not a valid expansion, as in ${x!y}, is kept as PARAM_BAD: it is an
 * error when it is expanded and not before, so that a script may hold the
 * extensions of another shell where it does not run them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/lex_param.h"

#include <string.h>

#include "base/ascii.h"
#include "syntax/lex_word.h"
#include "syntax/parser.h"

static bool is_special_param(int c)
{
	return c > 0 && strchr("@*#?-$!", c);
}

bool lex_is_param_start(int c)
{
	return is_name_start(c) || is_digit(c) || is_special_param(c);
}

static void take(struct parser *p, int c)
{
	strbuf_addc(&p->scratch, (char)c);
	input_skip(p->in);
}

static void take_while(struct parser *p, bool (*is_wanted)(int c))
{
	int c;

	while (is_wanted(c = input_peek(p->in)))
		take(p, c);
}

void lex_plain_param(struct parser *p, struct part_param *param)
{
	size_t mark = p->scratch.len;
	int c = input_peek(p->in);

	if (is_name_start(c))
		take_while(p, is_name_char);
	else
		take(p, c);
	param->name = lex_take_text(p, mark).s;
}

/* Put a name, digits, a special parameter or nothing on the scratch stack. */
static void take_param(struct parser *p)
{
	int c = input_peek(p->in);

	if (is_name_start(c))
		take_while(p, is_name_char);
	else if (is_digit(c))
		take_while(p, is_digit);
	else if (is_special_param(c))
		take(p, c);
}

static enum param_op long_if_next(
    struct parser *p, int c, enum param_op once, enum param_op twice)
{
	if (input_peek(p->in) != c)
		return once;
	input_skip(p->in);
	return twice;
}

/* The operator C, which was consumed. */
static enum param_op read_op(struct parser *p, int c)
{
	switch (c) {
	case '-':
		return PARAM_DEFAULT;
	case '=':
		return PARAM_ASSIGN;
	case '?':
		return PARAM_ERROR;
	case '+':
		return PARAM_ALTERNATE;
	case '%':
		return long_if_next(
		    p, c, PARAM_TRIM_SUFFIX, PARAM_TRIM_SUFFIX_LONG);
	default:
		return long_if_next(
		    p, c, PARAM_TRIM_PREFIX, PARAM_TRIM_PREFIX_LONG);
	}
}

static bool is_op(int c, bool colon)
{
	return c > 0 && strchr(colon ? "-=?+" : "-=?+%#", c);
}

/* After the parameter: the operator; false if there is no valid one. */
static bool read_operator(struct parser *p, struct part_param *param)
{
	int c = input_peek(p->in);

	if (c == '}')
		return true;
	if (c == ':') {
		input_skip(p->in);
		param->colon = true;
		c = input_peek(p->in);
	}
	if (!is_op(c, param->colon))
		return false;
	input_skip(p->in);
	param->op = read_op(p, c);
	return true;
}

/*
 * After "${#", which is a length or the parameter "#" itself. The second is
 * meant when nothing or an operator follows, but a special parameter whose
 * character is also an operator wins if it is all there is: ${#-} is a length,
 * ${#-w} is not. The name is put on the scratch stack.
 */
static bool read_after_hash(struct parser *p, struct part_param *param)
{
	int c = input_peek(p->in);

	if (!lex_is_param_start(c)) {
		strbuf_addc(&p->scratch, '#');
		return read_operator(p, param);
	}
	param->op = PARAM_LENGTH;
	take_param(p);
	if (input_peek(p->in) == '}')
		return true;
	if (!is_op(c, false))
		return false;
	p->scratch.s[p->scratch.len - 1] = '#';
	param->op = read_op(p, c);
	return true;
}

/* What was read of it so far, as text. */
static void make_bad(struct parser *p, struct part_param *param, size_t mark)
{
	struct text name = lex_take_text(p, mark);

	if (param->op == PARAM_LENGTH)
		strbuf_addc(&p->scratch, '#');
	strbuf_add(&p->scratch, name.s, name.len);
	if (param->colon)
		strbuf_addc(&p->scratch, ':');
	param->op = PARAM_BAD;
	param->colon = false;
}

void lex_braced_param(
    struct parser *p, struct part_param *param, enum word_place place)
{
	size_t mark = p->scratch.len;
	int c = input_peek(p->in);
	const struct word_part *parts;
	int line;
	bool good;

	param->braces = true;
	if (c == '#') {
		input_skip(p->in);
		good = read_after_hash(p, param);
	} else {
		take_param(p);
		good = p->scratch.len > mark && read_operator(p, param);
	}
	if (!good)
		make_bad(p, param, mark);
	param->name = lex_take_text(p, mark).s;
	line = p->in->line;
	parts = lex_parts(p, lex_place_in_braces(place, param->op));
	if (parts)
		param->word = word_new(p, parts, line);
}
