/*
 * expander.c - from the parts of a word to text in the middle of its expansion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/expander.h"

#include <string.h>

#include "expand/arith.h"
#include "expand/param_exp.h"
#include "expand/tilde.h"

static bool add_parts(struct expander *x, const struct word_part *part,
    enum xtext_kind kind, enum tilde_place tilde);

void expander_init(struct expander *x, struct shell *sh, bool fields)
{
	x->sh = sh;
	x->fields = fields;
	x->vanished = false;
	xtext_init(&x->text);
}

void expander_fini(struct expander *x)
{
	xtext_fini(&x->text);
}

static void add_text(
    struct expander *x, enum xtext_kind kind, const struct text *text)
{
	xtext_add(&x->text, kind, text->s, text->len);
}

/*
 * S, up to LEN bytes, may begin with a tilde-prefix, which ends at one of
 * STOPS, or with S if that is where the word ends (AT_END). Returns the length
 * of what was expanded; 0 if nothing was.
 */
static size_t add_tilde(struct expander *x, const char *s, size_t len,
    const char *stops, bool at_end)
{
	const char *home;
	size_t prefix, home_len;

	if (!len || *s != '~')
		return 0;
	prefix = strcspn(s, stops);
	if (prefix > len)
		prefix = len;
	if (prefix == len && !at_end)
		return 0;
	home = tilde_home(x->sh, s + 1, prefix - 1);
	if (!home)
		return 0;
	home_len = strlen(home);
	if (prefix < len && s[prefix] == '/' && home_len &&
	    home[home_len - 1] == '/')
		home_len--;
	xtext_add(&x->text, XTEXT_QUOTED, home, home_len);
	return prefix;
}

/* LEN bytes of an assignment's value. AT_START: a tilde-prefix may begin. */
static void add_value(struct expander *x, const char *s, size_t len,
    enum xtext_kind kind, bool at_start, bool at_end)
{
	while (len) {
		size_t n = at_start ? add_tilde(x, s, len, "/:", at_end) : 0;
		const char *colon;

		s += n;
		len -= n;
		colon = memchr(s, ':', len);
		n = colon ? (size_t)(colon + 1 - s) : len;
		xtext_add(&x->text, kind, s, n);
		s += n;
		len -= n;
		at_start = true;
	}
}

static void add_literal(struct expander *x, const struct word_part *part,
    enum xtext_kind kind, enum tilde_place tilde, bool is_first)
{
	const char *s = part->u.text.s;
	size_t len = part->u.text.len, done = 0;
	bool at_end = !part->next;

	if (tilde == TILDE_BEGINNING && is_first)
		done = add_tilde(x, s, len, "/", at_end);
	if (tilde == TILDE_DECLARATION && is_first) {
		done = strcspn(s, "=") + 1;
		xtext_add(&x->text, kind, s, done);
	}
	if (tilde == TILDE_NONE || tilde == TILDE_BEGINNING)
		xtext_add(&x->text, kind, s + done, len - done);
	else
		add_value(x, s + done, len - done, kind, is_first, at_end);
}

static bool add_double(struct expander *x, const struct word_part *part)
{
	bool vanished = x->vanished;
	size_t len = x->text.bytes.len, runs = x->text.run_count;

	x->vanished = false;
	if (!add_parts(x, part->u.inner, XTEXT_QUOTED, TILDE_NONE))
		return false;
	if (!x->vanished && len == x->text.bytes.len &&
	    runs == x->text.run_count)
		xtext_add(&x->text, XTEXT_QUOTED, "", 0);
	x->vanished = vanished;
	return true;
}

static bool add_command(
    struct expander *x, const struct word_part *part, enum xtext_kind result)
{
	const char *output = x->sh->substitute(x->sh, part->u.command.body);
	size_t len;

	if (!output && !shell_is_unwinding(x->sh))
		(void)shell_abort(x->sh, 1);
	if (!output || shell_is_unwinding(x->sh))
		return false;
	len = strlen(output);
	if (len)
		xtext_add(&x->text, result, output, len);
	return true;
}

static bool add_arith(
    struct expander *x, const struct word_part *part, enum xtext_kind result)
{
	struct expander expression;
	intmax_t value;
	bool ok;

	expander_init(&expression, x->sh, false);
	ok = expander_add_word(
		 &expression, part->u.arith, XTEXT_QUOTED, TILDE_NONE) &&
	     arith_eval(x->sh, strbuf_str(&expression.text.bytes), &value);
	expander_fini(&expression);
	if (ok)
		xtext_add_number(&x->text, result, value);
	return ok;
}

static bool add_part(struct expander *x, const struct word_part *part,
    enum xtext_kind kind, enum tilde_place tilde, bool is_first)
{
	enum xtext_kind result =
	    kind == XTEXT_QUOTED ? XTEXT_QUOTED : XTEXT_EXPANDED;

	switch (part->type) {
	case PART_LITERAL:
		add_literal(x, part, kind, tilde, is_first);
		return true;
	case PART_ESCAPED:
	case PART_SINGLE:
		add_text(x, XTEXT_QUOTED, &part->u.text);
		return true;
	case PART_DOLLAR_SINGLE:
		add_text(x, XTEXT_QUOTED, &part->u.dollar_single.text);
		return true;
	case PART_DOUBLE:
		return add_double(x, part);
	case PART_PARAM:
		return param_expand(x, &part->u.param, result);
	case PART_COMMAND:
		return add_command(x, part, result);
	case PART_ARITH:
		return add_arith(x, part, result);
	}
	return true;
}

static bool add_parts(struct expander *x, const struct word_part *part,
    enum xtext_kind kind, enum tilde_place tilde)
{
	const struct word_part *first = part;

	for (; part; part = part->next)
		if (!add_part(x, part, kind, tilde, part == first))
			return false;
	return true;
}

bool expander_add_word(struct expander *x, const struct word *word,
    enum xtext_kind kind, enum tilde_place tilde)
{
	return !word || add_parts(x, word->parts, kind, tilde);
}

char *expander_text(const struct expander *x)
{
	const struct strbuf *bytes = &x->text.bytes;

	return arena_strndup(&x->sh->arena, strbuf_str(bytes), bytes->len);
}

char *expander_pattern(const struct expander *x)
{
	struct strbuf pattern = STRBUF_INIT;
	char *copy;

	xtext_to_pattern(&x->text, 0, x->text.bytes.len, 0, &pattern);
	copy = arena_strndup(&x->sh->arena, strbuf_str(&pattern), pattern.len);
	strbuf_fini(&pattern);
	return copy;
}
