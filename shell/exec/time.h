/*
 * time.h - the reserved word time: how long a pipeline takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_TIME_H
#define JSH_EXEC_TIME_H

#include "exec/exec.h"

/* Run the pipeline and write the time that it took. */
int exec_time(struct shell *sh, const struct node_time *timed);

#endif
