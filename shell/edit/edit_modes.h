/*
 * edit_modes.h - the modes of a terminal, as the kernel has them
 *
 * tcsetattr() of some C libraries asks for the modes before and after it sets
 * them. A line that is typed has its modes set twice, and an editor knows what
 * it sets: this is one system call each.
 *
 * Part of each module.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDIT_MODES_H
#define JSH_EDIT_EDIT_MODES_H

#include <stdbool.h>

enum { EDIT_MODES_SIZE = 64 };

/* The kernel's structure, whose name is also that of the C library's */
struct edit_modes {
	_Alignas(long) unsigned char bytes[EDIT_MODES_SIZE];
};

/* False with errno: FD is no terminal, or it is gone. */
bool edit_modes_get(int fd, struct edit_modes *modes);

/* When what was written has drained, or at once. False with errno. */
bool edit_modes_set(int fd, const struct edit_modes *modes, bool drain);

bool edit_modes_same(const struct edit_modes *a, const struct edit_modes *b);

/* Does the driver echo, does it make signals of keys? */
bool edit_modes_echo(const struct edit_modes *modes);
bool edit_modes_signals(const struct edit_modes *modes);

/* The key that stops jobs; _POSIX_VDISABLE: there is none. */
unsigned char edit_modes_stop_key(const struct edit_modes *modes);
void edit_modes_set_stop_key(struct edit_modes *modes, unsigned char key);

#endif
