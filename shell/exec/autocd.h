/*
 * autocd.h - set -o autocd: a directory's name as a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_AUTOCD_H
#define JSH_EXEC_AUTOCD_H

#include <stdbool.h>

#include "state/shell.h"

/* Is NAME, a command that cannot be run, a directory that an interactive shell
 * is to go to? */
bool autocd_applies(const struct shell *sh, const char *name);

/* Go to the directory NAME, not to one in CDPATH, and write where that is.
 * Returns the status, after a message if it is not 0. */
int autocd_go(struct shell *sh, const char *name);

#endif
