/*
 * prompt_escape.h - the backslash escapes of PS1 and PS2
 *
 *   \u user             \w folder, ~ for home   \j jobs
 *   \h host, to its .   \W its last part        \j{running} of them, that run
 *   \H host             \t 23:59:59             \j{stopped} of them, stopped
 *   \s the shell's name \T 11:59:59             \! \# number of this command
 *   \l terminal         \@ 11:59 PM             \? status of the last one
 *   \v version, 1.2     \A 23:59                \$ # for root, else $
 *   \V version, 1.2.3   \d Mon Jan 01           \D{FORMAT} as strftime(3) says
 *   \n \r \a \e \\      \nnn octal              \[ \] around what takes no room
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

/* What the escapes stand for. No string is NULL. */
struct prompt_facts {
	const char *user, *host, *shell, *terminal, *version;
	const char *cwd, *home;
	size_t folders; /* so many of the last in \w (PROMPT_DIRTRIM); 0: all */
	size_t running, stopped;
	unsigned long command; /* counted from 1 */
	int status;
	bool root;
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
