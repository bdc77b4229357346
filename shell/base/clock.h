/*
 * clock.h - time that only goes forward: deadlines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_CLOCK_H
#define JSH_BASE_CLOCK_H

/* Micro- and milliseconds since some moment in the past. */
long long clock_us(void);
long long clock_ms(void);

/* The moment TIMEOUT_MS from now; -1 for -1: never. */
long long clock_deadline(int timeout_ms);

/* Milliseconds until DEADLINE, for poll(): 0 when it has passed, -1 if there is
 * none. */
int clock_left(long long deadline);

/* What a person writes for a duration, "10", "0.5" or ".5" seconds, in
 * microseconds; -1 if it is anything else. 30 years stand for more. */
long long clock_parse_seconds(const char *text);

#endif
