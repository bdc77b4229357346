/*
 * base_nearest.c - tests of base/nearest: the name that was probably meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/nearest.h"

/* Of NAMES, which blanks part, EXPECTED is meant by WANTED; NULL: none. */
static void check(const char *wanted, const char *names, const char *expected)
{
	struct nearest nearest;
	char text[256], *save;

	(void)strncpy(text, names, sizeof text - 1);
	text[sizeof text - 1] = '\0';
	nearest_init(&nearest, wanted);
	for (char *name = strtok_r(text, " ", &save); name;
	     name = strtok_r(NULL, " ", &save))
		nearest_offer(&nearest, name);
	if (expected)
		assert_string_equal(nearest_found(&nearest), expected);
	else
		assert_null(nearest_found(&nearest));
}

static void a_byte_missing_too_much_or_wrong(void **state)
{
	(void)state;
	check("gt", "git", NULL);
	check("mkdr", "mkdir", "mkdir");
	check("mkdiir", "mkdir", "mkdir");
	check("mkdor", "mkdir", "mkdir");
	check("kdir", "mkdir", "mkdir");
	check("mkdi", "mkdir", "mkdir");
}

static void two_bytes_that_changed_places(void **state)
{
	(void)state;
	check("sl", "ls", "ls");
	check("gti", "git", "git");
	check("grpe", "grep", "grep");
	check("pdw", "cd pwd", "pwd");
}

static void a_swap_is_likelier_than_another_byte(void **state)
{
	(void)state;
	check("gti", "gtk gdi git", "git");
	check("gti", "git gtk gdi", "git");
	check("sl", "sh su ps", NULL);
}

static void a_longer_name_may_have_two_mistakes(void **state)
{
	(void)state;
	check("pyhton33", "python3", "python3");
	check("syystemctll", "systemctl", "systemctl");
	check("sstemctlxx", "systemctl", NULL);
	check("whcih", "which", "which");
	check("whxxh", "which", NULL);
}

static void the_nearest_wins_and_then_the_first(void **state)
{
	(void)state;
	check("printt", "print printf", "print");
	check("printt", "printf print", "printf");
	check("systemctxx", "systemctl systemctx", "systemctx");
}

static void nothing_is_near_an_empty_or_an_endless_name(void **state)
{
	char longest[NEAREST_MAX + 1], longer[NEAREST_MAX + 2];

	(void)state;
	memset(longest, 'x', NEAREST_MAX);
	longest[NEAREST_MAX] = '\0';
	memset(longer, 'x', NEAREST_MAX + 1);
	longer[NEAREST_MAX + 1] = '\0';
	check("", "a ab", NULL);
	check("a", "b ab", NULL);
	check(longest, longest + 1, longest + 1);
	check(longest + 1, longest, longest);
	check(longer, longest, NULL);
	check(longest, longer, NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_byte_missing_too_much_or_wrong),
		cmocka_unit_test(two_bytes_that_changed_places),
		cmocka_unit_test(a_swap_is_likelier_than_another_byte),
		cmocka_unit_test(a_longer_name_may_have_two_mistakes),
		cmocka_unit_test(the_nearest_wins_and_then_the_first),
		cmocka_unit_test(nothing_is_near_an_empty_or_an_endless_name),
	};

	return cmocka_run_group_tests_name("base_nearest", tests, NULL, NULL);
}
