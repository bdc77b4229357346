/*
 * held.h - what the terminal is told next, kept until more is said there
 *
 * Each write to a terminal costs 5 to 10 us, as it wakes who draws it. What
 * comes between a foreground job and the prompt is kept here, so that prompt and
 * all are one write. It is written before anything else could be seen: before
 * another text of the shell's, before a process starts, before the shell waits,
 * and at its end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_HELD_H
#define JSH_BASE_HELD_H

#include <stddef.h>

#include "base/strbuf.h"

/* Keep TEXT for the terminal FD, which must stay open. What another terminal has
 * still to get is written first. */
void held_add(int fd, const char *text, size_t len);

/* Write what is kept. A terminal that is gone shows at the next read. */
void held_write(void);

/* Move what is kept to TEXT, which is for the same terminal. */
void held_take(struct strbuf *text);

#endif
