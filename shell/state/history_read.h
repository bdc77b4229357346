/*
 * history_read.h - the newest records of the history's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_READ_H
#define JSH_STATE_HISTORY_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/vec.h"

/* How far a file was read. Zero it for "not at all". */
struct history_place {
	dev_t dev;
	ino_t ino;
	off_t end; /* a line begins here */
};

struct history_news {
	struct vec records; /* struct history_record *, oldest first; owned */
	struct vec ends;    /* second lines whose records are further up */
	size_t bad;         /* lines that are none of ours, passed over */
	bool foreign;       /* the whole file looks like somebody else's */
	off_t size;         /* of the file */
	off_t read;         /* so much of it was read */
};

/*
 * Read the newest MAX records at PATH, or as many as there are behind *PLACE if
 * the file is the same still. *PLACE becomes the end of what was read. The
 * reading stops early where nothing looks like a record. 0, or errno (ENOENT:
 * there is none yet; EINVAL: it is no regular file); NEWS is for
 * history_news_fini() in any case.
 */
int history_read(const char *path, size_t max, struct history_place *place,
    struct history_news *news);
void history_news_fini(struct history_news *news);

/* Is what the first line of FD says ours? */
bool history_is_ours(int fd);

/* The offset in FD where its last MAX records begin; 0 when it has not more
 * than those. */
off_t history_find_last(int fd, size_t max);

#endif
