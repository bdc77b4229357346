/*
 * cd.h - going to a directory, for cd and for the stack of directories
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_CD_H
#define JSH_BUILTINS_CD_H

#include "state/shell.h"

/*
 * Go to DIRECTORY as `cd DIRECTORY` does, "-" and CDPATH included, but do not
 * write where that is. Returns 0, or a status after a message that begins with
 * the utility's name, WHO.
 */
int cd_enter(struct shell *sh, const char *who, const char *directory)
    __attribute__((warn_unused_result));

/* The absolute name of where we are, by PWD or else by the kernel; in the
 * command arena. NULL with errno. */
const char *cd_current(struct shell *sh);

#endif
