/*
 * expand_pattern.c - tests of expand/pattern
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

#include "expand/pattern.h"

struct match {
	const char *pattern;
	const char *text;
	bool matches;
};

static void check(const struct match *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (pattern_match(cases[i].pattern, cases[i].text) !=
		    cases[i].matches)
			fail_msg("\"%s\" should %smatch \"%s\"", cases[i].text,
			    cases[i].matches ? "" : "not ", cases[i].pattern);
	}
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void plain_text_matches_itself_only(void **state)
{
	static const struct match cases[] = {
		{ "", "", true },
		{ "", "a", false },
		{ "a", "", false },
		{ "abc", "abc", true },
		{ "abc", "ab", false },
		{ "abc", "abcd", false },
		{ "a.c", "abc", false },
		{ "a/b", "a/b", true },
	};

	(void)state;
	CHECK(cases);
}

static void a_question_mark_is_any_one_character(void **state)
{
	static const struct match cases[] = {
		{ "?", "a", true },
		{ "?", "", false },
		{ "?", "ab", false },
		{ "a?c", "abc", true },
		{ "a?c", "ac", false },
		{ "??", "ab", true },
		{ "?", "/", true },
		{ "?", ".", true },
		{ "?", "?", true },
	};

	(void)state;
	CHECK(cases);
}

static void a_star_is_any_text(void **state)
{
	static const struct match cases[] = {
		{ "*", "", true },
		{ "*", "abc", true },
		{ "a*", "a", true },
		{ "a*", "b", false },
		{ "*a", "a", true },
		{ "*a", "ba", true },
		{ "*a", "ab", false },
		{ "a*b", "ab", true },
		{ "a*b", "axxb", true },
		{ "a*b", "axxbc", false },
		{ "a*a", "a", false },
		{ "**", "abc", true },
		{ "*a*b*", "xaxbx", true },
		{ "*a*b*", "xbxax", false },
		{ "*ab", "aab", true },
		{ "*aab*", "aaab", true },
		{ "a*bc*cd", "abcd", false },
		{ "a*bc*cd", "abccd", true },
		{ "*?", "", false },
		{ "*?", "a", true },
		{ "?*?", "a", false },
		{ "?*?", "ab", true },
	};

	(void)state;
	CHECK(cases);
}

static void brackets_are_one_of_a_set(void **state)
{
	static const struct match cases[] = {
		{ "[abc]", "b", true },
		{ "[abc]", "d", false },
		{ "[abc]", "", false },
		{ "[a-c]", "b", true },
		{ "[a-c]", "B", false },
		{ "[c-a]", "b", false },
		{ "[a-a]", "a", true },
		{ "[-a]", "-", true },
		{ "[a-]", "-", true },
		{ "[a-]", "b", false },
		{ "[a-c-e]", "-", true },
		{ "[a-c-e]", "d", false },
		{ "[+--]", ",", true },
		{ "[]]", "]", true },
		{ "[]a]", "a", true },
		{ "[]-a]", "^", true },
		{ "[[]", "[", true },
		{ "[*]", "*", true },
		{ "[*]", "a", false },
		{ "[?]", "?", true },
		{ "x[ab]y", "xby", true },
		{ "[a][b]", "ab", true },
		{ "*[0-9]", "x1", true },
		{ "*[0-9]", "1x", false },
	};

	(void)state;
	CHECK(cases);
}

static void an_exclamation_mark_or_caret_negates_brackets(void **state)
{
	static const struct match cases[] = {
		{ "[!abc]", "d", true },
		{ "[!abc]", "a", false },
		{ "[!abc]", "", false },
		{ "[^abc]", "d", true },
		{ "[^abc]", "a", false },
		{ "[!]]", "]", false },
		{ "[!]]", "a", true },
		{ "[a!]", "!", true },
		{ "[a^]", "^", true },
		{ "[!!]", "!", false },
		{ "[!!]", "a", true },
		{ "[!a-c]", "b", false },
		{ "[!a-c]", "d", true },
	};

	(void)state;
	CHECK(cases);
}

static void an_unclosed_bracket_is_a_plain_character(void **state)
{
	static const struct match cases[] = {
		{ "[", "[", true },
		{ "[a", "[a", true },
		{ "[a", "a", false },
		{ "a[", "a[", true },
		{ "[]", "[]", true },
		{ "[!]", "[!]", true },
		{ "[!]", "!", false },
		{ "[a*", "[abc", true },
		{ "[[:alpha:]", "a", false },
		{ "[[:alpha:]", "[a", true },
		{ "[[:alpha:]", "[:", true },
		{ "[[:alpha:]", "[b", false },
		{ "[a\\]", "[a]", true },
		{ "[[[[*", "[[[[x", true },
		{ "]", "]", true },
	};

	(void)state;
	CHECK(cases);
}

static void classes_have_names(void **state)
{
	static const struct match cases[] = {
		{ "[[:alpha:]]", "a", true },
		{ "[[:alpha:]]", "1", false },
		{ "[[:digit:]]", "1", true },
		{ "[[:space:]]", " ", true },
		{ "[[:upper:]]", "A", true },
		{ "[[:upper:]]", "a", false },
		{ "[![:upper:]]", "a", true },
		{ "[[:alpha:][:digit:]]", "7", true },
		{ "[[:alpha:]_-]", "-", true },
		{ "[x[:digit:]y]", "y", true },
		{ "[[:alpha:]", "a", false },
		{ "[:alpha:]", "a", true },
		{ "[:alpha:]", ":", true },
		{ "[:alpha:]", "b", false },
		{ "[[:nosuch:]]", "a", false },
		{ "[[:blank:]]*", "\tx", true },
		{ "[[:xdigit:]][[:xdigit:]]", "fF", true },
	};

	(void)state;
	CHECK(cases);
}

static void collating_symbols_and_equivalence_classes_name_one(void **state)
{
	static const struct match cases[] = {
		{ "[[.a.]]", "a", true },
		{ "[[.a.]]", "b", false },
		{ "[[.-.]]", "-", true },
		{ "[[.].]]", "]", true },
		{ "[[.[.]]", "[", true },
		{ "[[.a.]-c]", "b", true },
		{ "[a-[.c.]]", "b", true },
		{ "[+-[.-.]]", ",", true },
		{ "[[=a=]]", "a", true },
		{ "[[=a=]]", "b", false },
		{ "[[=a=]b]", "b", true },
	};

	(void)state;
	CHECK(cases);
}

static void a_backslash_quotes(void **state)
{
	static const struct match cases[] = {
		{ "\\*", "*", true },
		{ "\\*", "a", false },
		{ "\\*", "\\*", false },
		{ "\\?", "?", true },
		{ "\\[a]", "[a]", true },
		{ "\\[a]", "a", false },
		{ "\\a", "a", true },
		{ "\\\\", "\\", true },
		{ "\\\\*", "\\x", true },
		{ "[\\]]", "]", true },
		{ "[a\\-c]", "b", false },
		{ "[a\\-c]", "-", true },
		{ "[\\!a]", "!", true },
		{ "[\\!a]", "a", true },
		{ "[\\!a]", "b", false },
		{ "[\\\\]", "\\", true },
		{ "[\\a-c]", "b", true },
		{ "[[\\:alpha:]]", "a]", true },
		{ "a\\", "a\\", true },
	};

	(void)state;
	CHECK(cases);
}

static void bytes_that_are_no_character_match_themselves(void **state)
{
	static const struct match cases[] = {
		{ "\xff", "\xff", true },
		{ "\xff", "\xfe", false },
		{ "?", "\xff", true },
		{ "?", "\xff\xff", false },
		{ "a*\xff", "ab\xff", true },
		{ "[\xff]", "\xff", true },
		{ "[!a]", "\xff", true },
		{ "[[:alpha:]]", "\xff", false },
	};

	(void)state;
	CHECK(cases);
}

static void a_multibyte_character_counts_as_one(void **state)
{
	static const struct match cases[] = {
		{ "?", "\u00e9", true },
		{ "??", "\u00e9", false },
		{ "?", "\u20ac", true },
		{ "?", "\U0001f600", true },
		{ "[\u00e9]", "\u00e9", true },
		{ "[\u00e9]", "\u00e8", false },
		{ "[\u00e0-\u00ef]", "\u00e9", true },
		{ "[!\u00e9]", "\u20ac", true },
		{ "*\u00e9", "caf\u00e9", true },
		{ "caf?", "caf\u00e9", true },
		{ "[[:alpha:]]", "\u00e9", true },
		{ "[[:upper:]]", "\u00c9", true },
		{ "\\\u00e9", "\u00e9", true },
		{ "?", "\xc3", true },
		{ "\xc3*", "\u00e9", false },
		{ "*", "a\xff\u00e9", true },
		{ "???", "a\xff\u00e9", true },
		{ "[[.\u00e9.]]", "\u00e9", true },
	};

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	CHECK(cases);
	assert_non_null(setlocale(LC_CTYPE, "C"));
}

static void many_stars_take_no_exponential_time(void **state)
{
	enum { LEN = 20000 };
	static char text[LEN + 1];
	char pattern[101];

	(void)state;
	memset(text, 'a', LEN);
	for (int i = 0; i < 100; i += 2)
		memcpy(pattern + i, "a*", 3);
	assert_true(pattern_match(pattern, text));
	pattern[99] = 'b';
	assert_false(pattern_match(pattern, text));
}

static void unclosed_brackets_take_linear_time(void **state)
{
	enum { LEN = 1000000 };
	char *text = malloc(LEN + 1);

	(void)state;
	assert_non_null(text);
	memset(text, '[', LEN);
	text[LEN] = '\0';
	assert_true(pattern_match(text, text));
	assert_false(pattern_is_magic(text));
	free(text);
}

static void only_the_length_given_is_matched(void **state)
{
	(void)state;
	assert_true(pattern_match_len("a*c", "abcd", 3));
	assert_false(pattern_match_len("a*c", "abcd", 4));
	assert_true(pattern_match_len("abc", "abcd", 3));
	assert_false(pattern_match_len("abc", "abcd", 2));
	assert_true(pattern_match_len("", "abcd", 0));
}

static void magic_is_what_an_unquoted_special_character_makes(void **state)
{
	(void)state;
	assert_true(pattern_is_magic("*"));
	assert_true(pattern_is_magic("a?"));
	assert_true(pattern_is_magic("[a]"));
	assert_true(pattern_is_magic("\\\\*"));
	assert_false(pattern_is_magic(""));
	assert_false(pattern_is_magic("abc"));
	assert_false(pattern_is_magic("["));
	assert_false(pattern_is_magic("[a"));
	assert_false(pattern_is_magic("]"));
	assert_false(pattern_is_magic("\\*\\?\\[a]"));
}

/* FROM_END: a suffix. EXPECTED is what is left of TEXT; NULL: all of it, as
 * nothing matches. */
