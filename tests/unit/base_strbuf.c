/*
 * base_strbuf.c - tests of base/strbuf
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"

static void an_empty_buffer_is_the_empty_string(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	char *taken;

	(void)state;
	assert_string_equal(strbuf_str(&sb), "");
	taken = strbuf_take(&sb);
	assert_string_equal(taken, "");
	free(taken);
}

static void pieces_are_joined_in_order(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_addc(&sb, '[');
	strbuf_add(&sb, "12345", 1);
	strbuf_adds(&sb, "]+  ");
	strbuf_addf(&sb, "%-8s%d", "Done", 7);
	assert_string_equal(strbuf_str(&sb), "[1]+  Done    7");
	assert_int_equal(sb.len, 15);
	strbuf_fini(&sb);
}

static void it_grows_far_beyond_its_first_size(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	int i;

	(void)state;
	for (i = 0; i < 100000; i++)
		strbuf_addc(&sb, (char)('a' + i % 26));
	assert_int_equal(sb.len, 100000);
	assert_int_equal(sb.s[0], 'a');
	assert_int_equal(sb.s[99999], 'd');
	assert_int_equal(sb.s[100000], '\0');
	strbuf_fini(&sb);
}

static void formatted_text_longer_than_the_room_is_kept_whole(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_adds(&sb, "<");
	strbuf_addf(&sb, "%0500d>", 7);
	assert_int_equal(sb.len, 502);
	assert_string_equal(sb.s + 498, "007>");
	strbuf_fini(&sb);
}

static void a_nul_byte_inside_is_kept(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_add(&sb, "a\0b", 3);
	assert_int_equal(sb.len, 3);
	assert_memory_equal(sb.s, "a\0b", 4);
	strbuf_fini(&sb);
}

static void truncate_and_reset_shorten_it(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_adds(&sb, "stopped");
	strbuf_truncate(&sb, 4);
	assert_string_equal(strbuf_str(&sb), "stop");
	strbuf_reset(&sb);
	assert_string_equal(strbuf_str(&sb), "");
	assert_int_equal(sb.len, 0);
	strbuf_adds(&sb, "again");
	assert_string_equal(strbuf_str(&sb), "again");
	strbuf_fini(&sb);
}

static void take_hands_over_the_text_and_leaves_it_empty(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	char *taken;

	(void)state;
	strbuf_adds(&sb, "mine");
	taken = strbuf_take(&sb);
	assert_string_equal(taken, "mine");
	assert_string_equal(strbuf_str(&sb), "");
	assert_null(sb.s);
	free(taken);
}

static void it_begins_in_the_room_of_the_caller_and_leaves_it(void **state)
{
	struct strbuf sb;
	char room[8], *taken;

	(void)state;
	strbuf_init_in(&sb, room, sizeof room);
	assert_string_equal(strbuf_str(&sb), "");
	strbuf_adds(&sb, "1234567");
	assert_ptr_equal(sb.s, room);
	strbuf_addc(&sb, '8');
	assert_ptr_not_equal(sb.s, room);
	assert_string_equal(strbuf_str(&sb), "12345678");
	strbuf_fini(&sb);
	strbuf_init_in(&sb, room, sizeof room);
	strbuf_adds(&sb, "mine");
	taken = strbuf_take(&sb);
	assert_ptr_not_equal(taken, room);
	assert_string_equal(taken, "mine");
	free(taken);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_buffer_is_the_empty_string),
		cmocka_unit_test(pieces_are_joined_in_order),
		cmocka_unit_test(it_grows_far_beyond_its_first_size),
		cmocka_unit_test(
		    formatted_text_longer_than_the_room_is_kept_whole),
		cmocka_unit_test(a_nul_byte_inside_is_kept),
		cmocka_unit_test(truncate_and_reset_shorten_it),
		cmocka_unit_test(take_hands_over_the_text_and_leaves_it_empty),
		cmocka_unit_test(
		    it_begins_in_the_room_of_the_caller_and_leaves_it),
	};

	return cmocka_run_group_tests_name("base_strbuf", tests, NULL, NULL);
}
