/*
 * expand_split.c - tests of expand/xtext and expand/split
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "expand/split.h"

/*
 * The text is given by pieces: l plain text of the word, e what an expansion
 * made, q quoted, b a break between fields. Fields are shown as <a><b>.
 */
struct piece {
	char kind;
	const char *s;
};

struct split {
	const char *ifs;
	struct piece pieces[6];
	const char *fields;
};

static void make_text(struct xtext *x, const struct piece *piece)
{
	xtext_init(x);
	for (; piece->kind; piece++) {
		if (piece->kind == 'b') {
			xtext_break(x);
			continue;
		}
		xtext_add(x,
		    piece->kind == 'l'   ? XTEXT_LITERAL
		    : piece->kind == 'e' ? XTEXT_EXPANDED
					 : XTEXT_QUOTED,
		    piece->s, strlen(piece->s));
	}
}

static void show_field(
    struct strbuf *shown, const struct xtext *x, const struct field *field)
{
	strbuf_addc(shown, '<');
	if (field->end > field->start)
		strbuf_add(shown, x->bytes.s + field->start,
		    field->end - field->start);
	strbuf_addc(shown, '>');
}

static void check(const struct split *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct strbuf shown = STRBUF_INIT;
		struct splitter splitter;
		struct field field;
		struct xtext x;

		make_text(&x, cases[i].pieces);
		split_init(&splitter, &x, cases[i].ifs);
		while (split_next(&splitter, &field))
			show_field(&shown, &x, &field);
		assert_string_equal(strbuf_str(&shown), cases[i].fields);
		strbuf_fini(&shown);
		xtext_fini(&x);
	}
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))
#define BLANKS " \t\n"

static void white_space_separates_fields(void **state)
{
	static const struct split cases[] = {
		{ BLANKS, { { 'e', "a b c" } }, "<a><b><c>" },
		{ BLANKS, { { 'e', "  a \t\n b  " } }, "<a><b>" },
		{ BLANKS, { { 'e', "   " } }, "" },
		{ BLANKS, { { 'e', "a" } }, "<a>" },
		{ BLANKS, { { 'e', "" } }, "" },
		{ NULL, { { 'e', " a b\tc\nd " } }, "<a><b><c><d>" },
		{ " ", { { 'e', "a\tb c" } }, "<a\tb><c>" },
	};

	(void)state;
	CHECK(cases);
}

static void each_other_character_of_ifs_ends_a_field(void **state)
{
	static const struct split cases[] = {
		{ ":", { { 'e', "a:b" } }, "<a><b>" },
		{ ":", { { 'e', "a::b" } }, "<a><><b>" },
		{ ":", { { 'e', ":a" } }, "<><a>" },
		{ ":", { { 'e', "a:" } }, "<a>" },
		{ ":", { { 'e', "a::" } }, "<a><>" },
		{ ":", { { 'e', ":" } }, "<>" },
		{ ":", { { 'e', "::" } }, "<><>" },
		{ ":", { { 'e', " a : b " } }, "< a >< b >" },
		{ ":;", { { 'e', "a:;b" } }, "<a><><b>" },
		{ ",", { { 'e', "a b,c" } }, "<a b><c>" },
		{ "\\", { { 'e', "a\\b" } }, "<a><b>" },
	};

	(void)state;
	CHECK(cases);
}

static void white_space_around_another_character_belongs_to_it(void **state)
{
	static const struct split cases[] = {
		{ " :", { { 'e', "a : b" } }, "<a><b>" },
		{ " :", { { 'e', "a: b" } }, "<a><b>" },
		{ " :", { { 'e', "a :b" } }, "<a><b>" },
		{ " :", { { 'e', "a : : b" } }, "<a><><b>" },
		{ " :", { { 'e', " : a" } }, "<><a>" },
		{ " :", { { 'e', "a : " } }, "<a>" },
		{ " :", { { 'e', "a b:c" } }, "<a><b><c>" },
		{ " :", { { 'e', " a  " } }, "<a>" },
		{ " :", { { 'e', "  :  :  " } }, "<><>" },
		{ " :", { { 'e', "a\tb" } }, "<a\tb>" },
	};

	(void)state;
	CHECK(cases);
}

static void an_empty_ifs_splits_nothing_and_drops_nothing(void **state)
{
	static const struct split cases[] = {
		{ "", { { 'e', " a b " } }, "< a b >" },
		{ "", { { 'e', "" } }, "" },
		{ "", { { 'e', "a" }, { 'b', 0 }, { 'e', "b c" } },
		    "<a><b c>" },
	};

	(void)state;
	CHECK(cases);
}

