/*
 * notify.h - tell the user what became of jobs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_NOTIFY_H
#define JSH_INTERACTIVE_NOTIFY_H

#include "state/shell.h"

/*
 * The lines of all jobs that changed and were not reported; heap, or NULL when
 * there is no news. They count as reported, and jobs that ended are forgotten
 * (their statuses are kept for `wait`).
 */
char *notify_take(struct shell *sh);

#endif
