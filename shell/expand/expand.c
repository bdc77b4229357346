/*
 * expand.c - words into fields
 *
 * A word is expanded to an xtext, which is split where expansions left
 * delimiters; each field that may match pathnames becomes a pattern. All
 * fields of a word share one copy of its text, cut in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/expand.h"

#include <string.h>

#include "base/diag.h"
#include "expand/brace.h"
#include "expand/expander.h"
#include "expand/glob.h"
#include "expand/split.h"

/* Could TEXT be a pattern? "[" alone, the command, is none. */
static bool may_match(const char *text)
{
	bool in_bracket = false;

	for (; *text; text++)
		if (*text == '*' || *text == '?' ||
		    (*text == ']' && in_bracket))
			return true;
		else if (*text == '[')
			in_bracket = true;
	return false;
}

/* A field that is the program's own text: nobody writes to either. */
union plain_field {
	const char *text;
	void *item;
};

/* The text of a word on which no expansion has work to do; NULL otherwise. */
static const char *plain_text(const struct word *word)
{
	const struct word_part *part = word->parts;

	if (!part || part->next || part->type != PART_LITERAL ||
	    part->u.text.s[0] == '~' || may_match(part->u.text.s))
		return NULL;
	return part->u.text.s;
}

/* The same where neither fields nor pathnames are made of the word. */
static const char *lone_text(const struct word *word)
{
	const struct word_part *part = word->parts;

	if (!part)
		return "";
	if (part->next || part->type != PART_LITERAL ||
	    strchr(part->u.text.s, '~'))
		return NULL;
	return part->u.text.s;
}

/* Push what FIELD matches. False if that is nothing. */
static bool push_matches(
    struct expander *x, const struct field *field, struct vec *fields)
{
	struct strbuf pattern = STRBUF_INIT;
	bool found;

	xtext_to_pattern(
	    &x->text, field->start, field->end, field->run, &pattern);
	found = glob_expand(&x->sh->arena, strbuf_str(&pattern), fields);
	strbuf_fini(&pattern);
	return found;
}

static void push_fields(struct expander *x, struct vec *fields)
{
	bool glob = !shell_option(x->sh, OPTION_NOGLOB);
	struct splitter splitter;
	struct field field;
	char *text;

	if (!x->text.run_count)
		return;
	text = expander_text(x);
	if (x->text.run_count == 1 && x->text.runs[0].kind == XTEXT_QUOTED) {
		vec_push(fields, text); /* as "$x" is */
		return;
	}
	split_init(&splitter, &x->text, var_get(x->sh, "IFS"));
	while (split_next(&splitter, &field)) {
		if (glob && field.may_match && push_matches(x, &field, fields))
			continue;
		text[field.end] = '\0';
		vec_push(fields, text + field.start);
	}
}

static bool add_fields(
    struct expander *x, const struct word *word, struct vec *fields)
{
	union plain_field plain = { plain_text(word) };

	if (plain.text) {
		vec_push(fields, plain.item);
		return true;
	}
	xtext_reset(&x->text);
	if (!expander_add_word(x, word, XTEXT_LITERAL, TILDE_BEGINNING))
		return false;
	push_fields(x, fields);
	return true;
}

struct adding {
	struct expander *x;
	struct vec *fields;
};

static bool add_one(void *ctx, const struct word *word)
{
	const struct adding *adding = ctx;

	return add_fields(adding->x, word, adding->fields);
}

/* The same for the words that its braces make of it. */
static bool add_braces(
    struct expander *x, const struct word *word, struct vec *fields)
{
	struct adding adding = { x, fields };
	bool too_many;

	if (brace_expand(&x->sh->arena, word, add_one, &adding, &too_many))
		return true;
	if (too_many) {
		diag("{...}: more than %d words", BRACE_WORDS_MAX);
		(void)shell_abort(x->sh, 1);
	}
	return false;
}

bool expand_words(struct shell *sh, const struct word *const *words,
    size_t count, struct vec *fields)
{
	bool braces = !shell_option(sh, OPTION_POSIX);
	struct expander x;
	bool ok = true;

	expander_init(&x, sh, true);
	for (size_t i = 0; i < count && ok; i++)
		ok = braces && brace_may_expand(words[i])
			 ? add_braces(&x, words[i], fields)
			 : add_fields(&x, words[i], fields);
	expander_fini(&x);
	return ok;
}

/* Does the word begin with NAME=? */
static bool is_declaration(const struct word *word)
{
	const struct word_part *part = word->parts;
	const char *equals;

	if (!part || part->type != PART_LITERAL)
		return false;
	equals = memchr(part->u.text.s, '=', part->u.text.len);
	return equals &&
	       var_is_name(part->u.text.s, (size_t)(equals - part->u.text.s));
}

/* The word as one text, its literals being KIND. */
static char *expand_to_text(struct shell *sh, const struct word *word,
    enum xtext_kind kind, enum tilde_place tilde)
{
	struct expander x;
	char *text = NULL;

	expander_init(&x, sh, false);
	if (expander_add_word(&x, word, kind, tilde))
		text = expander_text(&x);
	expander_fini(&x);
	return text;
}

bool expand_declarations(struct shell *sh, const struct word *const *words,
    size_t count, struct vec *fields)
{
	for (size_t i = 0; i < count; i++) {
		char *text;

		if (!is_declaration(words[i])) {
			if (!expand_words(sh, words + i, 1, fields))
				return false;
			continue;
		}
		text = expand_to_text(
		    sh, words[i], XTEXT_LITERAL, TILDE_DECLARATION);
		if (!text)
			return false;
		vec_push(fields, text);
	}
	return true;
}

const char *expand_word(struct shell *sh, const struct word *word)
{
	const char *lone = lone_text(word);

	return lone ? lone
		    : expand_to_text(sh, word, XTEXT_LITERAL, TILDE_BEGINNING);
}

const char *expand_assignment(struct shell *sh, const struct word *word)
{
	const char *lone = lone_text(word);

	return lone ? lone
		    : expand_to_text(sh, word, XTEXT_LITERAL, TILDE_ASSIGNMENT);
}

char *expand_quoted(struct shell *sh, const struct word *word)
{
	return expand_to_text(sh, word, XTEXT_QUOTED, TILDE_NONE);
}

const char *expand_pattern(struct shell *sh, const struct word *word)
{
	const char *lone = lone_text(word);
	struct expander x;
	char *pattern = NULL;

	if (lone)
		return lone;
	expander_init(&x, sh, false);
	if (expander_add_word(&x, word, XTEXT_LITERAL, TILDE_BEGINNING))
		pattern = expander_pattern(&x);
	expander_fini(&x);
	return pattern;
}