static void only_what_an_expansion_made_is_split(void **state)
{
	static const struct split cases[] = {
		{ BLANKS, { { 'l', "a b" } }, "<a b>" },
		{ BLANKS, { { 'q', "a b" } }, "<a b>" },
		{ ":", { { 'l', "a:b" }, { 'e', "c:d" } }, "<a:bc><d>" },
		{ BLANKS, { { 'l', "x" }, { 'e', " a " }, { 'l', "y" } },
		    "<x><a><y>" },
		{ BLANKS, { { 'l', "x" }, { 'e', "a b" }, { 'l', "y" } },
		    "<xa><by>" },
		{ BLANKS, { { 'q', " x" }, { 'e', " a" } }, "< x><a>" },
		{ BLANKS, { { 'e', "a " }, { 'e', " b" } }, "<a><b>" },
		{ " :", { { 'e', "a :" }, { 'e', " b" } }, "<a><b>" },
		{ " :", { { 'e', "a " }, { 'e', ":b" } }, "<a><b>" },
		{ ":", { { 'e', "a:" }, { 'l', ":b" } }, "<a><:b>" },
		{ " :", { { 'e', "a " }, { 'l', ":" }, { 'e', " b" } },
		    "<a><:><b>" },
	};

	(void)state;
	CHECK(cases);
}

static void a_quoted_nothing_is_a_field(void **state)
{
	static const struct split cases[] = {
		{ BLANKS, { { 'q', "" } }, "<>" },
		{ BLANKS, { { 'q', "" }, { 'e', " a" } }, "<><a>" },
		{ BLANKS, { { 'e', "a " }, { 'q', "" } }, "<a><>" },
		{ BLANKS, { { 'e', "a " }, { 'q', "" }, { 'e', " b" } },
		    "<a><><b>" },
		{ BLANKS, { { 'q', "" }, { 'e', "a" } }, "<a>" },
		{ BLANKS, { { 'e', "  " }, { 'q', "" } }, "<>" },
		{ ":", { { 'e', ":" }, { 'q', "" } }, "<><>" },
		{ BLANKS, { { 'q', "" }, { 'e', "  " }, { 'q', "" } }, "<><>" },
	};

	(void)state;
	CHECK(cases);
}

static void a_break_separates_fields_and_makes_none(void **state)
{
	static const struct split cases[] = {
		{ BLANKS, { { 'q', "a" }, { 'b', 0 }, { 'q', "b" } },
		    "<a><b>" },
		{ BLANKS, { { 'q', "" }, { 'b', 0 }, { 'q', "" } }, "<><>" },
		{ BLANKS, { { 'b', 0 }, { 'e', "a" } }, "<a>" },
		{ BLANKS, { { 'e', "a" }, { 'b', 0 }, { 'b', 0 } }, "<a>" },
		{ BLANKS, { { 'e', "a b " }, { 'b', 0 }, { 'e', " c" } },
		    "<a><b><c>" },
		{ ":", { { 'e', "a:" }, { 'b', 0 }, { 'e', ":c" } },
		    "<a><><c>" },
		{ BLANKS,
		    { { 'l', "x" }, { 'q', "a" }, { 'b', 0 }, { 'q', "b" },
			{ 'l', "y" } },
		    "<xa><by>" },
	};

	(void)state;
	CHECK(cases);
}

static void ifs_may_hold_multibyte_characters(void **state)
{
	static const struct split cases[] = {
		{ "\u00e9", { { 'e', "a\u00e9b" } }, "<a><b>" },
		{ "\u00e9", { { 'e', "a\u00e8b" } }, "<a\u00e8b>" },
		{ "\u00e9:", { { 'e', "a:\u00e9b\u00e9" } }, "<a><><b>" },
		{ " \u20ac", { { 'e', " a \u20ac b \u20ac" } }, "<a><b>" },
		{ "\xa9", { { 'e', "a\u00e9b" } }, "<a\u00e9b>" },
		{ "\xff", { { 'e', "a\xff\u00e9\xff" } }, "<a><\u00e9>" },
	};

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	CHECK(cases);
	assert_non_null(setlocale(LC_CTYPE, "C"));
}

