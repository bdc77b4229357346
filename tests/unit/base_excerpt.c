/*
 * base_excerpt.c - tests of base/excerpt: a line with a caret under a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/excerpt.h"

static void check(const char *line, size_t at, const char *expected)
{
	struct strbuf text = STRBUF_INIT;

	excerpt_add(&text, line, at);
	assert_string_equal(strbuf_str(&text), expected);
	strbuf_fini(&text);
}

static void the_caret_is_under_the_place(void **state)
{
	(void)state;
	check("a )", 0, "a )\n^\n");
	check("a )", 2, "a )\n  ^\n");
	check("a", 1, "a\n ^\n");
	check("", 0, "\n^\n");
}

static void tabs_go_to_their_stops(void **state)
{
	(void)state;
	check("\ta\t)", 3, "        a       )\n                ^\n");
	check("a\t)", 1, "a       )\n ^\n");
}

static void a_wide_character_takes_two_columns(void **state)
{
	(void)state;
	check("\xc3\xa4 )", 3, "\xc3\xa4 )\n  ^\n");
	check("\xe6\x97\xa5 )", 4, "\xe6\x97\xa5 )\n   ^\n");
	check("e\xcc\x81 )", 4, "e\xcc\x81 )\n  ^\n"); /* combining */
}

static void what_is_harmful_is_shown_otherwise(void **state)
{
	(void)state;
	check("\x1b[m )", 4, "^[[m )\n     ^\n");
	check("\xff )", 2, "\\377 )\n     ^\n");
}

#define X10 "xxxxxxxxxx"
#define X40 X10 X10 X10 X10
#define BLANKS "                    "

static void a_long_line_is_cut_around_the_place(void **state)
{
	(void)state;
	check(X40 X40, 0, X40 X10 X10 X10 "...\n^\n");
	check(X40 X10 "y" X40, 50,
	    "..." X40 "xxxxxyxxxxxxxxxxxxxxxxxxxxxxxx...\n" BLANKS BLANKS
	    "        ^\n");
	check(X40 X40, 80, "..." X40 "xxxxx\n" BLANKS BLANKS "        ^\n");
}

static void columns_count_characters(void **state)
{
	(void)state;
	assert_int_equal(excerpt_column("ab", 0), 1);
	assert_int_equal(excerpt_column("\t\xe6\x97\xa5)", 4), 3);
	assert_int_equal(excerpt_column("\xff\xfe)", 2), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_caret_is_under_the_place),
		cmocka_unit_test(tabs_go_to_their_stops),
		cmocka_unit_test(a_wide_character_takes_two_columns),
		cmocka_unit_test(what_is_harmful_is_shown_otherwise),
		cmocka_unit_test(a_long_line_is_cut_around_the_place),
		cmocka_unit_test(columns_count_characters),
	};

	(void)setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("base_excerpt", tests, NULL, NULL);
}
