/*
 * hangup.h - what becomes of the jobs when an interactive shell leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_HANGUP_H
#define JSH_EXEC_HANGUP_H

#include "state/shell.h"

/*
 * At a hang-up every job that is not shielded gets SIGHUP, with SIGCONT if it
 * is stopped; at a plain exit only the stopped ones do, as they could never go
 * on: running background jobs outlive the shell, unless huponexit is set.
 */
void hangup_jobs(struct shell *sh);

#endif
