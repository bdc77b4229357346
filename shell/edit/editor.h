/*
 * editor.h - one line from a person, whichever library reads it
 *
 * The shell owns the loop, the signals and the terminal's foreground; an editor
 * owns the screen and the keys while read_line() runs. It blocks only in
 * host->wait(), so that a job's notice appears at once above the half-typed
 * line, and it runs no shell code: when the shell has some to run (a trap), the
 * editor leaves with what was typed so far and is entered again with it.
 *
 * readline and libedit are modules loaded at run time: jsh links neither, and a
 * broken library locks nobody out. Modules reach the shell only through struct
 * edit_host.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_EDIT_EDITOR_H
#define JSH_EDIT_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

/* Raised when a struct below changes: a module of another version is refused */
enum { EDITOR_ABI = 7 };

enum edit_wait {
	EDIT_WAIT_INPUT,     /* the descriptor can be read */
	EDIT_WAIT_NOTICE,    /* print host->take_notice() above the line */
	EDIT_WAIT_INTERRUPT, /* ^C: drop the line, return EDIT_INTERRUPTED */
	EDIT_WAIT_LEAVE,     /* shell code is due: return EDIT_LEFT. Said
				again until read_line() returns: keys that
				are there already are taken first */
	EDIT_WAIT_RESIZE,    /* the window's size changed: draw anew */
	EDIT_WAIT_END,       /* the terminal is gone: return EDIT_END */
};

enum edit_result {
	EDIT_LINE,        /* *line: heap text without its newline */
	EDIT_END,         /* ^D at an empty line, or the input ended */
	EDIT_INTERRUPTED, /* ^C */
	EDIT_LEFT,        /* *line: heap text typed so far; a library editor
			     shows nothing of it any more */
};
/* In all four the cursor is at the start of a row when read_line() returns. */

/* What may stand at the cursor. All strings are heap. */
struct edit_candidate {
	char *insert; /* in the place of what was typed: quoted for it */
	char *after;  /* what follows it when it is the only one: " ", "/" */
	char *shown;  /* in a list; nothing that a terminal obeys */
	char *about;  /* one line beside it, or NULL */
};

struct edit_completion {
	size_t begin; /* what is replaced: from here to the cursor (bytes) */
	struct edit_candidate *candidates; /* heap */
	size_t count;
	/* What all begin with, quoted, when that is more than was typed, or
	 * other letters; else NULL */
	char *common;
};

struct edit_host {
	void *ctx;
	/* Wait for input on FD or for something else to do. Async events are
	 * reaped and worded inside; no shell code runs. */
	enum edit_wait (*wait)(void *ctx, int fd);
	/* Would wait() have something to say, whatever there is to read? A few
	 * loads, no system call: asked before each read that is tried without
	 * wait(). NULL: there is none such. */
	bool (*has_news)(void *ctx);
	/* A read of FD has failed, with errno but for EAGAIN: may it be tried
	 * again after wait()? Not if the terminal is gone. Comes back in the
	 * foreground: the kernel lets nobody else read. NULL: if it was
	 * EINTR. */
	bool (*may_read_again)(void *ctx, int fd);
	/* May the window have another size than when this was asked last?
	 * NULL: it may. */
	bool (*resized)(void *ctx);
	/* What to print after EDIT_WAIT_NOTICE: whole lines; heap, or NULL */
	char *(*take_notice)(void *ctx);
	/* The prompt as it is after the notice, its upper lines too; heap. NULL:
	 * as it was. The pointer NULL: it always is. */
	char *(*prompt)(void *ctx);
	/* Is the key that stops jobs (^Z) one of the shell's while a line is
	 * typed? Else it is the driver's. NULL: it is not. */
	bool (*takes_stop_key)(void *ctx);
	/* It was typed: true to leave as for EDIT_WAIT_LEAVE, false to go on
	 * as if it had not been. */
	bool (*stop_key)(void *ctx);
	/* The key was typed that has the line edited by a program: the editor
	 * leaves as for EDIT_WAIT_LEAVE. NUMBER above 0: not the line, but the
	 * command of the history with that number. NULL: there is no such
	 * key. */
	void (*edit_key)(void *ctx, int number);
	/* What may stand in LINE behind its first CURSOR bytes; *RESULT is
	 * empty, and the editor frees what is put there. May block until ^C.
	 * NULL: nothing is completed. */
	void (*complete)(void *ctx, const char *line, size_t cursor,
	    struct edit_completion *result);
	/* A line that begins with LINE, not an empty one, and goes on: shown
	 * in grey behind it, to be taken with a key. Asked after each key at
	 * the end of the line. Heap; NULL: there is none. The pointer NULL:
	 * there never is. */
	char *(*suggest)(void *ctx, const char *line);
	/* A blank or Enter was typed behind the first CURSOR bytes of LINE:
	 * the text for the word that ends there and begins at *BEGIN; heap.
	 * NULL: it stays as it is. The pointer NULL: all do. */
	char *(*expand)(
	    void *ctx, const char *line, size_t cursor, size_t *begin);
};

struct editor;

struct editor_ops {
	int abi;          /* EDITOR_ABI */
	const char *name; /* "readline", "libedit", "plain" */

	/* Does the library that answers belong to this module? (Another one
	 * may have been preloaded.) Asked once, before open. */
	bool (*library_fits)(void);

	/* Prepare for reading IN and writing to OUT (both terminals for the
	 * library editors; left open by close). NULL when it cannot work here
	 * (a terminal whose cursor does not move up: TERM unknown or dumb):
	 * the caller falls back to plain. */
	struct editor *(*open)(const struct edit_host *host, int in, int out);
	void (*close)(struct editor *editor);

	/*
	 * Read one line. BEFORE is written as it is, once, in one go with
	 * PROMPT, which is shown as it is (escape sequences between
	 * \001 and \002 take no room). INITIAL is the text of the EDIT_LEFT
	 * before, or NULL: it stands there already, the cursor at its end, and
	 * of a prompt of several lines only the last is shown again. *line is
	 * set for EDIT_LINE and EDIT_LEFT. Leaves the terminal's modes as it
	 * found them.
	 */
	enum edit_result (*read_line)(struct editor *editor, const char *before,
	    const char *prompt, const char *initial, char **line);

	/* Remember a line for the up arrow; newlines inside are kept. */
	void (*add_history)(struct editor *editor, const char *line);

	/* Forget all of them. */
	void (*forget_history)(struct editor *editor);

	/* Edit as vi does, or as emacs does (set -o vi, set -o emacs). */
	void (*set_vi)(struct editor *editor, bool vi);
};

/* The one without a library: a line as the terminal's driver edits it. Works
 * on anything that can be read; takes no byte beyond the newline. */
extern const struct editor_ops edit_plain;

/*
 * An editor for a terminal. CHOICE is JSH_EDITOR's value ("readline",
 * "libedit", "plain"), or NULL or "" for the best that loads. When what was
 * asked for cannot be had, or a module that is there is broken, *warning is a
 * heap text for diag() that says so (else NULL). Then the next best is used,
 * plain at last: this never fails. IN or OUT is no terminal: plain, without a
 * warning. MODULE_DIR is where modules are. *ops is valid for the life of the
 * process; an editor is closed with its close().
 */
struct editor *editor_open(const char *choice, const char *module_dir,
    const struct edit_host *host, int in, int out,
    const struct editor_ops **ops, char **warning);

/* The name under which a module exports its `struct editor_ops`. */
#define EDITOR_SYMBOL "jsh_editor"

#endif
