/*
 * param_exp.c - $x and ${x OP word}: one function an operator
 *
 * A value is borrowed from the shell, and a word may change any parameter, so
 * words are expanded before the value is looked up or after it was used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/param_exp.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/diag.h"
#include "base/lazy_locale.h"
#include "expand/mbchar.h"
#include "expand/pattern.h"
#include "syntax/unparse.h"

/* Room for a special parameter's value: a number, or $- with all options. */
enum { SCRATCH_SIZE = OPTION_COUNT + DECIMAL_SIZE };

/* Values ----------------------------------------------------------------- */

static bool is_list(const char *name)
{
	return (*name == '@' || *name == '*') && !name[1];
}

static const char *positional(struct shell *sh, const char *name)
{
	size_t n = 0;

	for (; isdigit((unsigned char)*name); name++) {
		if (n > sh->params.total)
			return NULL;
		n = n * 10 + (size_t)(*name - '0');
	}
	return n ? params_get(&sh->params, n) : sh->name;
}

static const char *option_letters(const struct shell *sh, char *scratch)
{
	char *p = scratch;

	for (int i = 0; i < OPTION_COUNT; i++)
		if (option_table[i].letter && sh->options[i])
			*p++ = option_table[i].letter;
	*p = '\0';
	return scratch;
}

/* The value, borrowed from the shell or in SCRATCH; NULL if it is not set. Not
 * for @ and *. */
static const char *param_value(
    struct shell *sh, const char *name, char *scratch)
{
	switch (*name) {
	case '?':
		return decimal(scratch, sh->last_status);
	case '#':
		return decimal(scratch, (intmax_t)params_count(&sh->params));
	case '$':
		return decimal(scratch, sh->pid);
	case '!':
		return sh->last_async ? decimal(scratch, sh->last_async) : NULL;
	case '-':
		return option_letters(sh, scratch);
	default:
		break;
	}
	if (isdigit((unsigned char)*name))
		return positional(sh, name);
	return var_get(sh, name);
}

/* Not set, or with a colon, null? */
static bool is_absent(struct shell *sh, const struct part_param *param)
{
	char scratch[SCRATCH_SIZE];
	const char *value;
	size_t count;

	if (is_list(param->name)) {
		count = params_count(&sh->params);
		return !count || (param->colon && count == 1 &&
				     !*params_get(&sh->params, 1));
	}
	value = param_value(sh, param->name, scratch);
	return !value || (param->colon && !*value);
}

/* False, after a message. */
static bool fail(struct expander *x, const char *name, const char *what)
{
	diag("%s: %s", name, what);
	(void)shell_abort(x->sh, 1);
	return false;
}

/* set -u: the value to expand, where one that is not set is "" or an error.
 * NULL after a message. */
static const char *value_or_error(
    struct expander *x, const char *name, char *scratch)
{
	const char *value = param_value(x->sh, name, scratch);

	if (value)
		return value;
	if (!shell_option(x->sh, OPTION_NOUNSET))
		return "";
	(void)fail(x, name, "parameter not set");
	return NULL;
}

/* What trimming leaves, or all of a value ------------------------------------ */

struct span {
	const char *s;
	size_t len;
};

struct trim {
	enum param_op op;
	struct pattern pattern;
};

/* TRIM is NULL for a plain expansion. */
static struct span trimmed(const struct trim *trim, const char *value)
{
	struct span all = { value, strlen(value) };
	bool suffix, longest;
	size_t len;

	if (!trim)
		return all;
	suffix =
	    trim->op == PARAM_TRIM_SUFFIX || trim->op == PARAM_TRIM_SUFFIX_LONG;
	longest = trim->op == PARAM_TRIM_SUFFIX_LONG ||
		  trim->op == PARAM_TRIM_PREFIX_LONG;
	if (suffix) {
		if (pattern_find_suffix(
			&trim->pattern, all.s, all.len, longest, &len))
			all.len -= len;
	} else if (pattern_find_prefix(
		       &trim->pattern, all.s, all.len, longest, &len)) {
		all.s += len;
		all.len -= len;
	}
	return all;
}

/* What joins the parameters of $* (with STAR) or $@ to one text. */
static struct span separator(struct shell *sh, bool star)
{
	const char *ifs = star ? var_get(sh, "IFS") : NULL;
	size_t len;

	if (!ifs)
		return (struct span){ " ", 1 };
	len = strlen(ifs);
	return (struct span){ ifs, len ? mbchar_len(ifs, len) : 0 };
}

/* $@ and $*: fields where fields are made, unless it is "$*". */
static void add_list(struct expander *x, bool star, const struct trim *trim,
    enum xtext_kind result)
{
	const struct params *params = &x->sh->params;
	bool quoted = result == XTEXT_QUOTED;
	bool join = !x->fields || (star && quoted);
	size_t count = params_count(params);
	struct span between = { NULL, 0 };

	if (join)
		between = separator(x->sh, star);
	for (size_t i = 1; i <= count; i++) {
		struct span value = trimmed(trim, params_get(params, i));

		if (i > 1 && join)
			xtext_add(&x->text, result, between.s, between.len);
		else if (i > 1)
			xtext_break(&x->text);
		xtext_add(&x->text, result, value.s, value.len);
	}
	if (!count && !star && quoted)
		x->vanished = true;
}

