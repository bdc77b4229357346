/*
 * shell_terminal.h - the terminal as the shell's variables describe it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_SHELL_TERMINAL_H
#define JSH_INTERACTIVE_SHELL_TERMINAL_H

#include "interactive/terminal.h"
#include "state/shell.h"

/* terminal_find() and terminal_has_colours() with the variables of SH. */
const struct terminal *shell_terminal(struct shell *sh);
bool shell_has_colours(struct shell *sh);

/* Does the user sit at another machine, and has come here by ssh? */
bool shell_is_remote(struct shell *sh);

#endif
