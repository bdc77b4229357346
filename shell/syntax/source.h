/*
 * source.h - where the parser's text comes from
 *
 * Text is asked for piece by piece, so that a prompt, a growing file and a
 * string are the same to the parser. Aliases are asked for by a callback: the
 * parser knows no shell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_SOURCE_H
#define JSH_SYNTAX_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

enum source_result {
	SOURCE_TEXT,        /* *text and *len were set */
	SOURCE_END,         /* end of input */
	SOURCE_INTERRUPTED, /* ^C at the prompt: drop the command */
};

/*
 * Give more text, up to and including a newline where the input has them
 * (more than a line at once is allowed). CONTINUED says that a command has
 * begun (PS2). *text is borrowed until the next call.
 */
typedef enum source_result source_read(
    void *ctx, bool continued, const char **text, size_t *len);

/* The value of alias NAME, borrowed until the next call; NULL if none. */
typedef const char *source_alias(void *ctx, const char *name);

struct source {
	source_read *read;
	void *ctx;
	source_alias *alias; /* may be NULL */
	void *alias_ctx;
};

/* A ready-made source: text in memory, handed out line by line. */
struct source_string {
	const char *text; /* borrowed */
	size_t len;
	size_t used; /* bytes handed out so far */
};

/* TEXT must outlive the parser; STRING is the caller's and the ctx. */
struct source source_from_string(
    struct source_string *string, const char *text, size_t len);

/* Its read callback, for sources that wrap one; CTX is a source_string. */
enum source_result source_string_read(
    void *ctx, bool continued, const char **text, size_t *len);

#endif
