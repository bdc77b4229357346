/*
 * strbuf.h - a growing string
 *
 * S is always NUL-terminated once anything was added; LEN does not count the
 * NUL. Bytes are free: a NUL byte inside is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_STRBUF_H
#define JSH_BASE_STRBUF_H

#include <stdarg.h>
#include <stddef.h>

struct strbuf {
	char *s;
	size_t len;
	size_t cap; /* bytes at S, or 0 while S is NULL */
	char *room; /* S, while that is not on the heap */
};

#define STRBUF_INIT                                                            \
	{                                                                      \
		NULL, 0, 0, NULL                                               \
	}

void strbuf_init(struct strbuf *sb);

/* Begin in the SIZE bytes at ROOM, the caller's, who keeps them as long: only what
 * does not fit goes to the heap. A third of the time of `x=$y` was malloc(). */
void strbuf_init_in(struct strbuf *sb, char *room, size_t size);

void strbuf_fini(struct strbuf *sb);

/* Empty it but keep the memory. */
void strbuf_reset(struct strbuf *sb);

void strbuf_addc(struct strbuf *sb, char c);
void strbuf_add(struct strbuf *sb, const char *s, size_t len);
void strbuf_adds(struct strbuf *sb, const char *s);
void strbuf_addf(struct strbuf *sb, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_addv(struct strbuf *sb, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Make room for EXTRA more bytes and the NUL. */
void strbuf_reserve(struct strbuf *sb, size_t extra);

/* Cut to LEN bytes, which must not be more than there are. */
void strbuf_truncate(struct strbuf *sb, size_t len);

/* The text, borrowed until the next change; "" while empty. */
const char *strbuf_str(const struct strbuf *sb);

/* Hand the heap string to the caller, who frees it; sb is empty again. */
char *strbuf_take(struct strbuf *sb) __attribute__((returns_nonnull));

#endif
