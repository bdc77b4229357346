/*
 * recall.h - ^Z while a line is typed: the stopped job comes back
 *
 * The same key stops a job and brings it back (set -o ctrlz). A half-typed line
 * is put aside meanwhile: the editor is left with it, as for a trap, and entered
 * again with it when the job has stopped or ended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_RECALL_H
#define JSH_INTERACTIVE_RECALL_H

#include "state/shell.h"

/* Does the key have this meaning? */
bool recall_is_on(const struct shell *sh);

/* Is a job stopped, so that one can be brought back? */
bool recall_can(const struct shell *sh);

/* Bring back the one that stopped last, as `fg` does. $? and unwinding are as
 * after a command that was typed. */
void recall_run(struct shell *sh);

#endif