static bool add_value(struct expander *x, const struct part_param *param,
    const struct trim *trim, enum xtext_kind result)
{
	char scratch[SCRATCH_SIZE];
	const char *value;
	struct span span;

	if (is_list(param->name)) {
		add_list(x, *param->name == '*', trim, result);
		return true;
	}
	value = value_or_error(x, param->name, scratch);
	if (!value)
		return false;
	span = trimmed(trim, value);
	if (span.len)
		xtext_add(&x->text, result, span.s, span.len);
	return true;
}

/* Words ------------------------------------------------------------------- */

/* The word where it takes the parameter's place. */
static bool add_word(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	return expander_add_word(x, param->word, result,
	    result == XTEXT_QUOTED ? TILDE_NONE : TILDE_BEGINNING);
}

/* The word by itself as one text, in the command arena; NULL after an error. */
static char *word_text(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	struct expander word;
	char *text = NULL;

	expander_init(&word, x->sh, false);
	if (add_word(&word, param, result))
		text = expander_text(&word);
	expander_fini(&word);
	return text;
}

/* The word as a pattern. Its quotes are its own, also in "${x%'*'}". */
static char *word_pattern(struct expander *x, const struct part_param *param)
{
	struct expander word;
	char *pattern = NULL;

	expander_init(&word, x->sh, false);
	if (add_word(&word, param, XTEXT_EXPANDED))
		pattern = expander_pattern(&word);
	expander_fini(&word);
	return pattern;
}

/* Operators --------------------------------------------------------------- */

static bool expand_plain(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	return add_value(x, param, NULL, result);
}

static bool expand_length(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	char scratch[SCRATCH_SIZE];
	const char *value;
	intmax_t count = 0;
	size_t len;

	if (is_list(param->name)) {
		xtext_add_number(
		    &x->text, result, (intmax_t)params_count(&x->sh->params));
		return true;
	}
	value = value_or_error(x, param->name, scratch);
	if (!value)
		return false;
	len = strlen(value);
	if (!lazy_locale_may_be_multibyte())
		count = (intmax_t)len;
	else
		for (size_t i = 0; i < len; count++)
			i += mbchar_len(value + i, len - i);
	xtext_add_number(&x->text, result, count);
	return true;
}

static bool expand_default(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	if (is_absent(x->sh, param))
		return add_word(x, param, result);
	return add_value(x, param, NULL, result);
}

static bool expand_assign(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	char *text;

	if (!is_absent(x->sh, param))
		return add_value(x, param, NULL, result);
	if (!var_is_name(param->name, strlen(param->name)))
		return fail(x, param->name, "cannot assign in this way");
	text = word_text(x, param, result);
	if (!text)
		return false;
	if (!var_set(x->sh, param->name, text)) {
		(void)shell_abort(x->sh, 1);
		return false;
	}
	return add_value(x, param, NULL, result);
}

static bool expand_error(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	const char *text =
	    param->colon ? "parameter null or not set" : "parameter not set";

	if (!is_absent(x->sh, param))
		return add_value(x, param, NULL, result);
	if (param->word)
		text = word_text(x, param, result);
	return text && fail(x, param->name, text);
}

static bool expand_alternate(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	if (!is_absent(x->sh, param))
		return add_word(x, param, result);
	/* "${@+word}" is no field without parameters, as "$@" is none. */
	if (is_list(param->name))
		add_list(x, *param->name == '*', NULL, result);
	return true;
}

static bool expand_trim(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	struct trim trim = { .op = param->op };
	const char *pattern = word_pattern(x, param);
	bool ok;

	if (!pattern)
		return false;
	pattern_init(&trim.pattern, pattern);
	ok = add_value(x, param, &trim, result);
	pattern_fini(&trim.pattern);
	return ok;
}

/* ${x!y} is an error when it is expanded and not before: a branch that never
 * runs may hold another shell's syntax. */
static bool expand_bad(struct expander *x, const struct part_param *param)
{
	const struct word_part part = { .type = PART_PARAM, .u.param = *param };
	const struct word word = { .parts = &part };
	struct strbuf text = STRBUF_INIT;

	unparse_word(&text, &word);
	(void)fail(x, strbuf_str(&text), "bad substitution");
	strbuf_fini(&text);
	return false;
}

bool param_expand(
    struct expander *x, const struct part_param *param, enum xtext_kind result)
{
	switch (param->op) {
	case PARAM_PLAIN:
		return expand_plain(x, param, result);
	case PARAM_LENGTH:
		return expand_length(x, param, result);
	case PARAM_DEFAULT:
		return expand_default(x, param, result);
	case PARAM_ASSIGN:
		return expand_assign(x, param, result);
	case PARAM_ERROR:
		return expand_error(x, param, result);
	case PARAM_ALTERNATE:
		return expand_alternate(x, param, result);
	case PARAM_TRIM_SUFFIX:
	case PARAM_TRIM_SUFFIX_LONG:
	case PARAM_TRIM_PREFIX:
	case PARAM_TRIM_PREFIX_LONG:
		return expand_trim(x, param, result);
	case PARAM_BAD:
		return expand_bad(x, param);
	}
	return true;
}
