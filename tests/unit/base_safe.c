/*
 * base_safe.c - tests of base/safe: what is shown of hostile bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/safe.h"

#define assert_shown(bytes, expected)                                          \
	do {                                                                   \
		struct strbuf shown_ = STRBUF_INIT;                            \
		safe_add(&shown_, (bytes), sizeof(bytes) - 1);                 \
		assert_string_equal(strbuf_str(&shown_), expected);            \
		strbuf_fini(&shown_);                                          \
	} while (0)

static void printable_text_stays_as_it_is(void **state)
{
	(void)state;
	assert_shown("", "");
	assert_shown("sleep 9 | cat ~", "sleep 9 | cat ~");
	assert_shown("caf\xc3\xa9", "caf\xc3\xa9");
	assert_shown("\xe2\x82\xac", "\xe2\x82\xac");
	assert_shown("\xf0\x9f\x90\x9a", "\xf0\x9f\x90\x9a");
}

static void control_characters_are_shown_with_a_caret(void **state)
{
	(void)state;
	assert_shown("\x1b[31m", "^[[31m");
	assert_shown("a\tb\n", "a^Ib^J");
	assert_shown("\x7f", "^?");
	assert_shown("x\0y", "x^@y");
}

static void c1_controls_are_shown_in_octal(void **state)
{
	(void)state;
	assert_shown("\x9b", "\\233");
	assert_shown("\xc2\x9b", "\\302\\233");
}

static void invalid_utf8_is_shown_in_octal(void **state)
{
	(void)state;
	assert_shown("\xff", "\\377");
	assert_shown("\xc3", "\\303");
	assert_shown("\xc3(", "\\303(");
	assert_shown("\xc0\xaf", "\\300\\257");          /* overlong / */
	assert_shown("\xe0\x80\xaf", "\\340\\200\\257"); /* overlong / */
	assert_shown("\xed\xa0\x80", "\\355\\240\\200"); /* surrogate */
	assert_shown("\xf4\x90\x80\x80", "\\364\\220\\200\\200");
}

static void a_copy_is_cut_at_a_whole_item(void **state)
{
	char to[8];

	(void)state;
	memset(to, '#', sizeof to);
	assert_int_equal(safe_copy(to, 4, "ab\xe2\x82\xac", 5), 2);
	assert_memory_equal(to, "ab######", 8);
	assert_int_equal(safe_copy(to, 5, "ab\xe2\x82\xac", 5), 5);
	assert_int_equal(safe_copy(to, 3, "ab\x1b", 3), 2);
	assert_int_equal(safe_copy(to, 0, "ab", 2), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(printable_text_stays_as_it_is),
		cmocka_unit_test(control_characters_are_shown_with_a_caret),
		cmocka_unit_test(c1_controls_are_shown_in_octal),
		cmocka_unit_test(invalid_utf8_is_shown_in_octal),
		cmocka_unit_test(a_copy_is_cut_at_a_whole_item),
	};

	return cmocka_run_group_tests_name("base_safe", tests, NULL, NULL);
}
