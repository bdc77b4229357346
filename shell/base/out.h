/*
 * out.h - the checked output of builtins
 *
 * A builtin prints into a buffer; it is written when it is full, when the
 * builtin ends, and before anything is forked. A write that fails is
 * remembered until out_finish() reports it, so "status 0" means that the text
 * was written. Captured output is kept in memory instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BASE_OUT_H
#define JSH_BASE_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct out {
	int fd;
	bool captured;      /* TEXT is all of it, and never written */
	struct strbuf text; /* not written yet */
	int error;          /* errno of the first failed write, or 0 */
};

void out_init(struct out *out, int fd);
void out_fini(struct out *out);

/* Begin anew, captured or not, and leave what OUT was in *AROUND; and back, for
 * which what was captured is dropped. */
void out_divert(struct out *out, struct out *around, bool captured);
void out_return(struct out *out, const struct out *around);

/* In a forked child: what is in the buffer is the parent's, and what is printed
 * from now on is written. */
void out_disown(struct out *out);

void out_putc(struct out *out, char c);
void out_puts(struct out *out, const char *s);
void out_write(struct out *out, const char *s, size_t len);
void out_printf(struct out *out, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Write what is buffered; after a failure what is buffered is dropped. */
void out_flush(struct out *out);

/* Flush and hand the error over: 0, or the errno of the first write that
 * failed since the last call. */
int out_finish(struct out *out);

#endif
