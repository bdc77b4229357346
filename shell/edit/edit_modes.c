/*
 * edit_modes.c - the modes of a terminal, as the kernel has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_modes.h"

#include <errno.h>
#include <string.h>

/* Instead of <termios.h>, whose structure is another one. */
#include <asm/ioctls.h>
#include <asm/termbits.h>

int ioctl(int fd, unsigned long request, ...);

_Static_assert(
    sizeof(struct termios) <= EDIT_MODES_SIZE, "room for the kernel's modes");

static struct termios unpack(const struct edit_modes *modes)
{
	struct termios kernel;

	memcpy(&kernel, modes->bytes, sizeof kernel);
	return kernel;
}

static void pack(struct edit_modes *modes, const struct termios *kernel)
{
	memset(modes, 0, sizeof *modes); /* so that two can be compared */
	memcpy(modes->bytes, kernel, sizeof *kernel);
}

bool edit_modes_get(int fd, struct edit_modes *modes)
{
	struct termios kernel = { 0 };

	if (ioctl(fd, TCGETS, &kernel) < 0)
		return false;
	pack(modes, &kernel);
	return true;
}

bool edit_modes_set(int fd, const struct edit_modes *modes, bool drain)
{
	struct termios kernel = unpack(modes);

	if (drain && ioctl(fd, TCSETSW, &kernel) == 0)
		return true;
	/* ^C while output is held back (^S) ends the wait for it to drain, but
	 * must not leave the modes as they were. */
	return (!drain || errno == EINTR) && ioctl(fd, TCSETS, &kernel) == 0;
}

bool edit_modes_same(const struct edit_modes *a, const struct edit_modes *b)
{
	return memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

bool edit_modes_echo(const struct edit_modes *modes)
{
	return unpack(modes).c_lflag & ECHO;
}

bool edit_modes_signals(const struct edit_modes *modes)
{
	return unpack(modes).c_lflag & ISIG;
}

unsigned char edit_modes_stop_key(const struct edit_modes *modes)
{
	return unpack(modes).c_cc[VSUSP];
}

void edit_modes_set_stop_key(struct edit_modes *modes, unsigned char key)
{
	struct termios kernel = unpack(modes);

	kernel.c_cc[VSUSP] = key;
	pack(modes, &kernel);
}
