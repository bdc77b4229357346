/*
 * interactive_complete_quote.c - tests of complete_quote and complete_list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "interactive/complete_list.h"

static const struct complete_frame bare = { COMPLETE_QUOTE_NONE,
	COMPLETE_QUOTE_NONE, true };
static const struct complete_frame middle = { COMPLETE_QUOTE_NONE,
	COMPLETE_QUOTE_NONE, false };
static const struct complete_frame in_single = { COMPLETE_QUOTE_SINGLE,
	COMPLETE_QUOTE_SINGLE, false };
static const struct complete_frame in_double = { COMPLETE_QUOTE_DOUBLE,
	COMPLETE_QUOTE_DOUBLE, false };
static const struct complete_frame in_dollar = { COMPLETE_QUOTE_DOLLAR,
	COMPLETE_QUOTE_DOLLAR, false };

static void assert_quoted(
    const char *text, const struct complete_frame *frame, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	complete_quote(&sb, text, frame);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void test_a_bare_word_gets_backslashes(void **state)
{
	(void)state;
	assert_quoted("plain-1.txt", &bare, "plain-1.txt");
	assert_quoted("a b", &bare, "a\\ b");
	assert_quoted(
	    "it's \"$x\" `y`", &bare, "it\\'s\\ \\\"\\$x\\\"\\ \\`y\\`");
	assert_quoted("a&b|c;d<e>f(g)", &bare, "a\\&b\\|c\\;d\\<e\\>f\\(g\\)");
	assert_quoted("*?[x]\\", &bare, "\\*\\?\\[x]\\\\");
}

static void test_tilde_and_hash_matter_at_the_beginning_only(void **state)
{
	(void)state;
	assert_quoted("~a~", &bare, "\\~a~");
	assert_quoted("#a#", &bare, "\\#a#");
	assert_quoted("~a", &middle, "~a");
}

static void test_control_characters_are_written_as_letters(void **state)
{
	(void)state;
	assert_quoted("a\nb", &bare, "a$'\\n'b");
	assert_quoted("a\tb\033[c", &bare, "a$'\\t'b$'\\e'\\[c");
	assert_quoted("\001\177", &bare, "$'\\001\\177'");
	assert_quoted("a\nb", &in_single, "a'$'\\n''b");
	assert_quoted("a\nb", &in_double, "a\"$'\\n'\"b");
	assert_quoted("a\nb", &in_dollar, "a\\nb");
}

static void test_invalid_bytes_are_written_as_numbers(void **state)
{
	(void)state;
	assert_quoted("a\377b", &bare, "a$'\\377'b");
	assert_quoted("\303\251", &bare, "\303\251");
}

static void test_inside_quotes_only_their_own_are_special(void **state)
{
	(void)state;
	assert_quoted("it's $x *", &in_single, "it'\\''s $x *");
	assert_quoted("it's \"$x\" *", &in_double, "it's \\\"\\$x\\\" *");
	assert_quoted("it's \\", &in_dollar, "it\\'s \\\\");
}

static void test_quotes_change_on_the_way(void **state)
{
	const struct complete_frame opens = { COMPLETE_QUOTE_NONE,
		COMPLETE_QUOTE_DOUBLE, true };
	const struct complete_frame closes = { COMPLETE_QUOTE_SINGLE,
		COMPLETE_QUOTE_NONE, false };

	(void)state;
	assert_quoted("~a b", &opens, "\"~a b");
	assert_quoted("a b", &closes, "'a\\ b");
}

/* Offer NAMES (ends with NULL) for TYPED. */
static struct edit_completion complete_names(
    const char *typed, const char *const *names)
{
	struct complete_list list = { .typed = typed };
	struct edit_completion completion = { 0 };

	for (; *names; names++)
		complete_offer_name(&list, *names, NULL);
	complete_list_finish(&list, &bare, &completion);
	complete_list_fini(&list);
	return completion;
}

static void free_completion(struct edit_completion *completion)
{
	for (size_t i = 0; i < completion->count; i++) {
		free(completion->candidates[i].insert);
		free(completion->candidates[i].after);
		free(completion->candidates[i].shown);
		free(completion->candidates[i].about);
	}
	free(completion->candidates);
	free(completion->common);
}

static void test_what_fits_exactly_comes_before_other_cases(void **state)
{
	const char *const names[] = { "Read", "real", "ready", "other", NULL };
	struct edit_completion found = complete_names("rea", names);

	(void)state;
	assert_int_equal(found.count, 2);
	assert_string_equal(found.candidates[0].insert, "ready");
	assert_string_equal(found.candidates[1].insert, "real");
	assert_null(found.common);
	free_completion(&found);
}

static void test_other_cases_fit_when_nothing_else_does(void **state)
{
	const char *const names[] = { "READY", "Read me", "other", NULL };
	struct edit_completion found = complete_names("rea", names);

	(void)state;
	assert_int_equal(found.count, 2);
	assert_string_equal(found.common, "READ");
	assert_string_equal(found.candidates[1].insert, "Read\\ me");
	free_completion(&found);
}

static void test_no_character_is_cut_in_common_text(void **state)
{
	const char *const names[] = { "x \303\251", "x \303\250", NULL };
	struct edit_completion found = complete_names("x", names);

	(void)state;
	assert_string_equal(found.common, "x\\ ");
	free_completion(&found);
}

static void test_numbers_are_sorted_as_numbers(void **state)
{
	const char *const names[] = { "%10", "%9", "%9", NULL };
	struct edit_completion found = complete_names("", names);

	(void)state;
	assert_int_equal(found.count, 2);
	assert_string_equal(found.candidates[0].shown, "%9");
	assert_string_equal(found.candidates[1].shown, "%10");
	free_completion(&found);
}

static void test_what_is_shown_does_no_harm(void **state)
{
	const char *const names[] = { "a\033[2J", NULL };
	struct edit_completion found = complete_names("", names);

	(void)state;
	assert_string_equal(found.candidates[0].shown, "a^[[2J");
	free_completion(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_bare_word_gets_backslashes),
		cmocka_unit_test(
		    test_tilde_and_hash_matter_at_the_beginning_only),
		cmocka_unit_test(
		    test_control_characters_are_written_as_letters),
		cmocka_unit_test(test_invalid_bytes_are_written_as_numbers),
		cmocka_unit_test(test_inside_quotes_only_their_own_are_special),
		cmocka_unit_test(test_quotes_change_on_the_way),
		cmocka_unit_test(
		    test_what_fits_exactly_comes_before_other_cases),
		cmocka_unit_test(test_other_cases_fit_when_nothing_else_does),
		cmocka_unit_test(test_no_character_is_cut_in_common_text),
		cmocka_unit_test(test_numbers_are_sorted_as_numbers),
		cmocka_unit_test(test_what_is_shown_does_no_harm),
	};

	(void)setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
