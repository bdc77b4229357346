/*
 * run_trap.h - run the actions of traps that are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_RUN_TRAP_H
#define JSH_EXEC_RUN_TRAP_H

#include <stdbool.h>

#include "state/shell.h"

/*
 * Look at what was caught, and which jobs have ended for whose end a command
 * waits. Run the action of each trapped signal; take ^C of an
 * interactive shell as UNWIND_INTERRUPT. $? is kept. Cheap when nothing came.
 * True if the shell is unwinding afterwards.
 */
bool run_traps(struct shell *sh);

/* Run the EXIT trap, once. */
void run_exit_trap(struct shell *sh);

#endif
