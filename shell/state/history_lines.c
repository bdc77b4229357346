/*
 * history_lines.c - the lines of a file, from the last to the first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history_lines.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "state/history_record.h"

enum { BLOCK_SIZE = 64 * 1024 };

/* Room for N bytes before what is there. */
static void make_room(struct history_lines *lines, size_t n)
{
	size_t len = lines->end - lines->start, cap = (len + n) * 2;
	char *data;

	if (lines->start >= n)
		return;
	data = xmalloc(cap);
	if (len)
		memcpy(data + cap - len, lines->data + lines->start, len);
	free(lines->data);
	lines->data = data;
	lines->cap = cap;
	lines->start = cap - len;
	lines->end = cap;
}

/* Read the block before what is there; there is one. */
static bool read_block(struct history_lines *lines)
{
	off_t left = lines->offset - lines->first;
	size_t n = left < BLOCK_SIZE ? (size_t)left : BLOCK_SIZE, done = 0;

	make_room(lines, n);
	while (done < n) {
		ssize_t got =
		    pread(lines->fd, lines->data + lines->start - n + done,
			n - done, lines->offset - (off_t)n + (off_t)done);

		if (got <= 0)
			return false; /* it was cut meanwhile, or worse */
		done += (size_t)got;
	}
	lines->start -= n;
	lines->offset -= (off_t)n;
	return true;
}

/* Take the last line off; OWN is 1 when it has a newline, else 0. */
static bool take_last(struct history_lines *lines, size_t own,
    const char **line, size_t *len, off_t *at)
{
	const char *newline, *text;
	bool is_long = false;
	size_t here, before;

	for (;;) {
		text = lines->data + lines->start;
		here = lines->end - lines->start;
		newline = here > own ? memrchr(text, '\n', here - own) : NULL;
		if (newline || lines->offset == lines->first)
			break;
		if (here > HISTORY_LINE_MAX) {
			is_long = true;
			own = 0;
			lines->end = lines->start;
		}
		if (!read_block(lines))
			return false;
	}
	before = newline ? (size_t)(newline + 1 - text) : 0;
	*at = lines->offset + (off_t)before;
	*line = is_long ? NULL : text + before;
	*len = here - own - before;
	lines->end = lines->start + before;
	return true;
}

off_t history_lines_init(
    struct history_lines *lines, int fd, off_t from, off_t to)
{
	const char *line;
	size_t len;
	char last;

	*lines =
	    (struct history_lines){ .fd = fd, .first = from, .offset = to };
	if (to > from && pread(fd, &last, 1, to - 1) == 1 && last != '\n' &&
	    !take_last(lines, 0, &line, &len, &to))
		return from;
	return to;
}

void history_lines_fini(struct history_lines *lines)
{
	free(lines->data);
	lines->data = NULL;
}

bool history_lines_previous(
    struct history_lines *lines, const char **line, size_t *len, off_t *at)
{
	if (lines->start == lines->end && lines->offset == lines->first)
		return false;
	return take_last(lines, 1, line, len, at);
}
