/*
 * param.c - the positional parameters $1, $2, ...
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/param.h"

#include <stdlib.h>

#include "base/mem.h"

void params_init(struct params *params)
{
	*params = (struct params){ NULL, 0, 0, false };
}

void params_fini(struct params *params)
{
	if (!params->borrowed) {
		for (size_t i = 0; i < params->total; i++)
			free(params->block[i]);
		free(params->block);
	}
	params_init(params);
}

void params_set(struct params *params, char *const *items, size_t count)
{
	char **block = NULL;

	/* The new strings may be the old ones: copy first, then free. */
	if (count)
		block = xreallocarray(NULL, count, sizeof *block);
	for (size_t i = 0; i < count; i++)
		block[i] = xstrdup(items[i]);
	params_fini(params);
	params->block = block;
	params->total = count;
}

size_t params_count(const struct params *params)
{
	return params->total - params->first;
}

const char *params_get(const struct params *params, size_t n)
{
	if (n < 1 || n > params_count(params))
		return NULL;
	return params->block[params->first + n - 1];
}

void params_shift(struct params *params, size_t n)
{
	params->first += n;
}
