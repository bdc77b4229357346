/*
 * complete.h - what could stand at the cursor of a half-typed line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_H
#define JSH_INTERACTIVE_COMPLETE_H

#include "edit/editor.h"
#include "state/shell.h"

/*
 * Fill in *RESULT, which is empty, for LINE with the cursor behind its first
 * CURSOR bytes. BEFORE are the lines of the same command that were entered
 * already, each with its newline. A completer of the user's may run
 * (complete_run.h); nothing in the shell changes.
 */
void complete_line(struct shell *sh, const char *before, const char *line,
    size_t cursor, struct edit_completion *result);

#endif
