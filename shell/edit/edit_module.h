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

#include "base/strbuf.h"
#include "edit/edit_modes.h"
#include "edit/editor.h"

/* What a terminal puts around a paste, if it was asked to */
#define PASTE_BEGIN "\033[200~"
#define PASTE_END "\033[201~"

/* ... which these do */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

/*
 * What a library writes. It flushes the stream more often than anybody looks, so
 * that is kept until edit_output_send(), at the latest before a key is waited
 * for: 4 system calls a command less, and keys that come in one go are drawn in
 * one. Zero it.
 */
struct edit_output {
	FILE *stream;
	int fd;              /* a copy of the terminal's; stream writes to it */
	bool silent;         /* throw away what is flushed */
	bool lost;           /* ... as others have the terminal now */
	bool at_once;        /* write what is flushed */
	bool rows_at_once;   /* ... if it ends a row */
	const char *row_end; /* written behind the next one's end; then NULL */
	void (*shorten)(struct strbuf *held); /* before it is sent, or NULL */
	struct strbuf held;
};

/* The bytes that a terminal sends, and what an editor makes up. Zero it, then
 * edit_keys_open(). */
struct edit_keys {
	const struct edit_host *host;
	struct edit_output *output; /* sent before a wait */
	int fd;
	bool never_waits; /* a read of fd */
	bool sets_modes;  /* the library does, in the middle of a line */
	bool in_paste;
	bool has_modes;
	struct edit_modes modes; /* the terminal's, when the line began; */
	bool echoes;             /* ... it echoed; and its key that stops */
	unsigned char stop_key;  /* jobs, or _POSIX_VDISABLE */
	bool check_modes;        /* that key may have been set again */
	bool flows;              /* there may be more than was read */
	unsigned char ahead[sizeof PASTE_END]; /* bytes of a paste, read */
	size_t ahead_at, ahead_len;
	size_t matched;      /* bytes of the paste's next marker seen */
	const char *stuffed; /* bytes to deliver before the terminal's */
	char stuffing[sizeof PASTE_BEGIN + sizeof PASTE_END];
};

void edit_keys_open(struct edit_keys *keys, const struct edit_host *host,
    struct edit_output *output, int fd);

/* A line begins, and the terminal has the modes of before. One that was left
 * inside a paste goes on inside it. What is written is shown again. */
void edit_keys_begin(struct edit_keys *keys);

/*
 * Wait for the next byte. EDIT_WAIT_INPUT: *byte is it. Everything else is as
 * from host->wait(); the end of the input is EDIT_WAIT_END. EDIT_WAIT_LEAVE
 * comes only when nothing can be read, so that no key of several bytes is cut
 * in two. If others have the terminal by then, nothing is written any more. After
 * EDIT_WAIT_INTERRUPT inside a paste the rest of the paste is thrown away, so
 * that it does not run as if it had been typed. (When the paste itself held the
 * ^C and its beginning had not been read, the kernel has thrown the beginning
 * away, and the rest cannot be told from typing.)
 */
enum edit_wait edit_keys_next(struct edit_keys *keys, unsigned char *byte);

/* Is the key that stops jobs one of the shell's? Not if there is none. */
bool edit_keys_take_stop_key(const struct edit_keys *keys);

/* For who sets the modes of a line: in MODES, have the driver deliver that key if
 * it is the shell's. That is seen to before a key wherever
 * the modes may have changed, but by then somebody could have typed it. */
void edit_keys_free_stop_key(
    const struct edit_keys *keys, struct edit_modes *modes);

/* Has more been typed than was delivered, or is it within TIMEOUT_MS? */
bool edit_keys_are_waiting(const struct edit_keys *keys, int timeout_ms);

/* Is that worth asking? Behind a key that had to be waited for another one is
 * seldom there, but for what follows ESC. */
bool edit_keys_may_wait(const struct edit_keys *keys);

/* After ESC, for an editor that has no such key: does a paste begin here? Then
 * its marker is taken. If not, what was read will come next. Waits a moment for
 * what belongs to the ESC, if it belongs to anything. */
bool edit_keys_begin_paste(struct edit_keys *keys);

/* After the editor has been told to go: the end of an unfinished paste, byte by
 * byte, because not every reader of a paste looks for errors; false when there
 * is no more. */
bool edit_keys_rest(struct edit_keys *keys, unsigned char *byte);

/* A stdio stream for a library, on a close-on-exec descriptor above 9; NULL with
 * errno. It is the terminal FD opened anew, so that a key that was thrown away is
 * not waited for (fd_open_terminal()), or a copy if that cannot be. */
FILE *edit_input(int fd);

/* False with errno. */
bool edit_output_open(struct edit_output *output, int fd);
void edit_output_send(struct edit_output *output);

/* What read_line() shows before the library its prompt: BEFORE, and but for
 * INITIAL the upper lines of PROMPT. Returns the last one. */
const char *edit_output_begin(struct edit_output *output, const char *before,
    const char *prompt, const char *initial);

void edit_output_close(struct edit_output *output);

#endif