static void the_rest_keeps_its_delimiters(void **state)
{
	static const struct {
		const char *ifs;
		struct piece pieces[4];
		const char *fields; /* the first, and the rest */
	} cases[] = {
		{ BLANKS, { { 'e', "a b  c  " } }, "<a><b  c>" },
		{ BLANKS, { { 'e', "a b  " } }, "<a><b>" },
		{ BLANKS, { { 'e', "a  " } }, "<a>" },
		{ ":", { { 'e', "a:b:c" } }, "<a><b:c>" },
		{ ":", { { 'e', "a:b:" } }, "<a><b>" },
		{ ":", { { 'e', "a:b::" } }, "<a><b::>" },
		{ ":", { { 'e', "a:b:c:" } }, "<a><b:c:>" },
		{ ":", { { 'e', "a::" } }, "<a><>" },
		{ " :", { { 'e', "a : b : c : " } }, "<a><b : c :>" },
		{ " :", { { 'e', "a b : " } }, "<a><b>" },
		{ BLANKS, { { 'e', "a b c " }, { 'q', " " } }, "<a><b c  >" },
		{ BLANKS, { { 'e', "a b c" }, { 'q', " " }, { 'e', " " } },
		    "<a><b c >" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf shown = STRBUF_INIT;
		struct splitter splitter;
		struct field field;
		struct xtext x;

		make_text(&x, cases[i].pieces);
		split_init(&splitter, &x, cases[i].ifs);
		assert_true(split_next(&splitter, &field));
		show_field(&shown, &x, &field);
		if (split_rest(&splitter, &field))
			show_field(&shown, &x, &field);
		assert_string_equal(strbuf_str(&shown), cases[i].fields);
		assert_false(split_next(&splitter, &field));
		strbuf_fini(&shown);
		xtext_fini(&x);
	}
}

static void only_unquoted_special_characters_may_match(void **state)
{
	static const struct {
		struct piece piece;
		bool may_match;
	} cases[] = {
		{ { 'l', "a*" }, true },
		{ { 'e', "a?" }, true },
		{ { 'e', "[a]" }, true },
		{ { 'q', "a*?[b]" }, false },
		{ { 'l', "abc" }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct piece pieces[2] = { cases[i].piece, { 0, NULL } };
		struct splitter splitter;
		struct field field;
		struct xtext x;

		make_text(&x, pieces);
		split_init(&splitter, &x, NULL);
		assert_true(split_next(&splitter, &field));
		assert_int_equal(field.may_match, cases[i].may_match);
		xtext_fini(&x);
	}
}

static void quoted_text_is_escaped_in_a_pattern(void **state)
{
	static const struct {
		struct piece pieces[5];
		const char *pattern;
	} cases[] = {
		{ { { 'l', "a*" }, { 'q', "b*" } }, "a*b\\*" },
		{ { { 'q', "?[]\\" } }, "\\?\\[\\]\\\\" },
		{ { { 'l', "[a" }, { 'q', "-" }, { 'l', "c]" } }, "[a\\-c]" },
		{ { { 'e', "\\*" } }, "\\*" },
		{ { { 'e', "\\" }, { 'q', "*" } }, "\\*" },
		{ { { 'e', "\\\\" }, { 'q', "*" } }, "\\\\\\*" },
		{ { { 'e', "\\" }, { 'l', "\\" }, { 'q', "*x" } }, "\\\\\\*x" },
		{ { { 'q', "abc" } }, "abc" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct strbuf pattern = STRBUF_INIT;
		struct xtext x;

		make_text(&x, cases[i].pieces);
		xtext_to_pattern(&x, 0, x.bytes.len, 0, &pattern);
		assert_string_equal(strbuf_str(&pattern), cases[i].pattern);
		strbuf_fini(&pattern);
		xtext_fini(&x);
	}
}

static void millions_of_fields_take_linear_time(void **state)
{
	enum { LEN = 4000000 };
	char *text = malloc(LEN);
	struct splitter splitter;
	struct field field;
	struct xtext x;
	size_t count = 0;

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < LEN; i++)
		text[i] = i % 2 ? ' ' : 'a';
	xtext_init(&x);
	xtext_add(&x, XTEXT_EXPANDED, text, LEN);
	split_init(&splitter, &x, NULL);
	while (split_next(&splitter, &field))
		count++;
	assert_int_equal(count, 2000000);
	xtext_fini(&x);
	free(text);
}

static void numbers_are_written_in_decimal(void **state)
{
	struct xtext x;

	(void)state;
	xtext_init(&x);
	xtext_add_number(&x, XTEXT_LITERAL, 0);
	xtext_add_number(&x, XTEXT_LITERAL, -42);
	xtext_add_number(&x, XTEXT_LITERAL, INTMAX_MIN);
	xtext_add_number(&x, XTEXT_LITERAL, INTMAX_MAX);
	assert_string_equal(strbuf_str(&x.bytes),
	    "0-42-92233720368547758089223372036854775807");
	xtext_fini(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(white_space_separates_fields),
		cmocka_unit_test(each_other_character_of_ifs_ends_a_field),
		cmocka_unit_test(
		    white_space_around_another_character_belongs_to_it),
		cmocka_unit_test(an_empty_ifs_splits_nothing_and_drops_nothing),
		cmocka_unit_test(only_what_an_expansion_made_is_split),
		cmocka_unit_test(a_quoted_nothing_is_a_field),
		cmocka_unit_test(a_break_separates_fields_and_makes_none),
		cmocka_unit_test(ifs_may_hold_multibyte_characters),
		cmocka_unit_test(the_rest_keeps_its_delimiters),
		cmocka_unit_test(only_unquoted_special_characters_may_match),
		cmocka_unit_test(quoted_text_is_escaped_in_a_pattern),
		cmocka_unit_test(millions_of_fields_take_linear_time),
		cmocka_unit_test(numbers_are_written_in_decimal),
	};

	return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
