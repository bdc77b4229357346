/*
 * effects.h - what expanding a word does beside giving fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_EFFECTS_H
#define JSH_EXPAND_EFFECTS_H

#include <stdbool.h>

#include "syntax/word.h"

/*
 * May expanding WORD (NULL: nothing) change the shell, run a command, or be an
 * error? Without set -u; a word that may not can be expanded twice, or by the
 * shell in place of its child.
 */
bool word_has_effects(const struct word *word);

#endif
