/*
 * job_limit.c - which jobs are long: JOBREPORT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/job_limit.h"

enum { DEFAULT_SECONDS = 10 };

static const long long second_us = 1000000;

/* "10", "0.5", ".5": microseconds; -1 if it is no number. More seconds than a
 * job can take are as good as the most. */
static long long parse_seconds(const char *text)
{
	const long long most = 1000000000LL * second_us;
	long long us = 0, unit = second_us;
	bool any = false;

	for (; *text >= '0' && *text <= '9'; text++, any = true)
		us = us < most ? us * 10 + (*text - '0') * second_us : most;
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9'; text++, any = true) {
			unit /= 10;
			us += (*text - '0') * unit;
		}
	return any && !*text ? us : -1;
}

bool job_limit_is_over(struct shell *sh, long long us)
{
	const char *value;
	long long limit;

	if (!sh->interactive || sh->options[OPTION_POSIX])
		return false;
	value = var_get(sh, "JOBREPORT");
	limit = value ? parse_seconds(value) : DEFAULT_SECONDS * second_us;
	return limit >= 0 && us > limit;
}
