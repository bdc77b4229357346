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

/* Lines that the up arrow finds */
enum { EDIT_HISTORY_MAX = 1000 };

/* What a terminal puts around a paste, if it was asked to */
#define PASTE_BEGIN "\033[200~"
#define PASTE_END "\033[201~"

enum { PASTE_REOPEN_SIZE = sizeof PASTE_BEGIN + sizeof PASTE_END };

/* Whether the bytes so far end inside a paste. Zero it before the first. */
struct paste_watch {
	bool inside;
	size_t matched; /* bytes of the next marker seen */
};

void paste_watch_byte(struct paste_watch *watch, unsigned char byte);

/* What ends the paste for an editor that leaves inside it, and what begins it
 * again for an editor that comes back. Static, or in TEXT. */
const char *paste_close(const struct paste_watch *watch);
const char *paste_reopen(
    const struct paste_watch *watch, char text[static PASTE_REOPEN_SIZE]);

/* After ^C inside a paste: throw its rest away, so that it does not run as if
 * it had been typed. Ends at the paste's end, or when the terminal has nothing
 * more to say for a moment. */
void paste_discard(struct paste_watch *watch, int fd);

/* A stdio stream on a close-on-exec copy of FD above 9; NULL with errno. */
FILE *edit_stream(int fd, const char *mode);

/*
 * Wait for the next byte. EDIT_WAIT_INPUT: *byte is it. Everything else is as
 * from host->wait(); the end of the input is EDIT_WAIT_END. EDIT_WAIT_LEAVE
 * comes only when nothing can be read, so that no key of several bytes and no
 * paste is cut in two.
 */
enum edit_wait edit_next_byte(
    const struct edit_host *host, int fd, unsigned char *byte);

#endif
