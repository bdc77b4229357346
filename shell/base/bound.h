/*
 * bound.h - functions of the C library that are looked up as the shell starts
 *
 * Others are looked up when they are first called. These a script calls for the
 * first time in a forked child, and so would each child anew: eight page faults,
 * of 35 for a short one. Looking up all of them at the start costs that 4 faults
 * and 5 % more. To be included after the system's headers, where they are called.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_BOUND_H
#define JSH_BASE_BOUND_H

#include <signal.h>
#include <unistd.h>

#if defined __has_attribute
#	if __has_attribute(noplt)
#		define BOUND_AT_START __attribute__((noplt))
#	endif
#endif
#ifndef BOUND_AT_START
#	define BOUND_AT_START
#endif

BOUND_AT_START void _exit(int);
BOUND_AT_START int dup2(int, int);
BOUND_AT_START int sigismember(const sigset_t *, int);
BOUND_AT_START ssize_t write(int, const void *, size_t);

#endif
