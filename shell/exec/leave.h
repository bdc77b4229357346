/*
 * leave.h - an interactive shell with jobs asks before it leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_LEAVE_H
#define JSH_EXEC_LEAVE_H

#include <stdbool.h>

#include "state/shell.h"

/*
 * `exit` or end of file: may the shell leave? If jobs are alive they are listed,
 * each with its age and what becomes of it, and the answer is no; asked again
 * right afterwards it is yes. Always yes where nobody could answer. In posix
 * mode only stopped jobs count, as in other shells.
 *
 * *STATUS is what it would leave with; unless that was CHOSEN (exit 3), it
 * becomes that of the first asking.
 */
bool leave_confirm(struct shell *sh, int *status, bool chosen);

#endif
