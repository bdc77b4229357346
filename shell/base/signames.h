/*
 * signames.h - signal numbers and names
 *
 * Names are without SIG. Real-time signals are RTMIN, RTMIN+n, RTMAX-n, RTMAX.
 * 0 is EXIT, as trap has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_SIGNAMES_H
#define JSH_BASE_SIGNAMES_H

#include <stddef.h>

/* One more than the largest signal number. */
int signame_limit(void);

/* "INT" for SIGINT; NULL for a number that no signal has. Static storage; a
 * real-time name is valid until the next call. */
const char *signame(int signo);

/* The number for "INT", "SIGINT", "int" or "2"; -1 when it names no signal. */
int signame_parse(const char *text);

/* What a job line says of the signal that ended a process, as in "Killed",
 * "Segmentation fault", "Hangup". Static storage. */
const char *signame_describe(int signo);

#endif
