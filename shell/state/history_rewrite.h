/*
 * history_rewrite.h - the history's file written anew: cut, edited, added to
 *
 * Under the lock the new file is written beside the old one and takes its place
 * by rename(2), so that nobody ever sees half of it. Other shells notice that
 * the inode is another one. Nothing is done when the lock cannot be had, or when
 * the new file could not belong to whom the old one belongs to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_REWRITE_H
#define JSH_STATE_HISTORY_REWRITE_H

#include <stddef.h>

#include "base/vec.h"

/* All three: 0, or errno (EAGAIN: another shell holds the lock). */

/* Keep the last MAX records of the file at PATH, if it is one of ours and has
 * more. */
int history_trim(const char *path, size_t max);

/* Leave out the RECORDS (struct history_record *). */
int history_delete(const char *path, const struct vec *records);

/* Put RECORDS before all that is there. Those that stand there already are left
 * out. */
int history_put_first(const char *path, const struct vec *records);

#endif
