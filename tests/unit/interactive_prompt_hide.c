/*
 * interactive_prompt_hide.c - tests of interactive/prompt_hide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "interactive/prompt_hide.h"

/* In EXPECTED < and > stand for the marks. */
static void assert_hidden(const char *prompt, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;
	size_t i;

	prompt_hide(&sb, prompt);
	for (i = 0; i < sb.len; i++) {
		if (sb.s[i] == '\001')
			sb.s[i] = '<';
		if (sb.s[i] == '\002')
			sb.s[i] = '>';
	}
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void plain_text_stays(void **state)
{
	(void)state;
	assert_hidden("", "");
	assert_hidden("a [31m \xc3\xa9\n$ ", "a [31m \xc3\xa9\n$ ");
}

static void colours_are_hidden(void **state)
{
	(void)state;
	assert_hidden("\033[31mred\033[0m$ ", "<\033[31m>red<\033[0m>$ ");
	assert_hidden(
	    "\033[1m\033[38;2;1;2;3mx", "<\033[1m><\033[38;2;1;2;3m>x");
	assert_hidden("\033[?25l\033[2 qx", "<\033[?25l><\033[2 q>x");
}

static void strings_are_hidden_to_their_end(void **state)
{
	(void)state;
	assert_hidden("\033]0;title\ax", "<\033]0;title\a>x");
	assert_hidden("\033]0;title\033\\x", "<\033]0;title\033\\>x");
	assert_hidden(
	    "\033P1$r\033\\x\033_y\033\\", "<\033P1$r\033\\>x<\033_y\033\\>");
}

static void other_sequences_and_bells_are_hidden(void **state)
{
	(void)state;
	assert_hidden("\033(B\0337x\0338\a$", "<\033(B><\0337>x<\0338><\a>$");
}

static void what_is_marked_already_stays_so(void **state)
{
	(void)state;
	assert_hidden("\001\033[31m\002a\033[0m", "<\033[31m>a<\033[0m>");
	assert_hidden("\001\033[31m\033[1m\002a", "<\033[31m\033[1m>a");
}

static void unfinished_sequences_swallow_nothing(void **state)
{
	(void)state;
	assert_hidden("\033]0;title", "<\033]>0;title");
	assert_hidden("a\033", "a<\033>");
	assert_hidden("\033[31", "<\033[31>");
	assert_hidden("\033[31\nx", "<\033[31>\nx");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_stays),
		cmocka_unit_test(colours_are_hidden),
		cmocka_unit_test(strings_are_hidden_to_their_end),
		cmocka_unit_test(other_sequences_and_bells_are_hidden),
		cmocka_unit_test(what_is_marked_already_stays_so),
		cmocka_unit_test(unfinished_sequences_swallow_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
