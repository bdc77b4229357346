/*
 * input.c - a descriptor as the parser's source
 *
 * POSIX.1-2024 XCU sh, INPUT FILES: a command that shares standard input reads
 * from the line after the one that started it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/fdio.h"
#include "base/mem.h"

enum { BLOCK_SIZE = 16384 };

void input_init(struct input *input, struct shell *sh, int fd, bool shared)
{
	*input = (struct input){ .sh = sh, .fd = fd, .shared = shared };
	input->block = xmalloc(BLOCK_SIZE);
	input->offset = lseek(fd, 0, SEEK_CUR);
	input->can_seek = input->offset >= 0;
}

void input_fini(struct input *input)
{
	free(input->block);
	strbuf_fini(&input->line);
}

/* Fill the block anew with at most SIZE bytes; false at the end. An error of
 * reading is reported and taken as the end. */
static bool fill(struct input *input, size_t size)
{
	ssize_t n;

	do
		n = read(input->fd, input->block, size);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		diag_plain("cannot read commands: %s", strerror(errno));
	input->next = 0;
	input->filled = n > 0 ? (size_t)n : 0;
	return n > 0;
}

/* Did a command move the shared offset, by reading or writing? Then what is in
 * the block is no longer what comes next. */
static void notice_moved_offset(struct input *input)
{
	off_t now = lseek(input->fd, 0, SEEK_CUR);

	if (now == input->offset)
		return;
	input->offset = now;
	input->next = input->filled = 0;
}

/* The next line of a shared input, into input->line. */
static void read_line(struct input *input)
{
	strbuf_reset(&input->line);
	for (;;) {
		const char *start, *newline;
		size_t len;

		if (input->next == input->filled &&
		    !fill(input, input->can_seek ? BLOCK_SIZE : 1))
			return;
		start = input->block + input->next;
		len = input->filled - input->next;
		newline = memchr(start, '\n', len);
		if (newline)
			len = (size_t)(newline - start) + 1;
		strbuf_add(&input->line, start, len);
		input->next += len;
		if (newline)
			return;
	}
}

static enum source_result read_shared(
    struct input *input, const char **text, size_t *len)
{
	if (input->can_seek)
		notice_moved_offset(input);
	read_line(input);
	if (input->can_seek) {
		input->offset += (off_t)input->line.len;
		/* Back to the end of the line: what follows is for whoever
		 * reads next. The offset was just asked for: this works. */
		(void)lseek(input->fd, input->offset, SEEK_SET);
	}
	*text = strbuf_str(&input->line);
	*len = input->line.len;
	return *len ? SOURCE_TEXT : SOURCE_END;
}

static enum source_result read_block(
    struct input *input, const char **text, size_t *len)
{
	if (!fill(input, BLOCK_SIZE))
		return SOURCE_END;
	*text = input->block;
	*len = input->filled;
	return SOURCE_TEXT;
}

enum source_result input_read(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct input *input = ctx;
	enum source_result result;

	(void)continued; /* only a prompt asks */
	result = input->shared ? read_shared(input, text, len)
			       : read_block(input, text, len);
	if (result == SOURCE_TEXT && input->sh->options[OPTION_VERBOSE])
		(void)!fd_write_all(STDERR_FILENO, *text, *len);
	return result;
}
