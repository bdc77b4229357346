/*
 * strbuf.c - a growing string
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/strbuf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void strbuf_init(struct strbuf *sb)
{
	*sb = (struct strbuf)STRBUF_INIT;
}

void strbuf_init_in(struct strbuf *sb, char *room, size_t size)
{
	*sb = (struct strbuf){ room, 0, size, room };
	*room = '\0';
}

void strbuf_fini(struct strbuf *sb)
{
	if (sb->s != sb->room)
		free(sb->s);
	strbuf_init(sb);
}

void strbuf_reset(struct strbuf *sb)
{
	sb->len = 0;
	if (sb->s)
		sb->s[0] = '\0';
}

void strbuf_reserve(struct strbuf *sb, size_t extra)
{
	size_t need = sb->len + extra + 1;
	size_t cap = sb->cap ? sb->cap : 32;

	if (need <= sb->cap)
		return;
	while (cap < need)
		cap = cap > need / 2 ? need : cap * 2;
	if (cap < sb->cap + sb->cap / 2)
		cap = sb->cap + sb->cap / 2;
	if (sb->room) {
		sb->s = memcpy(xmalloc(cap), sb->room, sb->len + 1);
		sb->room = NULL;
	} else {
		sb->s = xreallocarray(sb->s, cap, 1);
	}
	sb->cap = cap;
}

void strbuf_addc(struct strbuf *sb, char c)
{
	if (sb->len + 2 > sb->cap)
		strbuf_reserve(sb, 1);
	sb->s[sb->len++] = c;
	sb->s[sb->len] = '\0';
}

void strbuf_add(struct strbuf *sb, const char *s, size_t len)
{
	strbuf_reserve(sb, len);
	memcpy(sb->s + sb->len, s, len);
	sb->len += len;
	sb->s[sb->len] = '\0';
}

void strbuf_adds(struct strbuf *sb, const char *s)
{
	strbuf_add(sb, s, strlen(s));
}

void strbuf_addf(struct strbuf *sb, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	strbuf_addv(sb, fmt, ap);
	va_end(ap);
}

void strbuf_addv(struct strbuf *sb, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n > 0) {
		strbuf_reserve(sb, (size_t)n);
		(void)vsnprintf(sb->s + sb->len, (size_t)n + 1, fmt, again);
		sb->len += (size_t)n;
	}
	va_end(again);
}

void strbuf_truncate(struct strbuf *sb, size_t len)
{
	sb->len = len;
	if (sb->s)
		sb->s[len] = '\0';
}

const char *strbuf_str(const struct strbuf *sb)
{
	return sb->s ? sb->s : "";
}

char *strbuf_take(struct strbuf *sb)
{
	char *s = sb->s != sb->room ? sb->s : xstrdup(strbuf_str(sb));

	strbuf_init(sb);
	return s;
}
