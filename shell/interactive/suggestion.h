/*
 * suggestion.h - how the line that is typed may go on
 *
 * As the newest command in the history did that begins like it (set -o
 * suggest). Not where nothing can be shown in grey: TERM is unset or "dumb", or
 * NO_COLOR has a value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_SUGGESTION_H
#define JSH_INTERACTIVE_SUGGESTION_H

#include "state/history_prefix.h"
#include "state/shell.h"

/* The whole line that LINE may become; heap, or NULL. SEARCH is of the line, to
 * be reset before the next. */
char *suggestion_for(
    struct shell *sh, struct history_prefix *search, const char *line);

#endif
