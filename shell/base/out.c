/*
 * out.c - the checked output of builtins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/out.h"

#include <errno.h>

#include "base/fdio.h"
#include "base/held.h"

enum { FLUSH_AT = 4096 };

void out_init(struct out *out, int fd)
{
	out->fd = fd;
	out->captured = false;
	out->error = 0;
	strbuf_init(&out->text);
}

void out_fini(struct out *out)
{
	strbuf_fini(&out->text);
}

void out_divert(struct out *out, struct out *around, bool captured)
{
	*around = *out;
	out_init(out, around->fd);
	out->captured = captured;
}

void out_return(struct out *out, const struct out *around)
{
	out_flush(out);
	out_fini(out);
	*out = *around;
}

void out_disown(struct out *out)
{
	strbuf_reset(&out->text);
	out->captured = false;
}

void out_flush(struct out *out)
{
	if (out->captured || !out->text.len)
		return;
	held_write();
	if (!out->error && !fd_write_all(out->fd, out->text.s, out->text.len))
		out->error = errno;
	strbuf_reset(&out->text);
}

static void flush_if_full(struct out *out)
{
	if (out->text.len >= FLUSH_AT)
		out_flush(out);
}

void out_putc(struct out *out, char c)
{
	strbuf_addc(&out->text, c);
	flush_if_full(out);
}

void out_puts(struct out *out, const char *s)
{
	strbuf_adds(&out->text, s);
	flush_if_full(out);
}

void out_write(struct out *out, const char *s, size_t len)
{
	strbuf_add(&out->text, s, len);
	flush_if_full(out);
}

void out_printf(struct out *out, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strbuf_addv(&out->text, fmt, ap);
	va_end(ap);
	flush_if_full(out);
}

int out_finish(struct out *out)
{
	int error;

	out_flush(out);
	error = out->error;
	out->error = 0;
	return error;
}
