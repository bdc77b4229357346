/*
 * abbreviation.h - what a word that was typed stands for (abbr)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_ABBREVIATION_H
#define JSH_INTERACTIVE_ABBREVIATION_H

#include <stddef.h>

#include "state/shell.h"

/*
 * The text of the abbreviation that ends at LINE's CURSOR, heap, or NULL when
 * none does: a whole word, unquoted, where a command's name may stand. *BEGIN is
 * where it begins. BEFORE are the lines of the command that were entered before.
 */
char *abbreviation_find(struct shell *sh, const char *before, const char *line,
    size_t cursor, size_t *begin);

#endif
