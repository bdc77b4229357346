/*
 * edit_module.c - what both library editors need: streams, keys, pastes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_module.h"

#include <errno.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "base/fdio.h"

/* A terminal sends a key or a paste in one go; this is for a slow line. */
enum { PAUSE_MS = 50 };

void edit_keys_begin(struct edit_keys *keys)
{
	struct termios modes;
	bool has_modes = tcgetattr(keys->fd, &modes) == 0;

	keys->stuffed = "";
	keys->echoes = has_modes && (modes.c_lflag & ECHO);
	keys->stop_key = has_modes ? modes.c_cc[VSUSP] : _POSIX_VDISABLE;
	if (!keys->in_paste)
		return;
	(void)snprintf(keys->stuffing, sizeof keys->stuffing, "%s%.*s",
	    PASTE_BEGIN, (int)keys->matched, PASTE_END);
	keys->stuffed = keys->stuffing;
}

static void watch_for_paste(struct edit_keys *keys, unsigned char byte)
{
	const char *marker = keys->in_paste ? PASTE_END : PASTE_BEGIN;

	if (byte != (unsigned char)marker[keys->matched])
		keys->matched = 0; /* a marker begins with its only ESC */
	if (byte != (unsigned char)marker[keys->matched])
		return;
	keys->matched++;
	if (marker[keys->matched] == '\0') {
		keys->in_paste = !keys->in_paste;
		keys->matched = 0;
	}
}

static bool is_readable(int fd, int timeout_ms)
{
	struct pollfd pfd = { fd, POLLIN, 0 };

	return poll(&pfd, 1, timeout_ms) == 1;
}

/* Ends at the paste's end, or when the terminal has been silent for a moment:
 * the end need not come. */
static void discard_paste(struct edit_keys *keys)
{
	unsigned char byte;

	while (keys->in_paste && is_readable(keys->fd, PAUSE_MS) &&
	       read(keys->fd, &byte, 1) == 1)
		watch_for_paste(keys, byte);
	keys->in_paste = false;
	keys->matched = 0;
}

/* Read a byte that is there. False: it was not, somebody was quicker. */
static bool read_byte(int fd, unsigned char *byte, enum edit_wait *event)
{
	ssize_t n = read(fd, byte, 1);

	*event = n == 1 ? EDIT_WAIT_INPUT : EDIT_WAIT_END;
	/* Interrupted: the host knows by what. Any other error, as EIO, is
	 * the end. */
	return n >= 0 || (errno != EINTR && errno != EAGAIN);
}

static enum edit_wait wait_for_byte(
    const struct edit_keys *keys, unsigned char *byte)
{
	for (;;) {
		enum edit_wait event =
		    keys->host->wait(keys->host->ctx, keys->fd);

		if (event == EDIT_WAIT_LEAVE && is_readable(keys->fd, 0))
			event = EDIT_WAIT_INPUT;
		if (event != EDIT_WAIT_INPUT)
			return event;
		if (read_byte(keys->fd, byte, &event))
			return event;
	}
}

static bool takes_stop_key(const struct edit_keys *keys)
{
	const struct edit_host *host = keys->host;

	return keys->stop_key != _POSIX_VDISABLE && host->takes_stop_key &&
	       host->takes_stop_key(host->ctx);
}

/*
 * Have the driver deliver the key that stops jobs, of which it makes a signal
 * otherwise. Seen to before each key, as libraries set modes of their own in
 * the middle of a line. In the background they are somebody else's.
 */
static void free_stop_key(const struct edit_keys *keys)
{
	struct termios modes;

	if (!takes_stop_key(keys) || tcgetattr(keys->fd, &modes) < 0 ||
	    modes.c_cc[VSUSP] == _POSIX_VDISABLE ||
	    tcgetpgrp(keys->fd) != getpgrp())
		return;
	modes.c_cc[VSUSP] = _POSIX_VDISABLE;
	/* If it fails, the key is as it was. */
	(void)tcsetattr(keys->fd, TCSANOW, &modes);
}

/* Not in a paste, nor where a library has turned all such keys off to take the
 * next one as it is (^V). */
static bool is_stop_key(const struct edit_keys *keys, unsigned char byte)
{
	struct termios modes;

	return byte == keys->stop_key && takes_stop_key(keys) &&
	       !keys->in_paste && tcgetattr(keys->fd, &modes) == 0 &&
	       (modes.c_lflag & ISIG);
}

static enum edit_wait next_event(struct edit_keys *keys, unsigned char *byte)
{
	enum edit_wait event;

	for (;;) {
		free_stop_key(keys);
		event = wait_for_byte(keys, byte);
		if (event != EDIT_WAIT_INPUT || !is_stop_key(keys, *byte))
			return event;
		if (keys->host->stop_key(keys->host->ctx))
			return EDIT_WAIT_LEAVE;
	}
}

enum edit_wait edit_keys_next(struct edit_keys *keys, unsigned char *byte)
{
	enum edit_wait event;

	if (edit_keys_rest(keys, byte))
		return EDIT_WAIT_INPUT;
	event = next_event(keys, byte);
	if (event == EDIT_WAIT_INPUT) {
		watch_for_paste(keys, *byte);
	} else if (event != EDIT_WAIT_NOTICE && event != EDIT_WAIT_RESIZE &&
		   keys->in_paste) {
		keys->stuffed = &PASTE_END[keys->matched];
		if (event == EDIT_WAIT_INTERRUPT)
			discard_paste(keys);
	}
	return event;
}

bool edit_keys_are_waiting(const struct edit_keys *keys)
{
	return *keys->stuffed || is_readable(keys->fd, 0);
}

bool edit_keys_begin_paste(struct edit_keys *keys)
{
	const char *marker = PASTE_BEGIN;
	size_t len = 0;
	unsigned char byte;

	/* What is stuffed already ends with the ESC, or is a whole marker:
	 * nothing of it is overwritten before it is read. */
	for (;;) {
		if (!edit_keys_rest(keys, &byte)) {
			keys->stuffed = ""; /* it may point into stuffing */
			if (!is_readable(keys->fd, PAUSE_MS) ||
			    read(keys->fd, &byte, 1) != 1)
				break;
			watch_for_paste(keys, byte);
		}
		keys->stuffing[len++] = (char)byte;
		if (byte != (unsigned char)marker[len])
			break;
		if (marker[len + 1] == '\0')
			return true;
	}
	keys->stuffing[len] = '\0';
	keys->stuffed = keys->stuffing;
	return false;
}

bool edit_keys_rest(struct edit_keys *keys, unsigned char *byte)
{
	if (*keys->stuffed == '\0')
		return false;
	*byte = (unsigned char)*keys->stuffed++;
	return true;
}

static FILE *stream_on(int fd, const char *mode)
{
	FILE *stream = fd < 0 ? NULL : fdopen(fd, mode);

	if (!stream && fd >= 0)
		(void)close(fd); /* errno of fdopen matters more */
	return stream;
}

FILE *edit_input(int fd)
{
	int own = fd_open_terminal(fd);

	return stream_on(own < 0 ? fd_copy_high(fd) : fd_move_high(own), "r");
}

FILE *edit_output(int fd)
{
	return stream_on(fd_copy_high(fd), "w");
}
