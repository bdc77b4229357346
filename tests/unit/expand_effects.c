/*
 * expand_effects.c - which words can be expanded in advance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "expand/effects.h"
#include "syntax/parse.h"

static bool has_effects(const char *text)
{
	struct arena arena = ARENA_INIT;
	const struct word *word = parse_quoted_text(&arena, text, strlen(text));
	bool effects;

	assert_non_null(word);
	effects = word_has_effects(word);
	arena_fini(&arena);
	return effects;
}

static void plain_words_have_none(void **state)
{
	static const char *const texts[] = { "", "a", "$x", "${x}", "${#x}",
		"${x-a}", "${x:-$y}", "${x+${y%a*}}", "${x##*/}", "$@", "$?" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(has_effects(texts[i]));
}

static void assignments_commands_and_errors_are_effects(void **state)
{
	static const char *const texts[] = { "${x=a}", "${x:=a}", "${x?}",
		"${x:?a}", "$((1))", "$(a)", "`a`", "a${x-$(a)}", "${x-${y=1}}",
		"${x%$((1))}", "${x!}" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_true(has_effects(texts[i]));
}

static void no_word_has_none(void **state)
{
	(void)state;
	assert_false(word_has_effects(NULL));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_words_have_none),
		cmocka_unit_test(assignments_commands_and_errors_are_effects),
		cmocka_unit_test(no_word_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
