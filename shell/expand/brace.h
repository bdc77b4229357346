/*
 * brace.h - brace expansion: one word into several, before all else
 *
 * a{b,c}d is abd acd; {1..3} is 1 2 3, {01..10..3} is 01 04 07 10, {a..c} is
 * a b c. Quoted braces and commas are text, and so is what has no comma and is no
 * such range. Not in POSIX, which lets an unquoted brace be special.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_BRACE_H
#define JSH_EXPAND_BRACE_H

#include <stdbool.h>

#include "base/arena.h"
#include "syntax/word.h"

/* More words than that are refused. */
enum { BRACE_WORDS_MAX = 1000000 };

/* Could WORD have something to expand? A quick look. */
bool brace_may_expand(const struct word *word);

/*
 * Hand each word that WORD becomes to EMIT, in their order, until that says
 * false. They are in ARENA. False: EMIT said so, or *TOO_MANY was set.
 */
bool brace_expand(struct arena *arena, const struct word *word,
    bool (*emit)(void *ctx, const struct word *word), void *ctx,
    bool *too_many);

#endif
