/*
 * job_limit.h - which jobs are long: JOBREPORT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_JOB_LIMIT_H
#define JSH_EXEC_JOB_LIMIT_H

#include <stdbool.h>

#include "state/shell.h"

/*
 * Is US, a job's time in microseconds, more than the user wants to pass over in
 * silence: JOBREPORT seconds, 10 while it is unset? Never while it is empty or
 * no number, in posix mode, and in a shell that is not interactive.
 */
bool job_limit_is_over(struct shell *sh, long long us);

#endif
