/*
 * prompt_folder.h - the current folder in a prompt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_PROMPT_FOLDER_H
#define JSH_INTERACTIVE_PROMPT_FOLDER_H

#include <stddef.h>

#include "base/strbuf.h"

/*
 * Append the folder CWD with ~ for HOME, and control characters made harmless.
 * KEPT, if not 0: only so many of its last parts, after "..."; ROOM, if not 0:
 * with its middle left out when it takes more columns.
 */
void prompt_folder(struct strbuf *sb, const char *cwd, const char *home,
    size_t kept, size_t room);

/* Its last part, or ~. */
void prompt_last_folder(struct strbuf *sb, const char *cwd, const char *home);

#endif
