/*
 * async.h - asynchronous lists: command &
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_ASYNC_H
#define JSH_EXEC_ASYNC_H

#include "exec/exec.h"

/* Start NODE in the background: 0, or 1 after a message. Sets $! and JOBPIDS.
 * Where NODE is but the name of a job, %1 &, that goes on in the background (bg).
 * While JOBMAX jobs run it waits for one to end; 130 when ^C ends that, and NODE
 * is not started. */
int exec_async(struct shell *sh, const struct node *node);

#endif
