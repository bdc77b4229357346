/*
 * base_lazy_locale.c - tests of base/lazy_locale: when a locale is loaded
 *
 * The tests run in this order in one process, whose locale they change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/lazy_locale.h"

static const char *ctype(void)
{
	return setlocale(LC_CTYPE, NULL);
}

static void nothing_is_loaded_before_it_is_needed(void **state)
{
	(void)state;
	lazy_locale_choose(LAZY_CTYPE, "C.UTF-8");
	assert_string_equal(ctype(), "C");
}

static void back_in_c_nothing_is_loaded(void **state)
{
	(void)state;
	lazy_locale_choose(LAZY_CTYPE, "C");
	assert_string_equal(ctype(), "C");
}

static void one_that_is_missing_leaves_the_one_before_it(void **state)
{
	(void)state;
	lazy_locale_choose(LAZY_CTYPE, "C.UTF-8");
	lazy_locale_choose(LAZY_CTYPE, "no_such.locale");
	lazy_locale_need(LAZY_CTYPE);
	assert_string_equal(ctype(), "C.UTF-8");
}

static void what_is_needed_changes_at_once(void **state)
{
	(void)state;
	lazy_locale_choose(LAZY_CTYPE, "C");
	assert_string_equal(ctype(), "C");
	lazy_locale_choose(LAZY_CTYPE, "C.UTF-8");
	assert_string_equal(ctype(), "C.UTF-8");
}

static void the_other_category_still_waits(void **state)
{
	(void)state;
	lazy_locale_choose(LAZY_COLLATE, "C.UTF-8");
	assert_string_equal(setlocale(LC_COLLATE, NULL), "C");
	lazy_locale_need(LAZY_COLLATE);
	assert_string_equal(setlocale(LC_COLLATE, NULL), "C.UTF-8");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_loaded_before_it_is_needed),
		cmocka_unit_test(back_in_c_nothing_is_loaded),
		cmocka_unit_test(one_that_is_missing_leaves_the_one_before_it),
		cmocka_unit_test(what_is_needed_changes_at_once),
		cmocka_unit_test(the_other_category_still_waits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
