/*
 * edit_module.c - what both library editors need: streams, keys, pastes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_module.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fdio.h"
#include "edit/edit_prompt.h"

enum {
	/* A terminal sends a key or a paste in one go; this is for a slow
	 * line. */
	PAUSE_MS = 50,
	/* What is there so soon was there already: more of it may be. */
	AT_ONCE_US = 200,
	/* So much is kept at most before it is written. */
	HELD_MAX = 4096,
};

void edit_keys_open(struct edit_keys *keys, const struct edit_host *host,
    struct edit_output *output, int fd)
{
	int flags = fcntl(fd, F_GETFL);

	keys->host = host;
	keys->output = output;
	keys->fd = fd;
	keys->never_waits = flags >= 0 && (flags & O_NONBLOCK);
}

void edit_keys_begin(struct edit_keys *keys)
{
	keys->output->lost = false;
	keys->has_modes = edit_modes_get(keys->fd, &keys->modes);
	keys->check_modes = true;
	keys->flows = false;
	keys->stuffed = "";
	keys->echoes = keys->has_modes && edit_modes_echo(&keys->modes);
	keys->stop_key = keys->has_modes ? edit_modes_stop_key(&keys->modes)
					 : _POSIX_VDISABLE;
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

/*
 * Read what may be taken: as much as a paste must have before it can end, else
 * one byte, since what follows the line belongs to the program that it starts.
 * As read(2).
 */
static ssize_t read_ahead(struct edit_keys *keys)
{
	size_t size = 1;
	ssize_t n;

	if (keys->in_paste)
		size = strlen(&PASTE_END[keys->matched]);
	n = read(keys->fd, keys->ahead, size);
	keys->ahead_at = 0;
	keys->ahead_len = n > 0 ? (size_t)n : 0;
	return n;
}

static bool take_ahead(struct edit_keys *keys, unsigned char *byte)
{
	if (keys->ahead_at == keys->ahead_len)
		return false;
	*byte = keys->ahead[keys->ahead_at++];
	return true;
}

/* Ends at the paste's end, or when the terminal has been silent for a moment:
 * the end need not come. */
static void discard_paste(struct edit_keys *keys)
{
	unsigned char byte;

	while (keys->in_paste) {
		if (take_ahead(keys, &byte))
			watch_for_paste(keys, byte);
		else if (!is_readable(keys->fd, PAUSE_MS) ||
			 read_ahead(keys) <= 0)
			break;
	}
	keys->in_paste = false;
	keys->matched = 0;
}

/* Read bytes that are there. False: they were not, somebody was quicker; or the
 * host sees a reason to try again. */
static bool read_bytes(
    struct edit_keys *keys, unsigned char *byte, enum edit_wait *event)
{
	const struct edit_host *host = keys->host;
	ssize_t n = read_ahead(keys);

	*event = EDIT_WAIT_INPUT;
	if (n > 0)
		return take_ahead(keys, byte);
	*event = EDIT_WAIT_END;
	if (n == 0)
		return true;
	if (errno == EAGAIN)
		return false;
	keys->check_modes = true; /* it may have been in the background */
	if (host->may_read_again)
		return !host->may_read_again(host->ctx, keys->fd);
	return errno != EINTR;
}

/* Is it worth a look whether there are bytes, before anything is waited for? */
static bool may_flow(const struct edit_keys *keys)
{
	const struct edit_host *host = keys->host;

	return keys->flows && keys->never_waits && host->has_news &&
	       !host->has_news(host->ctx);
}

bool edit_keys_take_stop_key(const struct edit_keys *keys)
{
	const struct edit_host *host = keys->host;

	return keys->stop_key != _POSIX_VDISABLE && host->takes_stop_key &&
	       host->takes_stop_key(host->ctx);
}

void edit_keys_free_stop_key(
    const struct edit_keys *keys, struct edit_modes *modes)
{
	if (edit_keys_take_stop_key(keys))
		edit_modes_set_stop_key(modes, _POSIX_VDISABLE);
}

/*
 * Have the driver deliver the key that stops jobs, of which it makes a signal
 * otherwise. In the background the modes are somebody else's.
 */
static void free_stop_key(const struct edit_keys *keys)
{
	struct edit_modes modes;

	if (!edit_keys_take_stop_key(keys) ||
	    !edit_modes_get(keys->fd, &modes) ||
	    edit_modes_stop_key(&modes) == _POSIX_VDISABLE ||
	    tcgetpgrp(keys->fd) != getpgrp())
		return;
	edit_modes_set_stop_key(&modes, _POSIX_VDISABLE);
	/* If it fails, the key is as it was. */
	(void)edit_modes_set(keys->fd, &modes, false);
}

static enum edit_wait wait_for_input(struct edit_keys *keys)
{
	const struct edit_host *host = keys->host;
	enum edit_wait event;
	long long began;

	if (keys->check_modes && !keys->in_paste)
		free_stop_key(keys);
	keys->check_modes = keys->sets_modes;
	edit_output_send(keys->output);
	began = clock_us();
	event = host->wait(host->ctx, keys->fd);
	if (event == EDIT_WAIT_LEAVE && is_readable(keys->fd, 0))
		event = EDIT_WAIT_INPUT;
	keys->flows = clock_us() - began < AT_ONCE_US;
	return event;
}

/*
 * Bytes that were there when they were asked for come in one go, as a paste or
 * what was typed ahead: then they are read without waiting for each. Measured
 * for 800 characters between the marks of a paste: 140 system calls, not 4,000.
 */
static enum edit_wait wait_for_byte(struct edit_keys *keys, unsigned char *byte)
{
	enum edit_wait event;

	for (;;) {
		if (!may_flow(keys)) {
			event = wait_for_input(keys);
			if (event != EDIT_WAIT_INPUT)
				return event;
		}
		if (read_bytes(keys, byte, &event))
			return event;
		keys->flows = false;
	}
}

/* Not in a paste, nor where a library has turned all such keys off to take the
 * next one as it is (^V). */
static bool is_stop_key(const struct edit_keys *keys, unsigned char byte)
{
	struct edit_modes modes;

	return byte == keys->stop_key && !keys->in_paste &&
	       edit_keys_take_stop_key(keys) &&
	       edit_modes_get(keys->fd, &modes) && edit_modes_signals(&modes);
}

static enum edit_wait next_event(struct edit_keys *keys, unsigned char *byte)
{
	enum edit_wait event;

	for (;;) {
		if (take_ahead(keys, byte))
			return EDIT_WAIT_INPUT;
		event = wait_for_byte(keys, byte);
		if (event != EDIT_WAIT_INPUT)
			keys->check_modes = true;
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
	if (event == EDIT_WAIT_END || event == EDIT_WAIT_LEAVE)
		keys->output->lost = fd_terminal_is_others(keys->fd);
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

static bool has_rest(const struct edit_keys *keys)
{
	return *keys->stuffed || keys->ahead_at < keys->ahead_len;
}

bool edit_keys_are_waiting(const struct edit_keys *keys, int timeout_ms)
{
	return has_rest(keys) || is_readable(keys->fd, timeout_ms);
}

bool edit_keys_may_wait(const struct edit_keys *keys)
{
	return has_rest(keys) || keys->flows || keys->matched;
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

/* ---- Output -------------------------------------------------------------- */

static void write_held(struct edit_output *output)
{
	/* A terminal that is gone shows at the next read. */
	if (output->held.len)
		(void)!fd_write_all(
		    output->fd, output->held.s, output->held.len);
	strbuf_reset(&output->held);
}

/* What the stream flushes. */
static ssize_t keep_output(void *cookie, const char *text, size_t len)
{
	struct edit_output *output = cookie;
	bool ends_row = len && text[len - 1] == '\n';

	if (output->silent || output->lost)
		return (ssize_t)len;
	strbuf_add(&output->held, text, len);
	if (ends_row && output->row_end) {
		strbuf_adds(&output->held, output->row_end);
		output->row_end = NULL;
	}
	if (output->at_once || (ends_row && output->rows_at_once) ||
	    output->held.len > HELD_MAX)
		write_held(output);
	return (ssize_t)len;
}

bool edit_output_open(struct edit_output *output, int fd)
{
	static const cookie_io_functions_t functions = { .write = keep_output };

	output->fd = fd_copy_high(fd);
	output->stream =
	    output->fd < 0 ? NULL : fopencookie(output, "w", functions);
	return output->stream;
}

void edit_output_close(struct edit_output *output)
{
	if (output->stream)
		(void)fclose(output->stream); /* sent by each read_line() */
	if (output->fd >= 0)
		(void)close(output->fd); /* a copy */
	strbuf_fini(&output->held);
}

void edit_output_send(struct edit_output *output)
{
	(void)fflush(output->stream);
	if (output->shorten)
		output->shorten(&output->held);
	write_held(output);
}

const char *edit_output_begin(struct edit_output *output, const char *before,
    const char *prompt, const char *initial)
{
	const char *last = edit_prompt_last(prompt);

	strbuf_adds(&output->held, before);
	if (!initial)
		edit_prompt_add(&output->held, prompt, (size_t)(last - prompt));
	return last;
}
