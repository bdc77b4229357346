/*
 * nearest.h - of many names, the one that was probably meant
 *
 * The distance is that of Damerau and Levenshtein in its simple form: one for
 * each byte that is missing, too much or another one, and for each two that
 * have changed places. The longer the name, the more may be wrong with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_NEAREST_H
#define JSH_BASE_NEAREST_H

#include <stdbool.h>
#include <stddef.h>

enum { NEAREST_MAX = 63 }; /* bytes of a name; longer ones are near nothing */

struct nearest {
	const char *wanted; /* borrowed */
	size_t len;         /* its */
	int badness;        /* of the best one yet; an offer must be below it */
	char best[NEAREST_MAX + 1];
};

void nearest_init(struct nearest *nearest, const char *wanted);

/* Would NAME be the best one yet? */
bool nearest_is_better(const struct nearest *nearest, const char *name);

/* Take NAME, a copy, if it is the best one yet: of two that are equally near,
 * the first offered. */
void nearest_offer(struct nearest *nearest, const char *name);

/* The best one, borrowed; NULL if none was near enough. */
const char *nearest_found(const struct nearest *nearest);

#endif
