/*
 * held.c - what the terminal is told next, kept until more is said there
 *
 * Static state: whoever writes in any layer has to write this first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/held.h"

#include "base/fdio.h"

static struct strbuf held = STRBUF_INIT;
static int held_fd;

void held_add(int fd, const char *text, size_t len)
{
	if (fd != held_fd)
		held_write();
	held_fd = fd;
	strbuf_add(&held, text, len);
}

void held_write(void)
{
	if (held.len)
		(void)!fd_write_all(held_fd, held.s, held.len);
	strbuf_reset(&held);
}

void held_take(struct strbuf *text)
{
	strbuf_add(text, strbuf_str(&held), held.len);
	strbuf_reset(&held);
}
