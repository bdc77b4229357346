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

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *top; /* newest block; NULL while empty */
};

struct arena_mark {
	struct arena_block *block;
	size_t used; /* bytes of BLOCK in use when the mark was taken */
};

#define ARENA_INIT                                                             \
	{                                                                      \
		NULL                                                           \
	}

void arena_init(struct arena *arena);
void arena_fini(struct arena *arena);

/* Memory aligned for any type; arena_zalloc's is zeroed. */
void *arena_alloc(struct arena *arena, size_t size)
    __attribute__((returns_nonnull));
void *arena_zalloc(struct arena *arena, size_t size)
    __attribute__((returns_nonnull));
char *arena_strdup(struct arena *arena, const char *s);
char *arena_strndup(struct arena *arena, const char *s, size_t len);

/* Everything allocated after the mark is freed by the release. */
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);

#endif
