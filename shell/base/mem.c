/*
 * mem.c - heap allocation that never returns NULL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SMALL = 1024 };

static _Noreturn void out_of_memory(void)
{
	static const char text[] = "jsh: out of memory\n";

	(void)!write(STDERR_FILENO, text, sizeof text - 1);
	_exit(2);
}

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		out_of_memory();
	return p;
}

/* A small block comes from malloc(): calloc() of many a C library passes by the
 * blocks freed last, and so writes to ever other pages, which after a fork are
 * copied. */
void *xcalloc(size_t count, size_t size)
{
	void *p;

	if (!size || count <= SMALL / size)
		return memset(xmalloc(count * size), 0, count * size);
	p = calloc(count, size);
	if (!p)
		out_of_memory();
	return p;
}

void *xreallocarray(void *ptr, size_t count, size_t size)
{
	void *p;

	if (size && count > SIZE_MAX / size)
		out_of_memory();
	p = realloc(ptr, count && size ? count * size : 1);
	if (!p)
		out_of_memory();
	return p;
}

char *xstrdup(const char *s)
{
	return xstrndup(s, strlen(s));
}

char *xstrndup(const char *s, size_t len)
{
	char *p = xmalloc(len + 1);

	memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

char *xasprintf(const char *fmt, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&s, fmt, ap);
	va_end(ap);
	if (n < 0)
		out_of_memory();
	return s;
}
