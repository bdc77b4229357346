/*
 * reader.h - a descriptor as the parser's source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EXEC_READER_H
#define JSH_EXEC_READER_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/strbuf.h"
#include "state/shell.h"
#include "syntax/source.h"

/*
 * SHARED input (standard input) is also read by the commands it holds: a line
 * is taken from it only when it is asked for. If it can seek it is read in
 * blocks, and its offset put back to the end of the line; else byte by byte.
 *
 * A script is what it was when it began to run, even if it is changed meanwhile:
 * a file of up to 16 MiB is read at once, what is longer or no file in blocks.
 */
struct reader {
	struct shell *sh;
	int fd;
	bool shared;
	bool can_seek;
	bool failed;  /* reading failed, which was reported */
	off_t offset; /* where the text at BLOCK + NEXT is; if can_seek */
	char *block;
	size_t size;        /* of BLOCK */
	size_t left;        /* of a file that is read at once, SIZE_MAX else */
	size_t next;        /* index of the first byte not handed over */
	size_t filled;      /* bytes in BLOCK */
	struct strbuf line; /* that is longer than a block, or not in one */
};

void reader_init(struct reader *reader, struct shell *sh, int fd, bool shared);
void reader_fini(struct reader *reader);

/* source_read; CTX is the struct reader. */
enum source_result reader_read(
    void *ctx, bool continued, const char **text, size_t *len);

#endif
