/*
 * interactive_list.h - an environment for unit tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_TESTS_INTERACTIVE_LIST_H
#define JSH_TESTS_INTERACTIVE_LIST_H

#include <stddef.h>
#include <string.h>

/* CTX is a list of NAME, VALUE pairs that ends with NULL. */
static inline const char *get_from_list(void *ctx, const char *name)
{
	const char *const *list = ctx;

	for (; *list; list += 2)
		if (strcmp(*list, name) == 0)
			return list[1];
	return NULL;
}

#endif
