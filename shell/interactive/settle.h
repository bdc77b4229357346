/*
 * settle.h - between two commands of an interactive shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_SETTLE_H
#define JSH_INTERACTIVE_SETTLE_H

#include "state/shell.h"

/* Back at the prompt: whatever was on its way out has arrived, but for an exit. */
void settle(struct shell *sh);

/* Is a trap due, or anything else that runs shell code or ends the shell? */
bool settle_is_due(const struct shell *sh);

#endif
