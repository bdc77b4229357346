/*
 * interactive_announce.c - tests of interactive/announce_terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "interactive/announce_terminal.h"
#include "interactive_list.h"

#define assert_means(expected, ...)                                            \
	do {                                                                   \
		const char *list_[] = { __VA_ARGS__, NULL };                   \
		assert_int_equal(                                              \
		    terminal_find(get_from_list, list_)->notice, (expected));  \
	} while (0)

static void terminal_that_only_prints_gets_nothing(void **state)
{
	(void)state;
	assert_means(ANNOUNCE_NOTHING, "TERM", "dumb", "VTE_VERSION", "7006");
	assert_means(ANNOUNCE_NOTHING, "TERM", "");
	assert_means(ANNOUNCE_NOTHING, "HOME", "/");
}

static void terminals_that_show_notices_get_their_own_sequence(void **state)
{
	(void)state;
	assert_means(ANNOUNCE_OSC_99, "TERM", "xterm-kitty");
	assert_means(ANNOUNCE_OSC_99, "TERM", "xterm", "KITTY_WINDOW_ID", "1");
	assert_means(
	    ANNOUNCE_OSC_9, "TERM", "xterm", "TERM_PROGRAM", "iTerm.app");
	assert_means(
	    ANNOUNCE_OSC_9, "TERM", "xterm", "TERM_PROGRAM", "WezTerm");
	assert_means(ANNOUNCE_OSC_9, "TERM", "xterm", "WEZTERM_PANE", "0");
	assert_means(ANNOUNCE_OSC_9, "TERM", "xterm-ghostty");
	assert_means(ANNOUNCE_OSC_777, "TERM", "foot");
	assert_means(ANNOUNCE_OSC_777, "TERM", "foot-extra");
	assert_means(ANNOUNCE_OSC_777_AND_BELL, "TERM", "xterm-256color",
	    "VTE_VERSION", "7006");
}

static void any_other_terminal_gets_the_bell(void **state)
{
	(void)state;
	assert_means(ANNOUNCE_BELL, "TERM", "xterm");
	assert_means(ANNOUNCE_BELL, "TERM", "xterm", "VTE_VERSION", "");
	assert_means(ANNOUNCE_BELL, "TERM", "linux", "KITTY_WINDOW_ID", "1");
}

static void multiplexers_get_the_bell_whatever_is_around_them(void **state)
{
	(void)state;
	assert_means(ANNOUNCE_BELL, "TERM", "xterm-kitty", "TMUX", "x,1,0");
	assert_means(
	    ANNOUNCE_BELL, "TERM", "tmux-256color", "KITTY_WINDOW_ID", "1");
	assert_means(ANNOUNCE_BELL, "TERM", "screen", "VTE_VERSION", "7006");
	assert_means(ANNOUNCE_BELL, "TERM", "vt100", "STY", "1.pts",
	    "WEZTERM_PANE", "1");
}

static void assert_composed(enum announce_means means, const char *text,
    bool unfocused, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	announce_compose(&sb, means, text, unfocused);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void sequences_are_as_the_terminals_have_them(void **state)
{
	(void)state;
	assert_composed(ANNOUNCE_NOTHING, "a", false, "");
	assert_composed(ANNOUNCE_BELL, "a", false, "\a");
	assert_composed(ANNOUNCE_OSC_9, "a;b", false, "\033]9;a;b\033\\");
	assert_composed(ANNOUNCE_OSC_99, "a", false, "\033]99;;a\033\\");
	assert_composed(
	    ANNOUNCE_OSC_99, "a", true, "\033]99;o=unfocused;a\033\\");
	assert_composed(
	    ANNOUNCE_OSC_777, "a", false, "\033]777;notify;jsh;a\033\\");
	assert_composed(ANNOUNCE_OSC_777_AND_BELL, "a", false,
	    "\033]777;notify;jsh;a\033\\\a");
}

static void text_cannot_end_the_sequence(void **state)
{
	(void)state;
	assert_composed(ANNOUNCE_OSC_9, "a\033\\\a\xc2\x9c\xff", false,
	    "\033]9;a^[\\^G\\302\\234\\377\033\\");
}

static void long_text_is_cut_at_a_whole_character(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	char text[600];

	(void)state;
	memset(text, 'x', sizeof text);
	memcpy(text + 239, "\xc3\xa9", 2); /* does not fit into 240 bytes */
	text[sizeof text - 1] = '\0';
	announce_compose(&sb, ANNOUNCE_OSC_9, text, false);
	assert_int_equal(sb.len, strlen("\033]9;") + 239 + strlen("\033\\"));
	strbuf_fini(&sb);
}

static void only_one_kind_of_terminal_can_keep_it_for_later(void **state)
{
	(void)state;
	assert_true(announce_knows_focus(ANNOUNCE_OSC_99));
	assert_false(announce_knows_focus(ANNOUNCE_OSC_9));
	assert_false(announce_knows_focus(ANNOUNCE_BELL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terminal_that_only_prints_gets_nothing),
		cmocka_unit_test(
		    terminals_that_show_notices_get_their_own_sequence),
		cmocka_unit_test(any_other_terminal_gets_the_bell),
		cmocka_unit_test(
		    multiplexers_get_the_bell_whatever_is_around_them),
		cmocka_unit_test(sequences_are_as_the_terminals_have_them),
		cmocka_unit_test(text_cannot_end_the_sequence),
		cmocka_unit_test(long_text_is_cut_at_a_whole_character),
		cmocka_unit_test(
		    only_one_kind_of_terminal_can_keep_it_for_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
