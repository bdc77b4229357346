/*
 * ahead.c - standard input that `read` took before it was asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/ahead.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/mem.h"

enum {
	BLOCK_SIZE = 4096,
	SHARED_SIZE = 1024, /* when the rest of it is put back at once */
	SINGLE_MAX = 32,    /* for less, a pipe of our own does not pay */
};

void ahead_init(struct ahead *ahead)
{
	*ahead = (struct ahead){ .peek = { -1, -1 } };
}

static void close_peek(struct ahead *ahead)
{
	if (ahead->peek[0] < 0)
		return;
	(void)close(ahead->peek[0]); /* a pipe: nothing can be lost here */
	(void)close(ahead->peek[1]);
	ahead->peek[0] = ahead->peek[1] = -1;
}

void ahead_fini(struct ahead *ahead)
{
	close_peek(ahead);
	free(ahead->block);
	ahead_init(ahead);
}

static enum ahead_kind find_kind(enum ahead_owner owner)
{
	if (lseek(STDIN_FILENO, 0, SEEK_CUR) >= 0)
		return AHEAD_FILE;
	return owner != AHEAD_PIPED && isatty(STDIN_FILENO) ? AHEAD_TERMINAL
							    : AHEAD_PIPE;
}

/* Take what was used of a block that is in the pipe out of it: it is there, and
 * the same bytes. */
static void take_out(struct ahead *ahead)
{
	size_t left = ahead->in_pipe ? ahead->next : 0;

	while (left) {
		ssize_t n = read(STDIN_FILENO, ahead->block, left);

		if (n > 0)
			left -= (size_t)n;
		else if (n == 0 || errno != EINTR)
			break;
	}
	ahead->in_pipe = false;
}

bool ahead_may_wait(struct ahead *ahead)
{
	take_out(ahead);
	if (ahead->kind == AHEAD_UNKNOWN)
		ahead->kind = find_kind(ahead->owner);
	return ahead->kind != AHEAD_FILE;
}

static ssize_t fill_by_one(struct ahead *ahead)
{
	ssize_t n = read(STDIN_FILENO, ahead->block, 1);

	ahead->single += n > 0;
	return n;
}

/* Copy what is in the pipe, which stays there. */
static ssize_t fill_from_pipe(struct ahead *ahead)
{
	ssize_t n;

	if (ahead->peek[0] < 0 && !fd_pipe_high(ahead->peek)) {
		ahead->peek[0] = ahead->peek[1] = -1;
		return fill_by_one(ahead);
	}
	n = tee(STDIN_FILENO, ahead->peek[1], BLOCK_SIZE, 0);
	if (n < 0 && errno == EINVAL) {
		ahead->kind = AHEAD_BYTES;
		return fill_by_one(ahead);
	}
	if (n <= 0)
		return n;
	ahead->in_pipe = true;
	return read(ahead->peek[0], ahead->block, (size_t)n);
}

ssize_t ahead_fill(struct ahead *ahead, bool waited)
{
	ssize_t n = -1;

	if (!ahead->block)
		ahead->block = xmalloc(BLOCK_SIZE);
	take_out(ahead);
	ahead->next = ahead->filled = 0;
	if (ahead->kind == AHEAD_UNKNOWN)
		ahead->kind = find_kind(ahead->owner);
	if (ahead->kind == AHEAD_FILE)
		n = read(STDIN_FILENO, ahead->block,
		    ahead->owner == AHEAD_SHARED ? SHARED_SIZE : BLOCK_SIZE);
	else if (ahead->kind == AHEAD_TERMINAL && waited)
		n = fd_read_terminal(STDIN_FILENO, ahead->block, 1);
	else if (ahead->kind == AHEAD_PIPE && ahead->single >= SINGLE_MAX)
		n = fill_from_pipe(ahead);
	else
		n = fill_by_one(ahead);
	if (n > 0)
		ahead->filled = (size_t)n;
	return n;
}

void ahead_end(struct ahead *ahead)
{
	/* Others may have opened a FIFO that we opened. */
	if (ahead->owner == AHEAD_SHARED ||
	    (ahead->owner == AHEAD_OPENED && ahead->kind != AHEAD_FILE))
		ahead_settle(ahead);
}

void ahead_settle(struct ahead *ahead)
{
	/* Cannot fail: its kind tells. */
	if (ahead->kind == AHEAD_FILE && ahead->next < ahead->filled)
		(void)lseek(STDIN_FILENO, -(off_t)(ahead->filled - ahead->next),
		    SEEK_CUR);
	take_out(ahead);
	ahead_change(ahead, ahead->owner);
}

void ahead_share(struct ahead *ahead)
{
	ahead_settle(ahead);
	ahead->owner = AHEAD_SHARED;
	ahead->shares++;
}

void ahead_change(struct ahead *ahead, enum ahead_owner owner)
{
	ahead->next = ahead->filled = 0;
	ahead->in_pipe = false;
	ahead->kind = AHEAD_UNKNOWN;
	ahead->owner = owner;
}

void ahead_enter_subshell(struct ahead *ahead)
{
	/* The parent goes on using it. */
	close_peek(ahead);
}
