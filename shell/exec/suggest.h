/*
 * suggest.h - the command that was probably meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_SUGGEST_H
#define JSH_EXEC_SUGGEST_H

#include "state/shell.h"

/*
 * Of all builtins, functions, aliases and programs in PATH the one whose name
 * is nearest to NAME, which is none of them; in the command arena. NULL if none
 * is near, and when nobody has typed the command: in scripts, start-up files
 * and functions, and with set -o posix.
 */
const char *suggest_command(struct shell *sh, const char *name);

#endif
