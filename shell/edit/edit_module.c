/*
 * edit_module.c - what both library editors need: streams, keys, pastes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_module.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "base/fdio.h"

/* A terminal sends a paste in one go; this is for a slow line. */
enum { PASTE_PAUSE_MS = 50 };

void paste_watch_byte(struct paste_watch *watch, unsigned char byte)
{
	const char *marker = watch->inside ? PASTE_END : PASTE_BEGIN;

	if (byte != (unsigned char)marker[watch->matched])
		watch->matched = 0; /* a marker begins with its only ESC */
	if (byte != (unsigned char)marker[watch->matched])
		return;
	watch->matched++;
	if (marker[watch->matched] == '\0') {
		watch->inside = !watch->inside;
		watch->matched = 0;
	}
}

const char *paste_close(const struct paste_watch *watch)
{
	return PASTE_END + watch->matched;
}

const char *paste_reopen(
    const struct paste_watch *watch, char text[static PASTE_REOPEN_SIZE])
{
	(void)snprintf(text, PASTE_REOPEN_SIZE, "%s%.*s", PASTE_BEGIN,
	    (int)watch->matched, PASTE_END);
	return text;
}

void paste_discard(struct paste_watch *watch, int fd)
{
	struct pollfd pfd = { fd, POLLIN, 0 };
	unsigned char byte;

	while (watch->inside && poll(&pfd, 1, PASTE_PAUSE_MS) == 1 &&
	       read(fd, &byte, 1) == 1)
		paste_watch_byte(watch, byte);
	watch->inside = false;
}

FILE *edit_stream(int fd, const char *mode)
{
	int copy = fd_copy_high(fd);
	FILE *stream = copy < 0 ? NULL : fdopen(copy, mode);

	if (!stream && copy >= 0)
		(void)close(copy); /* errno of fdopen matters more */
	return stream;
}

/* Read a byte that is there. False: it was not, or somebody was quicker. */
static bool read_byte(int fd, unsigned char *byte, enum edit_wait *event)
{
	ssize_t n = read(fd, byte, 1);

	*event = n == 1 ? EDIT_WAIT_INPUT : EDIT_WAIT_END;
	/* Interrupted: the host knows by what. Any other error, as EIO, is
	 * the end. */
	return n >= 0 || (errno != EINTR && errno != EAGAIN);
}

static bool is_readable(int fd)
{
	struct pollfd pfd = { fd, POLLIN, 0 };

	return poll(&pfd, 1, 0) == 1;
}

enum edit_wait edit_next_byte(
    const struct edit_host *host, int fd, unsigned char *byte)
{
	for (;;) {
		enum edit_wait event = host->wait(host->ctx, fd);

		if (event == EDIT_WAIT_LEAVE && is_readable(fd))
			event = EDIT_WAIT_INPUT;
		if (event != EDIT_WAIT_INPUT)
			return event;
		if (read_byte(fd, byte, &event))
			return event;
	}
}
