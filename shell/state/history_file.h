/*
 * history_file.h - the file of the history: found, locked, appended to
 *
 * Any number of shells append to it at the same time. Each takes the lock
 * (flock) and appends whole lines by one write; the file is opened for each, so
 * one that was replaced meanwhile (history_rewrite.h) is noticed by its inode.
 * A lock that cannot be had in time is not waited for: the appending alone keeps
 * lines whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_FILE_H
#define JSH_STATE_HISTORY_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* Where it is unless HISTFILE says so, from what these two variables say (each
 * may be NULL); heap, or NULL when there is no home. */
char *history_file_default(const char *state_home, const char *home);

/* Must nothing be written there, and nothing be said about it? /dev/null is
 * such a file. */
bool history_file_is_null(const char *path);

/*
 * Open PATH and lock it, making it (0600) and up to three folders above it
 * (0700) if they are missing. Returns a close-on-exec descriptor, or -1 with
 * errno; EINVAL: it is no regular file. *LOCKED is false when another shell has
 * held the lock all the time (200 ms). Closing it unlocks.
 */
int history_file_lock(const char *path, bool *locked);

/* Append the LEN bytes of DATA, whole lines, by one write. 0, or errno. */
int history_file_append(const char *path, const char *data, size_t len);

#endif
