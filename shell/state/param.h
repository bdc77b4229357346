/*
 * param.h - the positional parameters $1, $2, ...
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_PARAM_H
#define JSH_STATE_PARAM_H

#include <stdbool.h>
#include <stddef.h>

struct params {
	char **block;  /* owned, with its strings; NULL while there are none */
	size_t total;  /* strings in block */
	size_t first;  /* index in block of $1: shift moves it */
	bool borrowed; /* block is another's: it is not freed */
};

void params_init(struct params *params);
void params_fini(struct params *params);

/* Replace them by copies of COUNT strings. */
void params_set(struct params *params, char *const *items, size_t count);

size_t params_count(const struct params *params);

/* $N for N from 1; NULL when there are fewer. Borrowed. */
const char *params_get(const struct params *params, size_t n);

/* Drop the first N, which are there. O(1). */
void params_shift(struct params *params, size_t n);

#endif
