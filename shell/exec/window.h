/*
 * window.h - LINES and COLUMNS follow the terminal's window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_WINDOW_H
#define JSH_EXEC_WINDOW_H

#include "state/shell.h"

/* Set LINES and COLUMNS if the shell is interactive, stderr's terminal knows its
 * size, and they differ. They are exported only if they were; read-only ones
 * stay. Runs no shell code and prints nothing. Returns whether the shell is
 * interactive and stderr a terminal. */
bool window_measure(struct shell *sh);

/* What it returned last, if stderr was not redirected since; else it is called. */
bool window_is_terminal(struct shell *sh);

#endif
