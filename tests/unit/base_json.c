/*
 * base_json.c - tests of base/json: valid whatever the bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json.h"

static void assert_json(const char *s, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	json_add_string(&sb, s);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void text_stays_as_it_is(void **state)
{
	(void)state;
	assert_json("", "\"\"");
	assert_json("sleep 9 | cat ~", "\"sleep 9 | cat ~\"");
	assert_json("\xc3\xa9 \xe2\x82\xac \xf0\x9f\x90\x9a",
	    "\"\xc3\xa9 \xe2\x82\xac \xf0\x9f\x90\x9a\"");
}

static void quotes_and_backslashes_are_escaped(void **state)
{
	(void)state;
	assert_json("a\"b\\c", "\"a\\\"b\\\\c\"");
}

static void control_characters_are_escaped(void **state)
{
	(void)state;
	assert_json("\x01\t\n\x1b[2J\x7f", "\"\\u0001\\u0009\\u000a"
					   "\\u001b[2J\\u007f\"");
	assert_json("\xc2\x9b", "\"\\u009b\"");
}

static void bytes_that_are_no_utf8_become_lone_surrogates(void **state)
{
	(void)state;
	assert_json("a\xff"
		    "b\xc3",
	    "\"a\\udcffb\\udcc3\"");
	assert_json("\xc0\xaf", "\"\\udcc0\\udcaf\"");
	assert_json("\xe0\x80\x80", "\"\\udce0\\udc80\\udc80\"");
	assert_json("\xed\xb2\x80", "\"\\udced\\udcb2\\udc80\"");
	assert_json("\xf4\x90\x80\x80", "\"\\udcf4\\udc90\\udc80\\udc80\"");
	assert_json("\xe2\x82", "\"\\udce2\\udc82\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_stays_as_it_is),
		cmocka_unit_test(quotes_and_backslashes_are_escaped),
		cmocka_unit_test(control_characters_are_escaped),
		cmocka_unit_test(bytes_that_are_no_utf8_become_lone_surrogates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
