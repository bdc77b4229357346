/*
 * vec.c - a growing array of pointers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void vec_init(struct vec *vec)
{
	*vec = (struct vec)VEC_INIT;
}

void vec_init_in(struct vec *vec, void **room, size_t count)
{
	*vec = (struct vec){ room, 0, count, room };
}

void vec_fini(struct vec *vec)
{
	if (vec->items != vec->room)
		free(vec->items);
	vec_init(vec);
}

static void grow(struct vec *vec)
{
	size_t cap = vec->cap ? vec->cap * 2 : 8;

	if (vec->room) {
		vec->items = xreallocarray(NULL, cap, sizeof *vec->items);
		memcpy(vec->items, vec->room, vec->count * sizeof *vec->items);
		vec->room = NULL;
	} else {
		vec->items = xreallocarray(vec->items, cap, sizeof *vec->items);
	}
	vec->cap = cap;
}

void vec_push(struct vec *vec, void *item)
{
	if (vec->count == vec->cap)
		grow(vec);
	vec->items[vec->count++] = item;
}

void *vec_pop(struct vec *vec)
{
	return vec->count ? vec->items[--vec->count] : NULL;
}
