/*
 * pattern.h - does a string match a shell pattern?
 *
 * ? * [...] with ranges, classes [:alpha:], equivalence [=a=] and collating
 * symbols [.x.], ! or ^ for "not"; a backslash quotes. Multibyte characters
 * count as one; bytes that are no character match themselves. Bounded: no
 * exponential backtracking.
 *
 * POSIX.1-2024 XCU 2.14 Pattern Matching Notation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_PATTERN_H
#define JSH_EXPAND_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

/* The whole of TEXT. */
bool pattern_match(const char *pattern, const char *text);

/* The same for the first LEN bytes of TEXT. */
bool pattern_match_len(const char *pattern, const char *text, size_t len);

/* Has PATTERN any unquoted special character? */
bool pattern_is_magic(const char *pattern);

#endif
