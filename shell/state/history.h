/*
 * history.h - the commands that were entered, for fc
 *
 * A list of texts with numbers that never change: an old one that falls off the
 * list leaves its number behind. Who enters commands adds them here; an editor
 * is told by its caller, and a file could be read into the list and written
 * from it by whoever keeps one.
 *
 * POSIX.1-2024 XCU sh, Command History List; fc.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_H
#define JSH_STATE_HISTORY_H

#include <stdbool.h>

#include "base/vec.h"

/* How many are kept when HISTSIZE does not say; POSIX asks for 128 */
enum { HISTORY_DEFAULT = 1000 };

struct history {
	struct vec texts; /* oldest first; owned */
	int first;        /* the number of the oldest; from 1 */
	int size;         /* so many are kept at most; 0: none */
	bool running;     /* the newest is the command that runs now */
};

void history_init(struct history *history);
void history_fini(struct history *history);

/* SIZE of them at most from now on; the oldest go. */
void history_resize(struct history *history, int size);

/* TEXT has no newline at its end; lines inside are kept. RUNNING: it is what
 * the shell runs now, so it is not one of the SIZE previous ones yet. */
void history_add(struct history *history, const char *text, bool running);

/* Forget the newest; its number is given again. */
void history_drop_newest(struct history *history);

/* The number of the newest but what runs now; first - 1 when there is none. */
int history_previous(const struct history *history);

/* Borrowed until the list changes; NULL when there is no such number. */
const char *history_text(const struct history *history, int number);

#endif
