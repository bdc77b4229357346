/*
 * lookup.h - where a command is: PATH, remembered
 *
 * POSIX.1-2024 XCU 2.9.1.4 Command Search and Execution; hash.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_LOOKUP_H
#define JSH_STATE_LOOKUP_H

#include <stdbool.h>

#include "base/hash.h"

struct shell;
struct builtin;

struct located {
	char *name;
	char *path;
	UT_hash_handle hh;
};

struct path_cache {
	struct located *by_name; /* uthash */
	bool borrowed; /* it is another's: nothing is added or removed */
};

/* It is empty and its own afterwards. */
void path_cache_clear(struct path_cache *cache);

/* POSIX's default PATH, which finds the standard utilities (command -p). */
const char *path_default(void);

/*
 * The file that NAME runs: NAME itself if it has a slash, else the first
 * executable regular file in PATH. Remembered, unless set +h is on. Borrowed
 * until PATH changes, or in the command arena.
 * NULL: *status is 127 when there is none, 126 when one was found that cannot
 * be executed.
 */
const char *path_lookup(struct shell *sh, const char *name, int *status);

/* The same in PATH given, neither remembered nor looked up in what is; in the
 * command arena. */
const char *path_search(
    struct shell *sh, const char *name, const char *path, int *status);

/* What path_lookup() remembers for NAME, which has no slash; it may be gone from
 * the disk by now. NULL: nothing. */
const char *path_remembered(const struct shell *sh, const char *name);

/* Forget NAME: what was remembered is gone from the disk. */
void path_forget(struct shell *sh, const char *name);

/* NULL when there is none, or when it is an extension and set -o posix is on. */
const struct builtin *builtin_find(const struct shell *sh, const char *name);

#endif
