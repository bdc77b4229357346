/*
 * pattern.h - does a string match a shell pattern?
 *
 * ? * [...] with ranges, classes [:alpha:], equivalence [=a=] and collating
 * symbols [.x.], ! or ^ for "not"; a backslash quotes. Multibyte characters
 * count as one; bytes that are no character match themselves. Bounded: no
 * backtracking but to the last star, so time is at most length times length.
 *
 * POSIX.1-2024 XCU 2.14 Pattern Matching Notation.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_PATTERN_H
#define JSH_EXPAND_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The whole of TEXT. */
bool pattern_match(const char *pattern, const char *text);

/* The same for the first LEN bytes of TEXT. */
bool pattern_match_len(const char *pattern, const char *text, size_t len);

/* Has PATTERN any unquoted special character? */
bool pattern_is_magic(const char *pattern);

enum pattern_type {
	PATTERN_CHAR,
	PATTERN_ANY,
	PATTERN_BRACKET,
	PATTERN_STAR,
};

struct pattern_item {
	enum pattern_type type;
	uint32_t value; /* CHAR: its code; BRACKET: offset in the source of
			   what follows "[" */
};

/* A pattern made ready for more than one text. */
struct pattern {
	const char *source; /* borrowed for as long as it is used */
	struct pattern_item *items;
	size_t count;
	struct pattern_item few[16]; /* items, unless there are more */
};

void pattern_init(struct pattern *pattern, const char *source);
void pattern_fini(struct pattern *pattern);

/* Do the LEN bytes of TEXT match? */
bool pattern_matches(
    const struct pattern *pattern, const char *text, size_t len);

/* The shortest or longest beginning (end) of TEXT that matches: its length in
 * bytes. False if none does. */
bool pattern_find_prefix(const struct pattern *pattern, const char *text,
    size_t len, bool longest, size_t *matched);
bool pattern_find_suffix(const struct pattern *pattern, const char *text,
    size_t len, bool longest, size_t *matched);

#endif
