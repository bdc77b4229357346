/*
 * nearest.c - of many names, the one that was probably meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/nearest.h"

#include <string.h>

/* Two letters that changed places are the commonest slip: among equals they
 * count as less, and less than anything else in a name of two letters. */
enum { SWAP = 3, EDIT = 4 };

/* "ls" is as near to "ps" as to "sl", so only the swap is meant; of a short
 * name one letter may be wrong, of a longer one two. */
static int limit(size_t len)
{
	if (len < 2)
		return 0;
	if (len == 2)
		return SWAP;
	return len < 6 ? EDIT : 2 * EDIT;
}

static int min(int a, int b)
{
	return a < b ? a : b;
}

static size_t difference(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* Between A and B, neither longer than NEAREST_MAX. */
static int distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	int rows[3][NEAREST_MAX + 1];
	int *before = rows[0], *last = rows[1], *now = rows[2];

	for (size_t j = 0; j <= b_len; j++)
		last[j] = (int)j * EDIT;
	for (size_t i = 1; i <= a_len; i++) {
		int *spare = before;

		now[0] = (int)i * EDIT;
		for (size_t j = 1; j <= b_len; j++) {
			bool same = a[i - 1] == b[j - 1];

			now[j] = min(min(last[j], now[j - 1]) + EDIT,
			    last[j - 1] + (same ? 0 : EDIT));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && !same)
				now[j] = min(now[j], before[j - 2] + SWAP);
		}
		before = last;
		last = now;
		now = spare;
	}
	return last[b_len];
}

static int badness(const struct nearest *nearest, const char *name)
{
	return distance(nearest->wanted, nearest->len, name, strlen(name));
}

void nearest_init(struct nearest *nearest, const char *wanted)
{
	nearest->wanted = wanted;
	nearest->len = strlen(wanted);
	nearest->badness =
	    nearest->len > NEAREST_MAX ? 0 : limit(nearest->len) + 1;
	nearest->best[0] = '\0';
}

bool nearest_is_better(const struct nearest *nearest, const char *name)
{
	size_t len = strnlen(name, NEAREST_MAX + 1);

	/* Most names of a long list are gone here, unmeasured. */
	if (len > NEAREST_MAX || nearest->len > NEAREST_MAX ||
	    difference(len, nearest->len) * EDIT >= (size_t)nearest->badness)
		return false;
	return badness(nearest, name) < nearest->badness;
}

void nearest_offer(struct nearest *nearest, const char *name)
{
	if (!nearest_is_better(nearest, name))
		return;
	nearest->badness = badness(nearest, name);
	memcpy(nearest->best, name, strlen(name) + 1);
}

const char *nearest_found(const struct nearest *nearest)
{
	return nearest->best[0] ? nearest->best : NULL;
}
