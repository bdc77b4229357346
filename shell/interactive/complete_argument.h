/*
 * complete_argument.h - the arguments of commands that the shell knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_COMPLETE_ARGUMENT_H
#define JSH_INTERACTIVE_COMPLETE_ARGUMENT_H

#include "interactive/complete_source.h"

struct complete_command {
	char *const *words; /* before the cursor; the first is its name */
	size_t count;       /* one at least */
};

/* Offer what WORD (that of LIST) may be. Returns which files may stand there
 * when nothing was offered; false if none. */
bool complete_argument(struct shell *sh, struct complete_list *list,
    const struct complete_command *command, enum complete_files *files);

#endif
