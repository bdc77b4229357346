/*
 * edit_thrift.c - tests of what is said to the screen in fewer bytes
 *
 * What readline writes is as it was seen on a terminal of 80 columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "edit/edit_thrift.h"

enum { START = 2, COLUMNS = 20 };

/* LINE has a | where the cursor is. */
static void draw(struct edit_drawn *drawn, const char *line)
{
	const char *cursor = strchr(line, '|');

	assert_non_null(cursor);
	drawn->is_known = true;
	drawn->cursor = (size_t)(cursor - line);
	strbuf_init(&drawn->line);
	strbuf_add(&drawn->line, line, drawn->cursor);
	strbuf_adds(&drawn->line, cursor + 1);
}

static void check_drawn(struct edit_drawn *before, struct edit_drawn *after,
    const char *written, const char *expected)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_adds(&text, written);
	edit_thrift_tail(&text, before, after, START, COLUMNS);
	assert_string_equal(text.s, expected);
	strbuf_fini(&text);
	strbuf_fini(&before->line);
	strbuf_fini(&after->line);
}

static void check_tail(const char *before, const char *after,
    const char *written, const char *expected)
{
	struct edit_drawn was, is;

	draw(&was, before);
	draw(&is, after);
	check_drawn(&was, &is, written, expected);
}

static void check_moves(const char *written, const char *expected)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_adds(&text, written);
	edit_thrift_moves(&text);
	assert_string_equal(strbuf_str(&text), expected);
	strbuf_fini(&text);
}

static void what_is_typed_inside_a_line_moves_its_tail(void **unused)
{
	(void)unused;
	check_tail("ab|cd", "abx|cd", "xcd\b\b", "\033[1@x");
	check_tail("|cd", "xy|cd", "xycd\b\b", "\033[2@xy");
	check_tail("xx|xx", "xxx|xx", "xxx\b\b", "\033[1@x");
	/* back by way of the row's beginning: to column 2 + 1 */
	check_tail(
	    "|cdefgh", "x|cdefgh", "xcdefgh\r\033[C\033[C\033[C", "\033[1@x");
}

static void what_is_deleted_inside_a_line_moves_its_tail(void **unused)
{
	(void)unused;
	check_tail("abx|cd", "ab|cd", "\b\033[1Pcd\b\b", "\b\033[1P");
	check_tail("ab|xcd", "ab|cd", "\033[1Pcd\b\b", "\033[1P");
	check_tail("axy|cd", "a|cd", "\b\b\033[2Pcd\b\b", "\b\b\033[2P");
}

static void wide_characters_move_it_by_two_columns(void **unused)
{
	(void)unused;
	check_tail("a|\xc3\xa9", "a\xe6\xbc\xa2|\xc3\xa9",
	    "\xe6\xbc\xa2\xc3\xa9\b", "\033[2@\xe6\xbc\xa2");
	check_tail("a\xe6\xbc\xa2|z", "a|z", "\b\b\033[2Pz\b", "\b\b\033[2P");
	check_tail(
	    "|\xe6\xbc\xa2", "x|\xe6\xbc\xa2", "x\xe6\xbc\xa2\b\b", "\033[1@x");
}

/* What is not just that stays as it is. */
static void stays(const char *before, const char *after, const char *written)
{
	check_tail(before, after, written, written);
}

static void other_changes_are_written_as_they_were(void **unused)
{
	(void)unused;
	stays("ab|", "abx|", "x");
	stays("ab|cd", "ab|cd", "");
	stays("ab|cd", "ab|cd", "cd\b\b");
	stays("ab|cd", "a|bcd", "\b");
	stays("ab|cd", "zbx|cd", "xcd\b\b");         /* its beginning */
	stays("ab|cd", "abx|ce", "xce\b\b");         /* its tail */
	stays("a|bcd", "abx|cd", "bxcd\b\b");        /* from elsewhere */
	stays("ab|cd", "abx|cd", "\033[Kxcd\b\b");   /* more was said */
	stays("ab|cd", "abx|cd", "xcd\b");           /* back elsewhere */
	stays("ab|cd", "abx|cd", "xcd\b\b\033[31m"); /* more behind it */
	stays("abx|cd", "ab|cd", "\b\033[2Pcd\b\b");
	stays("|cd", "x|cd", "xcd\r\033[C");
}

static void a_screen_that_shows_more_is_left_alone(void **unused)
{
	struct edit_drawn was, is;

	(void)unused;
	for (int i = 0; i < 2; i++) {
		draw(&was, "ab|cd");
		draw(&is, "abx|cd");
		(i ? &was : &is)->is_known = false;
		check_drawn(&was, &is, "xcd\b\b", "xcd\b\b");
	}
}

static void a_line_of_two_rows_is_left_alone(void **unused)
{
	(void)unused;
	/* 2 + 17 columns of 20, then 2 + 18: the cursor may stand anywhere */
	check_tail("|bcdefghijklmnopq", "a|bcdefghijklmnopq",
	    "abcdefghijklmnopq\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b", "\033[1@a");
	stays("|bcdefghijklmnopqr", "a|bcdefghijklmnopqr",
	    "abcdefghijklmnopqr\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b");
}

static void characters_without_a_width_are_left_alone(void **unused)
{
	(void)unused;
	stays("a|\tb", "ax|\tb", "x\tb\b\b");
	stays("a|\xcc\x81", "ax|\xcc\x81", "x\xcc\x81"); /* combining */
	stays("a|b", "a\xcc\x81|b",
	    "\xcc\x81"
	    "b\b");
	stays("a|\xff", "ax|\xff", "x\xff\b"); /* none at all */
}

static void many_moves_are_one(void **unused)
{
	(void)unused;
	check_moves("", "");
	check_moves("\b\b\b\b", "\b\b\b\b");
	check_moves("a\b\b\b\b\bb", "a\033[5Db");
	check_moves("\033[C", "\033[C");
	check_moves("\033[C\033[C", "\033[2C");
	check_moves(
	    "\r\033[C\033[C\033[C\b\b\b\b\b\b\033", "\r\033[3C\033[6D\033");
	check_moves("\b\b\b\b\b\b\b\b\b\b\b\b", "\033[12D");
	check_moves("a\033[\033[Kb\033[", "a\033[\033[Kb\033[");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_inside_a_line_moves_its_tail),
		cmocka_unit_test(what_is_deleted_inside_a_line_moves_its_tail),
		cmocka_unit_test(wide_characters_move_it_by_two_columns),
		cmocka_unit_test(other_changes_are_written_as_they_were),
		cmocka_unit_test(a_screen_that_shows_more_is_left_alone),
		cmocka_unit_test(a_line_of_two_rows_is_left_alone),
		cmocka_unit_test(characters_without_a_width_are_left_alone),
		cmocka_unit_test(many_moves_are_one),
	};

	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
