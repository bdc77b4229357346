/*
 * reader.c - a descriptor as the parser's source
 *
 * POSIX.1-2024 XCU sh, INPUT FILES: a command that shares standard input reads
 * from the line after the one that started it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/reader.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/fdio.h"
#include "base/mem.h"
#include "exec/run_trap.h"

enum { BLOCK_SIZE = 16384, WHOLE_MAX = 16 * 1024 * 1024 };

/*
 * Is FD a file that is to be read at once? Those of /proc have no size. With
 * `set -n` no command can change it, nor what it is read for, so that blocks do,
 * and need not be cut into lines. 5 MB took 6.5 MB of memory that was touched
 * once, a tenth of the time, and cutting another tenth.
 */
static bool is_read_whole(const struct shell *sh, int fd, size_t *size)
{
	struct stat st;

	if (sh->options[OPTION_NOEXEC] || fstat(fd, &st) < 0 ||
	    !S_ISREG(st.st_mode) || st.st_size <= 0 || st.st_size > WHOLE_MAX)
		return false;
	*size = (size_t)st.st_size;
	return true;
}

void reader_init(struct reader *reader, struct shell *sh, int fd, bool shared)
{
	*reader = (struct reader){ .sh = sh, .fd = fd, .shared = shared };
	reader->size = BLOCK_SIZE;
	reader->left = SIZE_MAX;
	if (!shared && is_read_whole(sh, fd, &reader->size))
		reader->left = reader->size;
	reader->block = xmalloc(reader->size);
	reader->offset = lseek(fd, 0, SEEK_CUR);
	reader->can_seek = reader->offset >= 0;
}

void reader_fini(struct reader *reader)
{
	free(reader->block);
	strbuf_fini(&reader->line);
}

/* Fill the block anew with at most SIZE bytes; false at the end. An error of
 * reading is reported and taken as the end. */
static bool fill(struct reader *reader, size_t size)
{
	ssize_t n = 0;

	do {
		if (!run_await_input(reader->sh, reader->fd)) {
			(void)run_traps(reader->sh); /* the shell ends */
			break;
		}
		n = read(reader->fd, reader->block, size);
	} while (n < 0 && errno == EINTR);
	if (n < 0) {
		diag_plain("cannot read commands: %s", strerror(errno));
		reader->failed = true;
	}
	reader->next = 0;
	reader->filled = n > 0 ? (size_t)n : 0;
	return n > 0;
}

/* For input that is not shared. */
static bool next_block(struct reader *reader)
{
	bool at_once = reader->left != SIZE_MAX;

	if (!reader->left ||
	    !fill(reader, at_once ? reader->left : reader->size))
		return false;
	if (at_once)
		reader->left -= reader->filled;
	return true;
}

/* Did a command move the shared offset, by reading or writing? Then what is in
 * the block is no longer what comes next. */
static void notice_moved_offset(struct reader *reader)
{
	off_t now = lseek(reader->fd, 0, SEEK_CUR);

	if (now == reader->offset)
		return;
	reader->offset = now;
	reader->next = reader->filled = 0;
}

/* More of a shared input. Its offset is at the end of the last line handed over,
 * which may be before the end of the block. */
static bool fill_shared(struct reader *reader)
{
	if (!reader->can_seek)
		return fill(reader, 1);
	(void)lseek(reader->fd, reader->offset + (off_t)reader->line.len,
	    SEEK_SET); /* it could seek before */
	return fill(reader, BLOCK_SIZE);
}

/* The next line of a shared input, into reader->line. */
static void read_line(struct reader *reader)
{
	strbuf_reset(&reader->line);
	for (;;) {
		const char *start, *newline;
		size_t len;

		if (reader->next == reader->filled && !fill_shared(reader))
			return;
		start = reader->block + reader->next;
		len = reader->filled - reader->next;
		newline = memchr(start, '\n', len);
		if (newline)
			len = (size_t)(newline - start) + 1;
		strbuf_add(&reader->line, start, len);
		reader->next += len;
		if (newline)
			return;
	}
}

static enum source_result read_shared(
    struct reader *reader, const char **text, size_t *len)
{
	if (reader->can_seek)
		notice_moved_offset(reader);
	read_line(reader);
	if (reader->can_seek) {
		reader->offset += (off_t)reader->line.len;
		/* Back to the end of the line: what follows is for whoever
		 * reads next. The offset was just asked for: this works. */
		(void)lseek(reader->fd, reader->offset, SEEK_SET);
	}
	*text = strbuf_str(&reader->line);
	*len = reader->line.len;
	return *len ? SOURCE_TEXT : SOURCE_END;
}

/* Is there no command, `set -v`, for which lines have to come one by one? They are
 * written when they are about to be parsed. */
static bool takes_blocks(const struct shell *sh)
{
	return sh->options[OPTION_NOEXEC] && !sh->options[OPTION_VERBOSE];
}

/* A line, or what the block has of it: the parser asks for the rest. */
static enum source_result read_block(
    struct reader *reader, const char **text, size_t *len)
{
	const char *newline;

	if (reader->next == reader->filled && !next_block(reader))
		return SOURCE_END;
	*text = reader->block + reader->next;
	*len = reader->filled - reader->next;
	newline = takes_blocks(reader->sh) ? NULL : memchr(*text, '\n', *len);
	if (newline)
		*len = (size_t)(newline - *text) + 1;
	reader->next += *len;
	return SOURCE_TEXT;
}

enum source_result reader_read(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct reader *reader = ctx;
	enum source_result result;

	(void)continued; /* only a prompt asks */
	result = reader->shared ? read_shared(reader, text, len)
				: read_block(reader, text, len);
	if (result == SOURCE_TEXT && reader->sh->options[OPTION_VERBOSE])
		fd_say_bytes(*text, *len);
	return result;
}
