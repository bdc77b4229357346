/*
 * pattern.c - fuzz expand/pattern: its answers agree with one another
 *
 * The input is a pattern, a NUL and a text. The ends that pattern_find_prefix()
 * and pattern_find_suffix() give must be those that trying all of them gives,
 * and pattern_match() must agree with a matcher that tries everything.
 *
 *     clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -Ishell \
 *         -o pattern tests/fuzz/pattern.c shell/expand/pattern.c \
 *         shell/base/mem.c shell/base/diag.c shell/base/fdio.c \
 *         shell/base/safe.c shell/base/strbuf.c
 *     ./pattern -max_len=24 -only_ascii=1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expand/pattern.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Match the items from ITEM on by trying each length for a star. */
static bool try_all(
    const struct pattern *p, size_t item, const char *text, size_t len)
{
	struct pattern one = *p;

	if (item == p->count)
		return !len;
	if (p->items[item].type == PATTERN_STAR) {
		for (size_t skip = 0; skip <= len; skip++)
			if (try_all(p, item + 1, text + skip, len - skip))
				return true;
		return false;
	}
	if (!len)
		return false;
	one.items = p->items + item;
	one.count = 1;
	return pattern_matches(&one, text, 1) &&
	       try_all(p, item + 1, text + 1, len - 1);
}

static void check_prefix(
    const struct pattern *p, const char *text, size_t len, bool longest)
{
	size_t found = 0, expected = 0;
	bool any = false;

	for (size_t n = 0; n <= len && !(any && !longest); n++) {
		if (pattern_matches(p, text, n)) {
			any = true;
			expected = n;
		}
	}
	require(pattern_find_prefix(p, text, len, longest, &found) == any);
	require(!any || found == expected);
}

static void check_suffix(
    const struct pattern *p, const char *text, size_t len, bool longest)
{
	size_t found = 0, expected = 0;
	bool any = false;

	for (size_t n = 0; n <= len && !(any && !longest); n++) {
		if (pattern_matches(p, text + len - n, n)) {
			any = true;
			expected = n;
		}
	}
	require(pattern_find_suffix(p, text, len, longest, &found) == any);
	require(!any || found == expected);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *input = calloc(size + 2, 1);
	const char *text;
	struct pattern p;
	size_t len;

	require(input);
	memcpy(input, data, size);
	text = input + strlen(input) + 1;
	if (text > input + size)
		text = input + size;
	len = strlen(text);
	pattern_init(&p, input);
	require(pattern_match(input, text) == pattern_matches(&p, text, len));
	if (len < 12)
		require(pattern_matches(&p, text, len) ==
			try_all(&p, 0, text, len));
	for (int longest = 0; longest < 2; longest++) {
		check_prefix(&p, text, len, longest);
		check_suffix(&p, text, len, longest);
	}
	pattern_fini(&p);
	free(input);
	return 0;
}
