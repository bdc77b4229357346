/*
 * glob.h - pathname expansion
 *
 * POSIX.1-2024 XCU 2.6.6 Pathname Expansion, 2.14.3 Patterns Used for Filename
 * Expansion.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_GLOB_H
#define JSH_EXPAND_GLOB_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/vec.h"

/* Push the pathnames that match on PATHS, sorted, in ARENA. False, and nothing
 * was pushed, if none does or PATTERN is no pattern. */
bool glob_expand(struct arena *arena, const char *pattern, struct vec *paths);

#endif
