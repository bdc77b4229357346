/*
 * base_arena.c - tests of base/arena
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static void memory_is_aligned_for_any_type(void **state)
{
	struct arena arena = ARENA_INIT;
	size_t size;

	(void)state;
	for (size = 1; size <= 100; size++) {
		void *p = arena_alloc(&arena, size);

		assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
		memset(p, 'x', size);
	}
	arena_fini(&arena);
}

static void allocations_do_not_overlap(void **state)
{
	struct arena arena = ARENA_INIT;
	char *a = arena_alloc(&arena, 40);
	char *b = arena_alloc(&arena, 40);

	(void)state;
	memset(a, 'a', 40);
	memset(b, 'b', 40);
	assert_int_equal(a[39], 'a');
	assert_int_equal(b[0], 'b');
	arena_fini(&arena);
}

static void a_request_larger_than_a_block_is_served(void **state)
{
	struct arena arena = ARENA_INIT;
	char *big = arena_zalloc(&arena, 1000000);

	(void)state;
	assert_int_equal(big[0], 0);
	assert_int_equal(big[999999], 0);
	arena_fini(&arena);
}

static void zalloc_clears_memory_that_was_used_before(void **state)
{
	struct arena arena = ARENA_INIT;
	struct arena_mark mark = arena_mark(&arena);
	char *p;

	(void)state;
	memset(arena_alloc(&arena, 64), 'x', 64);
	arena_release(&arena, mark);
	p = arena_zalloc(&arena, 64);
	assert_int_equal(p[0], 0);
	assert_int_equal(p[63], 0);
	arena_fini(&arena);
}

static void strdup_copies_and_strndup_cuts(void **state)
{
	struct arena arena = ARENA_INIT;
	char text[] = "background";
	char *whole = arena_strdup(&arena, text);
	char *part = arena_strndup(&arena, text, 4);

	(void)state;
	memset(text, '?', sizeof text);
	assert_string_equal(whole, "background");
	assert_string_equal(part, "back");
	arena_fini(&arena);
}

static void release_gives_back_what_came_after_the_mark(void **state)
{
	struct arena arena = ARENA_INIT;
	char *kept = arena_strdup(&arena, "kept");
	struct arena_mark mark = arena_mark(&arena);
	char *first = arena_alloc(&arena, 16);

	(void)state;
	(void)arena_alloc(&arena, 100000); /* into another block */
	arena_release(&arena, mark);
	assert_ptr_equal(arena_alloc(&arena, 16), first);
	assert_string_equal(kept, "kept");
	arena_fini(&arena);
}

static void a_loop_of_mark_and_release_reuses_one_block(void **state)
{
	struct arena arena = ARENA_INIT;
	struct arena_mark mark = arena_mark(&arena);
	char *first = arena_alloc(&arena, 100);
	int i;

	(void)state;
	for (i = 0; i < 1000; i++) {
		arena_release(&arena, mark);
		assert_ptr_equal(arena_alloc(&arena, 100), first);
	}
	arena_fini(&arena);
	assert_null(arena.top);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_aligned_for_any_type),
		cmocka_unit_test(allocations_do_not_overlap),
		cmocka_unit_test(a_request_larger_than_a_block_is_served),
		cmocka_unit_test(zalloc_clears_memory_that_was_used_before),
		cmocka_unit_test(strdup_copies_and_strndup_cuts),
		cmocka_unit_test(release_gives_back_what_came_after_the_mark),
		cmocka_unit_test(a_loop_of_mark_and_release_reuses_one_block),
	};

	return cmocka_run_group_tests_name("base_arena", tests, NULL, NULL);
}
