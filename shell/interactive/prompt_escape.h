/*
 * prompt_escape.h - the backslash escapes of PS1 and PS2
 *
 *   \u user             \w folder, ~ for home   \j jobs
 *   \h host, to its .   \W its last part        \j{running} of them, that run
 *   \H host             \t 23:59:59             \j{stopped} of them, stopped
 *   \s the shell's name \T 11:59:59             \! number in the history
 *   \l terminal         \@ 11:59 PM             \# number in this session
 *   \v version, 1.2     \A 23:59                \? status of the last command
 *   \V version, 1.2.3   \d Mon Jan 01           \$ # for root, else $
 *   \n \r \a \e \\      \nnn octal              \D{FORMAT} as strftime(3) says
 *   \[ \] around what takes no room
 *
 *   \{branch} of git     \{folder} \w, not too long   \{running}, \{stopped},
 *   \{duration} 1.2 s    \{jobs} 1 running            \{status} unless 0
 *   \{ssh} "ssh", if the terminal is on another machine
 *   \{NAME:TEXT} TEXT, itself decoded, unless \{NAME} is empty
 *   \{red:TEXT} TEXT in that colour; or bold, dim, ... (prompt_braced.c)
 *
 * Anything else after a backslash stays as it is, with the backslash.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_INTERACTIVE_PROMPT_ESCAPE_H
#define JSH_INTERACTIVE_PROMPT_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "base/strbuf.h"

/* What takes a look farther, and is only asked for where the prompt shows it */
enum prompt_question {
	PROMPT_USER,
	PROMPT_HOST,
	PROMPT_TERMINAL,
	PROMPT_BRANCH, /* of git; "": there is none */
};

/* What the escapes stand for. No string is NULL. */
struct prompt_facts {
	/* The answer is good until the next question. */
	const char *(*ask)(void *ctx, enum prompt_question question);
	void *ctx;
	const char *shell, *version, *cwd, *home;
	size_t folders; /* so many of the last in \w (PROMPT_DIRTRIM); 0: all */
	size_t columns; /* of the terminal; 0: nobody knows */
	size_t running, stopped;
	int history;           /* the number that the command will have there */
	unsigned long command; /* counted from 1 */
	int status;
	long long took_us; /* the last command, in microseconds */
	bool root;
	bool remote;  /* the user sits at another machine */
	bool colours; /* the terminal has them, and they are wanted */
	time_t now;
};

/*
 * Append TEXT with its escapes decoded. The result is to be expanded as if in
 * double quotes; what an escape stands for is protected by backslashes, so that
 * this leaves it as it is, whatever a folder is called. Control characters in
 * names are shown harmless.
 */
void prompt_escape(
    struct strbuf *sb, const char *text, const struct prompt_facts *facts);

#endif
