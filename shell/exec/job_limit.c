/*
 * job_limit.c - which jobs are long: JOBREPORT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/job_limit.h"

#include "base/clock.h"

static const long long default_us = 10000000;

bool job_limit_is_over(struct shell *sh, long long us)
{
	const char *value;
	long long limit;

	if (!sh->interactive || sh->options[OPTION_POSIX])
		return false;
	value = var_get(sh, "JOBREPORT");
	limit = value ? clock_parse_seconds(value) : default_us;
	return limit >= 0 && us > limit;
}
