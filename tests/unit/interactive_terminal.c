/*
 * interactive_terminal.c - tests of interactive/terminal and interactive/osc
 *
 * Which notices a terminal shows is tested by interactive_announce.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "interactive/osc.h"
#include "interactive/terminal.h"
#include "interactive_list.h"

/* EXPECTED names what it understands. */
#define assert_understands(expected, ...)                                      \
	do {                                                                   \
		const char *list_[] = { __VA_ARGS__, NULL };                   \
		assert_string_equal(                                           \
		    words_of(terminal_find(get_from_list, list_)), expected);  \
	} while (0)

static const char *words_of(const struct terminal *terminal)
{
	static char words[32];

	words[0] = '\0';
	if (terminal->folder)
		(void)strcat(words, " folder");
	if (terminal->marks)
		(void)strcat(words, " marks");
	if (terminal->title)
		(void)strcat(words, " title");
	return words;
}

static void modern_terminals_understand_all(void **state)
{
	(void)state;
	assert_understands(" folder marks title", "TERM", "xterm-kitty");
	assert_understands(" folder marks title", "TERM", "foot");
	assert_understands(" folder marks title", "TERM", "xterm-256color",
	    "VTE_VERSION", "7006");
	assert_understands(" folder marks title", "TERM", "xterm-256color",
	    "TERM_PROGRAM", "vscode");
}

static void tmux_takes_all_and_screen_nothing(void **state)
{
	(void)state;
	assert_understands(
	    " folder marks title", "TERM", "screen", "TMUX", "/tmp/x,1,0");
	assert_understands(" folder marks title", "TERM", "tmux-256color");
	assert_understands("", "TERM", "screen");
	assert_understands("", "TERM", "xterm-kitty", "STY", "1.pts");
}

static void some_understand_a_part(void **state)
{
	(void)state;
	assert_understands(" title", "TERM", "xterm");
	assert_understands(" title", "TERM", "alacritty");
	assert_understands(" folder title", "TERM", "xterm-256color",
	    "KONSOLE_VERSION", "230800");
	assert_understands(
	    " marks title", "TERM", "xterm-256color", "WT_SESSION", "a-b");
}

static void console_dumb_and_unknown_terminals_get_nothing(void **state)
{
	(void)state;
	assert_understands("", "TERM", "linux", "KITTY_WINDOW_ID", "1");
	assert_understands("", "TERM", "dumb", "VTE_VERSION", "7006");
	assert_understands("", "TERM", "vt100");
	assert_understands("", "TERM", "", "TMUX", "x");
	assert_understands("", "HOME", "/");
}

#define assert_colours(expected, ...)                                          \
	do {                                                                   \
		const char *list_[] = { __VA_ARGS__, NULL };                   \
		assert_int_equal(                                              \
		    terminal_has_colours(get_from_list, list_), expected);     \
	} while (0)

static void colours_need_a_terminal_that_has_them(void **state)
{
	(void)state;
	assert_colours(true, "TERM", "xterm");
	assert_colours(true, "TERM", "linux");
	assert_colours(false, "TERM", "dumb");
	assert_colours(false, "TERM", "vt220");
	assert_colours(false, "TERM", "linux-m");
	assert_colours(false, "TERM", "xterm-mono");
	assert_colours(false, "TERM", "");
	assert_colours(false, "HOME", "/");
}

static void no_color_means_none_if_it_is_not_empty(void **state)
{
	(void)state;
	assert_colours(false, "TERM", "xterm", "NO_COLOR", "1");
	assert_colours(false, "TERM", "xterm", "NO_COLOR", "0");
	assert_colours(true, "TERM", "xterm", "NO_COLOR", "");
}

static void folder_is_a_uri(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	osc_folder(&sb, "box.example.org", "/tmp/a b;\033\\%\xc3\xa9~-._");
	assert_string_equal(sb.s,
	    "\033]7;file://box.example.org/tmp/a%20b%3B%1B%5C%25%C3%A9~-._"
	    "\033\\");
	strbuf_fini(&sb);
}

static void text_cannot_end_its_command(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	osc_text(&sb, "0;", "a\033\\\ab\nc");
	assert_string_equal(sb.s, "\033]0;a^[\\^Gb^Jc\033\\");
	strbuf_fini(&sb);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(modern_terminals_understand_all),
		cmocka_unit_test(tmux_takes_all_and_screen_nothing),
		cmocka_unit_test(some_understand_a_part),
		cmocka_unit_test(
		    console_dumb_and_unknown_terminals_get_nothing),
		cmocka_unit_test(colours_need_a_terminal_that_has_them),
		cmocka_unit_test(no_color_means_none_if_it_is_not_empty),
		cmocka_unit_test(folder_is_a_uri),
		cmocka_unit_test(text_cannot_end_its_command),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
