/*
 * history_lines.h - the lines of a file, from the last to the first
 *
 * The file is read in blocks from its end, so that what is asked for is all that
 * is read, however large the file is. Of a line that is longer than a record may
 * be nothing is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_HISTORY_LINES_H
#define JSH_STATE_HISTORY_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct history_lines {
	int fd;
	off_t first;  /* not read below here; the start of a line */
	off_t offset; /* of DATA in the file */
	char *data;   /* owned: START to END are read and not given yet */
	size_t start, end, cap;
};

/* The lines of FD between the offsets FROM, where a line begins, and TO. What
 * is behind the last newline is no line yet: it is passed over. Returns the
 * offset behind that newline (FROM if there is none). */
off_t history_lines_init(
    struct history_lines *lines, int fd, off_t from, off_t to);
void history_lines_fini(struct history_lines *lines);

/*
 * The line before the one given last, without its newline, borrowed until the
 * next call; *AT is its offset. False at the beginning, or when the file cannot
 * be read. A line that is too long is *LINE NULL.
 */
bool history_lines_previous(
    struct history_lines *lines, const char **line, size_t *len, off_t *at);

#endif