struct trim {
	const char *pattern;
	const char *text;
	bool from_end;
	bool longest;
	const char *expected;
};

static void check_trim(const struct trim *trim)
{
	size_t len = strlen(trim->text), cut = 0, left;
	struct pattern pattern;
	bool found;

	pattern_init(&pattern, trim->pattern);
	found = (trim->from_end ? pattern_find_suffix : pattern_find_prefix)(
	    &pattern, trim->text, len, trim->longest, &cut);
	pattern_fini(&pattern);
	left = len - cut;
	if (found != !!trim->expected)
		fail_msg("\"%s\" on \"%s\": found should be %d", trim->pattern,
		    trim->text, !!trim->expected);
	if (found && (left != strlen(trim->expected) ||
			 strncmp(trim->text + (trim->from_end ? 0 : cut),
			     trim->expected, left) != 0))
		fail_msg("\"%s\" on \"%s\" should leave \"%s\" and not %zu "
			 "bytes",
		    trim->pattern, trim->text, trim->expected, left);
}

static void the_shortest_or_longest_end_is_found(void **state)
{
	enum { PREFIX = false, SUFFIX = true, SHORT = false, LONG = true };
	static const struct trim cases[] = {
		{ "*/", "a/b/c", PREFIX, SHORT, "b/c" },
		{ "*/", "a/b/c", PREFIX, LONG, "c" },
		{ "/*", "a/b/c", SUFFIX, SHORT, "a/b" },
		{ "/*", "a/b/c", SUFFIX, LONG, "a" },
		{ "*/", "abc", PREFIX, SHORT, NULL },
		{ "*/", "abc", PREFIX, LONG, NULL },
		{ "/*", "abc", SUFFIX, SHORT, NULL },
		{ "/*", "abc", SUFFIX, LONG, NULL },
		{ "*", "abc", PREFIX, SHORT, "abc" },
		{ "*", "abc", PREFIX, LONG, "" },
		{ "*", "abc", SUFFIX, SHORT, "abc" },
		{ "*", "abc", SUFFIX, LONG, "" },
		{ "a", "abc", PREFIX, SHORT, "bc" },
		{ "c", "abc", SUFFIX, LONG, "ab" },
		{ "b", "abc", SUFFIX, LONG, NULL },
		{ "", "abc", PREFIX, LONG, "abc" },
		{ "", "", SUFFIX, LONG, "" },
		{ "abcd", "abc", PREFIX, SHORT, NULL },
		{ "abcd", "abc", SUFFIX, SHORT, NULL },
		{ "a*b", "aabab", PREFIX, SHORT, "ab" },
		{ "a*b", "aabab", PREFIX, LONG, "" },
		{ "a*b", "aabab", SUFFIX, SHORT, "aab" },
		{ "a*b", "aabab", SUFFIX, LONG, "" },
		{ "b*a*", "xbaba", SUFFIX, SHORT, "xba" },
		{ "b*a*", "xbaba", SUFFIX, LONG, "x" },
		{ "*b*a", "bababx", PREFIX, SHORT, "babx" },
		{ "*b*a", "bababx", PREFIX, LONG, "bx" },
		{ "a*", "ba", SUFFIX, SHORT, "b" },
		{ "a*a", "ba", SUFFIX, LONG, NULL },
		{ "a*a", "aa", SUFFIX, SHORT, "" },
		{ "?", "abc", PREFIX, LONG, "bc" },
		{ "??", "abc", SUFFIX, LONG, "a" },
		{ "[0-9]*", "v12", SUFFIX, SHORT, "v1" },
		{ "[0-9]*", "v12", SUFFIX, LONG, "v" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_trim(&cases[i]);
}

static void ends_are_cut_between_characters(void **state)
{
	static const struct trim cases[] = {
		{ "?", "\u00e9a", false, false, "a" },
		{ "?", "a\u20ac", true, false, "a" },
		{ "*\u00e9", "x\u00e9y\u00e9z", false, true, "z" },
		{ "\u00e9*", "x\u00e9y\u00e9z", true, false, "x\u00e9y" },
		{ "?", "\xff\u00e9", false, false, "\u00e9" },
	};

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_trim(&cases[i]);
	assert_non_null(setlocale(LC_CTYPE, "C"));
}

static void ends_of_long_texts_are_found_in_linear_time(void **state)
{
	enum { LEN = 4000000 };
	char *text = malloc(LEN + 1);
	struct pattern slash;
	size_t cut;

	(void)state;
	assert_non_null(text);
	memset(text, 'a', LEN);
	text[LEN] = '\0';
	pattern_init(&slash, "*/");
	assert_false(pattern_find_prefix(&slash, text, LEN, true, &cut));
	assert_false(pattern_find_prefix(&slash, text, LEN, false, &cut));
	pattern_fini(&slash);
	pattern_init(&slash, "/*");
	assert_false(pattern_find_suffix(&slash, text, LEN, true, &cut));
	assert_false(pattern_find_suffix(&slash, text, LEN, false, &cut));
	pattern_fini(&slash);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_matches_itself_only),
		cmocka_unit_test(a_question_mark_is_any_one_character),
		cmocka_unit_test(a_star_is_any_text),
		cmocka_unit_test(brackets_are_one_of_a_set),
		cmocka_unit_test(an_exclamation_mark_or_caret_negates_brackets),
		cmocka_unit_test(an_unclosed_bracket_is_a_plain_character),
		cmocka_unit_test(classes_have_names),
		cmocka_unit_test(
		    collating_symbols_and_equivalence_classes_name_one),
		cmocka_unit_test(a_backslash_quotes),
		cmocka_unit_test(bytes_that_are_no_character_match_themselves),
		cmocka_unit_test(a_multibyte_character_counts_as_one),
		cmocka_unit_test(many_stars_take_no_exponential_time),
		cmocka_unit_test(unclosed_brackets_take_linear_time),
		cmocka_unit_test(only_the_length_given_is_matched),
		cmocka_unit_test(
		    magic_is_what_an_unquoted_special_character_makes),
		cmocka_unit_test(the_shortest_or_longest_end_is_found),
		cmocka_unit_test(ends_are_cut_between_characters),
		cmocka_unit_test(ends_of_long_texts_are_found_in_linear_time),
	};

	return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
