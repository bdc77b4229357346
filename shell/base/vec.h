/*
 * vec.h - a growing array of pointers
 *
 * The vector owns its array, never what the pointers name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_VEC_H
#define JSH_BASE_VEC_H

#include <stddef.h>

struct vec {
	void **items;
	size_t count;
	size_t cap;
	void **room; /* items, while they are not on the heap */
};

#define VEC_INIT                                                               \
	{                                                                      \
		NULL, 0, 0, NULL                                               \
	}

void vec_init(struct vec *vec);

/* Begin in ROOM for COUNT items, the caller's, who keeps it as long. */
void vec_init_in(struct vec *vec, void **room, size_t count);

void vec_fini(struct vec *vec);
void vec_push(struct vec *vec, void *item);

/* The last item, removed; NULL when empty. */
void *vec_pop(struct vec *vec);

#endif
