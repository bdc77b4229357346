/*
 * base_decimal.c - tests of base/decimal: numbers as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/decimal.h"

static void numbers_are_written_without_padding(void **state)
{
	char text[DECIMAL_SIZE];

	(void)state;
	assert_string_equal(decimal(text, 0), "0");
	assert_string_equal(decimal(text, 7), "7");
	assert_string_equal(decimal(text, 10), "10");
	assert_string_equal(decimal(text, -1), "-1");
	assert_string_equal(decimal(text, -4096), "-4096");
}

static void the_largest_and_the_least_number_fit(void **state)
{
	char text[DECIMAL_SIZE];

	(void)state;
	assert_string_equal(decimal(text, INT64_MAX), "9223372036854775807");
	assert_string_equal(decimal(text, INT64_MIN), "-9223372036854775808");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_written_without_padding),
		cmocka_unit_test(the_largest_and_the_least_number_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
