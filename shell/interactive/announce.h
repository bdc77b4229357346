/*
 * announce.h - a long job has ended while the user does something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_ANNOUNCE_H
#define JSH_INTERACTIVE_ANNOUNCE_H

#include "state/shell.h"

/*
 * struct shell's announce: JOB has ended. With set -o notifylong, a background job that ran longer than JOBREPORT (job_limit.h) is
 * announced by the terminal's own means: while a command runs; at the prompt,
 * where its line appears at once, only by a terminal that can keep it for when
 * it does not have the focus. Nothing is written to a terminal that is held
 * (^S), and nothing if stderr is none.
 */
void announce_job(struct shell *sh, const struct job *job);

#endif
