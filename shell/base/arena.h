/*
 * arena.h - many small allocations that end together
 *
 * An arena owns everything taken from it until arena_fini(), or until
 * arena_release() goes back to an earlier mark. Nothing is freed one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_ARENA_H
#define JSH_BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *top; /* newest block; NULL while empty */
	char *next, *end;        /* what is left of it */
};

struct arena_mark {
	struct arena_block *block;
	char *next; /* in BLOCK, when the mark was taken */
};

#define ARENA_INIT                                                             \
	{                                                                      \
		NULL, NULL, NULL                                               \
	}

void arena_init(struct arena *arena);
void arena_fini(struct arena *arena);

/* The slow part of the next: what is left is not enough. */
void *arena_alloc_block(struct arena *arena, size_t size)
    __attribute__((returns_nonnull));

/*
 * Memory aligned for any type; arena_zalloc's is zeroed. Inline, as it is called
 * three times for each word that is parsed. What is left is a multiple of the
 * alignment, so that rounding SIZE up cannot go beyond.
 */
static inline void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	char *p = arena->next;

	if (size > (size_t)(arena->end - p) || !p)
		return arena_alloc_block(arena, size);
	arena->next = p + ((size + align - 1) & ~(align - 1));
	return p;
}

void *arena_zalloc(struct arena *arena, size_t size)
    __attribute__((returns_nonnull));
char *arena_strdup(struct arena *arena, const char *s);
char *arena_strndup(struct arena *arena, const char *s, size_t len);

/* Everything allocated after the mark is freed by the release. */
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);

#endif
