/*
 * nop.c - the program that costs least: one system call, no start of a libc
 *
 * What a shell adds to a program it starts is seen best beside this one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <unistd.h>

/* NOLINTBEGIN(bugprone-reserved-identifier): the name is the linker's */
void _start(void);

void _start(void)
{
	_exit(0);
}
/* NOLINTEND(bugprone-reserved-identifier) */
