/*
 * xtext.h - text in the middle of its expansion: bytes, and what they are
 *
 * Quotes are gone from the bytes; runs remember which of them were quoted and
 * which came out of an expansion. Field splitting looks at EXPANDED runs only,
 * patterns give a meaning to characters of all runs but QUOTED ones, and a
 * QUOTED run of no bytes is what keeps the field of "" alive.
 *
 * POSIX.1-2024 XCU 2.6 Word Expansions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXPAND_XTEXT_H
#define JSH_EXPAND_XTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

enum xtext_kind {
	XTEXT_LITERAL,  /* unquoted text of the word itself: not split */
	XTEXT_EXPANDED, /* an unquoted expansion's result: split */
	XTEXT_QUOTED,
	XTEXT_BREAK, /* one byte: a field ends here ("$@") */
};

struct xtext_run {
	size_t end; /* offset of the byte after it; it begins where the run
		       before it ends */
	enum xtext_kind kind;
};

struct xtext {
	struct strbuf bytes;
	struct xtext_run *runs;
	size_t run_count;
	size_t run_cap;
	struct xtext_run few[4]; /* runs, unless there were more */
	char room[64];           /* bytes, likewise */
};

void xtext_init(struct xtext *x);
void xtext_fini(struct xtext *x);
void xtext_reset(struct xtext *x);

/* Append LEN bytes. No bytes are nothing, unless they are quoted. */
void xtext_add(
    struct xtext *x, enum xtext_kind kind, const char *s, size_t len);
void xtext_add_number(struct xtext *x, enum xtext_kind kind, intmax_t number);
void xtext_break(struct xtext *x);

/*
 * Append to OUT the bytes from START to END as a pattern: quoted characters
 * that a pattern gives a meaning are escaped by a backslash. RUN is the index
 * of the run that holds START, or of an earlier one.
 */
void xtext_to_pattern(const struct xtext *x, size_t start, size_t end,
    size_t run, struct strbuf *out);

#endif
