/*
 * clock.c - time that only goes forward: deadlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/clock.h"

#include <limits.h>
#include <stdbool.h>
#include <time.h>

long long clock_us(void)
{
	struct timespec ts = { 0 };

	(void)clock_gettime(CLOCK_MONOTONIC, &ts); /* cannot fail */
	return ts.tv_sec * 1000000LL + ts.tv_nsec / 1000;
}

long long clock_ms(void)
{
	return clock_us() / 1000;
}

long long clock_deadline(int timeout_ms)
{
	return timeout_ms < 0 ? -1 : clock_ms() + timeout_ms;
}

int clock_left(long long deadline)
{
	long long left;

	if (deadline < 0)
		return -1;
	left = deadline - clock_ms();
	if (left < 0)
		return 0;
	return left < INT_MAX ? (int)left : INT_MAX;
}

long long clock_parse_seconds(const char *text)
{
	const long long second = 1000000, most = 1000000000 * second;
	long long us = 0, unit = second;
	bool any = false;

	for (; *text >= '0' && *text <= '9'; text++, any = true)
		us = us < most ? us * 10 + (*text - '0') * second : most;
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9'; text++, any = true) {
			unit /= 10;
			us += (*text - '0') * unit;
		}
	return any && !*text ? us : -1;
}
