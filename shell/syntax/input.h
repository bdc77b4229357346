/*
 * input.h - the characters that the lexer sees
 *
 * Joins three things into one stream: the text that the source hands over
 * piece by piece, the values of aliases that are being read in place of their
 * names, and line continuations, which are not there at all. Knows where a
 * character stands (line, column) and can go back to a mark.
 *
 * A text that is in memory as a whole (a here-document, the inside of
 * backquotes) is an input without a source.
 *
 * POSIX.1-2024 XCU 2.2.1 Escape Character, 2.3.1 Alias Substitution.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_SYNTAX_INPUT_H
#define JSH_SYNTAX_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "syntax/source.h"

enum { INPUT_END = -1 };

/* An alias whose value is being read. Never changed once it is pushed. */
struct input_level {
	const char *name;
	const char *text;                /* its value */
	bool ends_in_blank;              /* look at the next word also */
	int column;                      /* of the name that was replaced */
	const struct input_level *below; /* NULL: the base text */
	size_t below_pos;                /* where reading goes on there */
};

/* Positions in the base text count from its first byte, dropped or not. */
struct input {
	const char *p;    /* the next byte */
	const char *base; /* the base text that is still held */
	size_t base_len;
	size_t origin;                   /* position of BASE[0] */
	const struct input_level *level; /* NULL in the base text */
	const struct source *source;     /* NULL: no more than BASE */
	struct strbuf buffer;            /* behind BASE if there is a source */
	int line;
	size_t line_start;         /* position of the current line */
	size_t keep;               /* text from here on is not dropped */
	size_t pin;                /* nor from here on, for a mark */
	const struct input *outer; /* its aliases are being read as well */
	const char *end_text;      /* what its end is called in messages */
	bool is_here;              /* the text of a here-document */
	bool begun;                /* a command has begun: PS2 */
	bool at_end;               /* the source said so */
	bool interrupted;          /* and so */
	bool after_blank; /* an alias ended whose value ended in a blank */
	bool dropping;    /* up to the next newline, which was not here yet */
};

/* SOURCE is borrowed. */
void input_init(struct input *in, const struct source *source, int line);

/* An input over TEXT, NUL-terminated, without NUL bytes, borrowed. OUTER is
 * the input that it came from, or NULL. Needs no fini. */
void input_init_text(struct input *in, const char *text, size_t len, int line,
    const struct input *outer);
void input_fini(struct input *in);

/* Forget end, interruption and PS2 before the next command. */
void input_start(struct input *in);

/* Forget all that was read. */
void input_drop(struct input *in);

/* Forget the rest of the line, also what is still to come of it. */
void input_drop_line(struct input *in);

/* The slow halves of the two below. */
int input_fill(struct input *in);
int input_peek_slow(struct input *in);

/* The next byte as it is, or INPUT_END. May ask the source for more. */
static inline int input_peek_raw(struct input *in)
{
	return *in->p ? (unsigned char)*in->p : input_fill(in);
}

/* The next byte after line continuations, which are consumed. */
static inline int input_peek(struct input *in)
{
	return *in->p && *in->p != '\\' ? (unsigned char)*in->p
					: input_peek_slow(in);
}

/* Step over the byte that was peeked at. */
void input_newline(struct input *in);
static inline void input_skip(struct input *in)
{
	if (*in->p++ == '\n')
		input_newline(in);
}

/* Read an alias from here on; LEVEL is filled in but for the last two. */
void input_push(struct input *in, struct input_level *level);
bool input_is_reading_alias(const struct input *in, const char *name);

/* Is this the end of an alias's value? Peeking leaves the alias. */
static inline bool input_is_alias_end(const struct input *in)
{
	return *in->p == '\0' && in->level;
}

/* Position in the base text, of the alias's name while in an alias. */
size_t input_position(const struct input *in);
int input_column(const struct input *in);

/* The text of the line that begins at LINE_START, if it is still held. */
const char *input_line_text(
    const struct input *in, size_t line_start, size_t *len);

struct input_mark {
	const struct input_level *level;
	size_t pos; /* in the level's text, or the base's */
	int line;
	size_t line_start;
	bool after_blank;
	size_t outer_pin;
	size_t base_pos;
};

/* Marks nest: each is ended by rewind or release, the latest first. */
struct input_mark input_mark(struct input *in);
void input_rewind(struct input *in, const struct input_mark *mark);
void input_release(struct input *in, const struct input_mark *mark);

#endif
