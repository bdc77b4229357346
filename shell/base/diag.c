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
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/held.h"
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

/* The prefix, and where in the file: 0 leaves a number out. */
static size_t write_prefix(char *text, size_t size, int line, int column)
{
	int n;

	if (line > 0 && column > 0)
		n = snprintf(text, size,
		    "%.1000s: line %d, column %d: ", message_name, line,
		    column);
	else if (line > 0)
		n = snprintf(
		    text, size, "%.1000s: line %d: ", message_name, line);
	else
		n = snprintf(text, size, "%.1000s: ", message_name);
	return n > 0 ? (size_t)n : 0;
}

__attribute__((format(printf, 3, 0))) static void write_message(
    int line, int column, const char *fmt, va_list ap)
{
	char text[MESSAGE_MAX], shown[MESSAGE_MAX + 1];
	int saved_errno = errno;
	size_t len = write_prefix(text, sizeof text, line, column);

	(void)vsnprintf(text + len, sizeof text - len, fmt, ap);
	len = safe_copy(shown, MESSAGE_MAX, text, strlen(text));
	shown[len++] = '\n';
	held_write();
	/* Nobody is left to tell when stderr itself fails. */
	(void)!fd_write_all(STDERR_FILENO, shown, len);
	errno = saved_errno;
}

void diag(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_message(message_line, 0, fmt, ap);
	va_end(ap);
}

void diag_plain(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_message(0, 0, fmt, ap);
	va_end(ap);
}

void diag_at(int line, int column, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	write_message(line, column, fmt, ap);
	va_end(ap);
}
