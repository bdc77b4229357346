/*
 * mem.h - heap allocation that never returns NULL
 *
 * Sizes are checked for overflow. When memory runs out, one message is written
 * and the process ends with status 2: a shell that guesses is worse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_MEM_H
#define JSH_BASE_MEM_H

#include <stddef.h>

/* Each returns heap memory that the caller frees with free(). */
void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull));
void *xcalloc(size_t count, size_t size)
    __attribute__((malloc, returns_nonnull));
char *xstrdup(const char *s) __attribute__((malloc, nonnull));
char *xstrndup(const char *s, size_t len) __attribute__((malloc, nonnull));

/* PTR may be NULL. The old block is gone; the result replaces it. */
void *xreallocarray(void *ptr, size_t count, size_t size)
    __attribute__((returns_nonnull, warn_unused_result));

/* printf into heap memory. */
char *xasprintf(const char *fmt, ...)
    __attribute__((format(printf, 1, 2), returns_nonnull));

#endif
