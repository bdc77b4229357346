/*
 * vec.c - a growing array of pointers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/vec.h"

#include <stdlib.h>

#include "base/mem.h"

void vec_init(struct vec *vec)
{
	*vec = (struct vec)VEC_INIT;
}

void vec_fini(struct vec *vec)
{
	free(vec->items);
	vec_init(vec);
}

void vec_push(struct vec *vec, void *item)
{
	if (vec->count == vec->cap) {
		vec->cap = vec->cap ? vec->cap * 2 : 8;
		vec->items =
		    xreallocarray(vec->items, vec->cap, sizeof *vec->items);
	}
	vec->items[vec->count++] = item;
}

void *vec_pop(struct vec *vec)
{
	return vec->count ? vec->items[--vec->count] : NULL;
}
