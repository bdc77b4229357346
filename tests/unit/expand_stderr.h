/*
 * expand_stderr.h - what a test's code writes to standard error
 *
 * Include it after cmocka.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_TESTS_EXPAND_STDERR_H
#define JSH_TESTS_EXPAND_STDERR_H

#include <fcntl.h>
#include <unistd.h>

struct captured {
	int saved; /* the real standard error */
	int read_end;
	char text[4096];
};

static inline void capture_begin(struct captured *c)
{
	int ends[2] = { -1, -1 };

	c->saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
	assert_true(c->saved >= 0 && pipe2(ends, O_CLOEXEC) == 0);
	assert_true(dup2(ends[1], STDERR_FILENO) >= 0 && close(ends[1]) == 0);
	c->read_end = ends[0];
}

/* Must fit into a pipe. Returns the text, valid as long as C. */
static inline const char *capture_end(struct captured *c)
{
	ssize_t n;

	assert_true(dup2(c->saved, STDERR_FILENO) >= 0);
	assert_int_equal(close(c->saved), 0);
	n = read(c->read_end, c->text, sizeof c->text - 1);
	assert_true(n >= 0 && close(c->read_end) == 0);
	c->text[n] = '\0';
	return c->text;
}

#endif
