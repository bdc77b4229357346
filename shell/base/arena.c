/*
 * arena.c - many small allocations that end together
 *
 * A stack of blocks, each twice as large as the one before up to a bound. One
 * spare block is kept across arena_release(), so that a loop whose commands
 * need just over one block does not malloc and free on every turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct arena_block {
	struct arena_block *below;
	size_t size; /* bytes in data */
	alignas(max_align_t) char data[];
};

enum { FIRST_BLOCK = 2048, LARGEST_STEP = 64 * 1024 };

void arena_init(struct arena *arena)
{
	*arena = (struct arena)ARENA_INIT;
}

void arena_fini(struct arena *arena)
{
	struct arena_block *block = arena->top;

	while (block) {
		struct arena_block *below = block->below;

		free(block);
		block = below;
	}
	arena_init(arena);
}

/* Go on in the newest block, at NEXT. */
static void go_on(struct arena *arena, char *next)
{
	arena->next = next;
	arena->end = arena->top->data + arena->top->size;
}

static void push_block(struct arena *arena, size_t need)
{
	size_t size = FIRST_BLOCK;
	struct arena_block *block;

	if (arena->top)
		size = arena->top->size < LARGEST_STEP ? arena->top->size * 2
						       : LARGEST_STEP;
	if (size < need)
		size = need;
	block = xmalloc(sizeof *block + size);
	block->below = arena->top;
	block->size = size;
	arena->top = block;
	go_on(arena, block->data);
}

void *arena_alloc_block(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	void *p;

	if (size > SIZE_MAX - align - sizeof *arena->top)
		size =
		    SIZE_MAX - align - sizeof *arena->top; /* xmalloc fails */
	size = (size + align - 1) & ~(align - 1);
	push_block(arena, size);
	p = arena->next;
	arena->next += size;
	return p;
}

void *arena_zalloc(struct arena *arena, size_t size)
{
	return memset(arena_alloc(arena, size), 0, size);
}

char *arena_strdup(struct arena *arena, const char *s)
{
	return arena_strndup(arena, s, strlen(s));
}

char *arena_strndup(struct arena *arena, const char *s, size_t len)
{
	char *p = arena_alloc(arena, len + 1);

	memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	return (struct arena_mark){ arena->top, arena->next };
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
	/* The first block stays when an empty arena was marked: it is the
	 * spare that the next command will use. */
	while (arena->top && arena->top != mark.block) {
		struct arena_block *block = arena->top;

		if (!mark.block && !block->below &&
		    block->size <= LARGEST_STEP) {
			go_on(arena, block->data);
			return;
		}
		arena->top = block->below;
		free(block);
	}
	if (arena->top)
		go_on(arena, mark.next);
	else
		arena_init(arena);
}
