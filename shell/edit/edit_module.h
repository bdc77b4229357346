/*
 * edit_module.h - what both library editors need: streams, keys, pastes
 *
 * Compiled into each module, together with what it needs of base: a module
 * takes no symbol from jsh.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_MODULE_H
#define JSH_EDIT_MODULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "edit/editor.h"

/* What a terminal puts around a paste, if it was asked to */
#define PASTE_BEGIN "\033[200~"
#define PASTE_END "\033[201~"

/* The bytes that a terminal sends, and what an editor makes up. Zero it, set
 * host and fd. */
struct edit_keys {
	const struct edit_host *host;
	int fd;
	bool in_paste;
	bool echoes;            /* the terminal did, when the line began */
	unsigned char stop_key; /* the driver's, or _POSIX_VDISABLE */
	size_t matched;         /* bytes of the paste's next marker seen */
	const char *stuffed;    /* bytes to deliver before the terminal's */
	char stuffing[sizeof PASTE_BEGIN + sizeof PASTE_END];
};

/* A line begins, and the terminal has the modes of before. One that was left
 * inside a paste goes on inside it. */
void edit_keys_begin(struct edit_keys *keys);

/*
 * Wait for the next byte. EDIT_WAIT_INPUT: *byte is it. Everything else is as
 * from host->wait(); the end of the input is EDIT_WAIT_END. EDIT_WAIT_LEAVE
 * comes only when nothing can be read, so that no key of several bytes is cut
 * in two. After EDIT_WAIT_INTERRUPT inside a paste the rest of the paste is
 * thrown away, so that it does not run as if it had been typed. (When the paste
 * itself held the ^C and its beginning had not been read, the kernel has thrown
 * the beginning away, and the rest cannot be told from typing.)
 */
enum edit_wait edit_keys_next(struct edit_keys *keys, unsigned char *byte);

/* Has more been typed than was delivered? */
bool edit_keys_are_waiting(const struct edit_keys *keys);

/* After ESC, for an editor that has no such key: does a paste begin here? Then
 * its marker is taken. If not, what was read will come next. Waits a moment for
 * what belongs to the ESC, if it belongs to anything. */
bool edit_keys_begin_paste(struct edit_keys *keys);

/* After the editor has been told to go: the end of an unfinished paste, byte by
 * byte, because not every reader of a paste looks for errors; false when there
 * is no more. */
bool edit_keys_rest(struct edit_keys *keys, unsigned char *byte);

/* Stdio streams for a library, on close-on-exec descriptors above 9; NULL with
 * errno. The input is the terminal FD opened anew, so that a key that was thrown
 * away is not waited for (fd_open_terminal()), or a copy if that cannot be. */
FILE *edit_input(int fd);
FILE *edit_output(int fd);

#endif
