/*
 * diag.c - messages to the user: one line on stderr, one write
 *
 * Static state: the name and the line. Every layer reports through this file,
 * also the ones below struct shell, and a message must be possible when
 * nothing else is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/diag.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/safe.h"

static const char *message_name = "jsh";
static int message_line;

enum { MESSAGE_MAX = 4096 };

void diag_set_name(const char *name)
{
	message_name = name;
}

const char *diag_name(void)
{
	return message_name;
}

void diag_set_line(int line)
{
	message_line = line;
}

int diag_line(void)
{
	return message_line;
}

__attribute__((format(printf, 2, 0))) static void write_message(
    bool with_line, const char *fmt, va_list ap)
{
	char text[MESSAGE_MAX], shown[MESSAGE_MAX + 1];
	int saved_errno = errno;
	size_t len;
	int n = 0;

	if (with_line && message_line > 0)
		n = snprintf(text, sizeof text,
		    "%.1000s: line %d: ", message_name, message_line);
	else
		n = snprintf(text, sizeof text, "%.1000s: ", message_name);
	if (n > 0 && (size_t)n < sizeof text)
		(void)vsnprintf(text + n, sizeof text - (size_t)n, fmt, ap);
	len = safe_copy(shown, MESSAGE_MAX, text, strlen(text));
	shown[len++] = '\n';
	/* Nobody is left to tell when stderr itself fails. */
	(void)!fd_write_all(STDERR_FILENO, shown, len);
	errno = saved_errno;
}

void diagv(const char *fmt, va_list ap)
{
	write_message(true, fmt, ap);
}

void diag(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_message(true, fmt, ap);
	va_end(ap);
}

void diag_plain(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_message(false, fmt, ap);
	va_end(ap);
}
