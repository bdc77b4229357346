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

/*
 * Before a read from FD that takes long: wait until there is something. False
 * if the shell is to end first: a script by a signal and through its EXIT trap,
 * an interactive one by a hang-up. Returns at once when such signals are not
 * caught.
 */
bool run_await_input(const struct shell *sh, int fd);

/* Append what can be read from FD, a pipe, to TEXT, up to its end. */
void run_read_all(const struct shell *sh, int fd, struct strbuf *text);

/* Run the EXIT trap, once. */
void run_exit_trap(struct shell *sh);

#endif
