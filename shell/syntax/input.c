/*
 * input.c - the characters that the lexer sees
 *
 * The base text is a buffer from which whole lines are dropped at the front
 * only when more text is appended: each byte is moved at most once, whatever
 * the size of the pieces. It holds no NUL byte (they are left out as they come
 * in), so a NUL marks its end and loops over a class of bytes need no bound.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax/input.h"

#include <stdint.h>
#include <string.h>

void input_init(struct input *in, const struct source *source, int line)
{
	input_init_text(in, "", 0, line, NULL);
	in->source = source;
}

void input_init_text(struct input *in, const char *text, size_t len, int line,
    const struct input *outer)
{
	*in = (struct input){
		.p = text,
		.base = text,
		.base_len = len,
		.line = line,
		.keep = SIZE_MAX,
		.pin = SIZE_MAX,
		.outer = outer,
		.end_text = outer ? "end of text" : "end of file",
	};
}

void input_fini(struct input *in)
{
	strbuf_fini(&in->buffer);
}

void input_start(struct input *in)
{
	in->begun = false;
	in->at_end = false;
	in->interrupted = false;
	in->keep = SIZE_MAX;
}

/* The byte at POS in the text of LEVEL (NULL: the base). */
static const char *byte_at(
    const struct input *in, const struct input_level *level, size_t pos)
{
	return level ? level->text + pos : in->base + (pos - in->origin);
}

static void move_to(
    struct input *in, const struct input_level *level, size_t pos)
{
	in->level = level;
	in->p = byte_at(in, level, pos);
}

void input_drop(struct input *in)
{
	size_t end = in->origin + in->base_len;

	move_to(in, NULL, end);
	in->line_start = end;
	in->after_blank = false;
}

void input_drop_line(struct input *in)
{
	const char *newline;

	while (in->level)
		move_to(in, in->level->below, in->level->below_pos);
	in->after_blank = false;
	if (input_position(in) == in->line_start)
		return; /* the newline was part of what is dropped */
	newline = strchr(in->p, '\n');
	if (newline) {
		in->p = newline + 1;
		input_newline(in);
	} else {
		input_drop(in);
		in->dropping = !in->at_end;
	}
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Drop the text that nobody will ask for again. */
static void drop_front(struct input *in)
{
	size_t from = least(input_position(in), in->line_start);
	size_t used;

	from = least(from, least(in->keep, in->pin));
	if (from <= in->origin)
		return;
	used = from - in->origin;
	memmove(in->buffer.s, in->buffer.s + used, in->buffer.len - used);
	strbuf_truncate(&in->buffer, in->buffer.len - used);
	in->origin = from;
}

static void append_without_nul(struct strbuf *sb, const char *s, size_t len)
{
	while (len > 0) {
		const char *nul = memchr(s, '\0', len);
		size_t n = nul ? (size_t)(nul - s) : len;

		strbuf_add(sb, s, n);
		if (nul)
			n++;
		s += n;
		len -= n;
	}
}

/* Leave out what belongs to a line that is being dropped. */
static void drop_start(struct input *in, const char **text, size_t *len)
{
	const char *newline = memchr(*text, '\n', *len);
	size_t used = newline ? (size_t)(newline - *text) + 1 : *len;

	*text += used;
	*len -= used;
	if (newline) {
		in->dropping = false;
		in->line++;
	}
}

/* Append one piece of the source to the base text. */
static bool read_more(struct input *in)
{
	size_t pos = input_position(in);
	const char *text = NULL;
	size_t len = 0;

	if (in->at_end || !in->source)
		return false;
	switch (in->source->read(in->source->ctx, in->begun, &text, &len)) {
	case SOURCE_TEXT:
		break;
	case SOURCE_INTERRUPTED:
		in->interrupted = true;
		in->at_end = true;
		return false;
	case SOURCE_END:
		in->at_end = true;
		return false;
	}
	if (in->dropping)
		drop_start(in, &text, &len);
	drop_front(in);
	append_without_nul(&in->buffer, text, len);
	in->base = strbuf_str(&in->buffer);
	in->base_len = in->buffer.len;
	if (!in->level)
		move_to(in, NULL, pos);
	return true;
}

int input_fill(struct input *in)
{
	while (*in->p == '\0') {
		const struct input_level *level = in->level;

		if (level) {
			in->after_blank =
			    in->after_blank || level->ends_in_blank;
			move_to(in, level->below, level->below_pos);
		} else if (!read_more(in)) {
			return INPUT_END;
		}
	}
	return (unsigned char)*in->p;
}

/* The byte after the one at P, which may be the last of an alias; NUL at the
 * end of what was read. */
static char byte_after(const struct input *in)
{
	const struct input_level *level = in->level;
	const char *s = in->p + 1;

	for (; level && *s == '\0'; level = level->below)
		s = byte_at(in, level->below, level->below_pos);
	return *s;
}

static bool newline_follows(struct input *in)
{
	while (byte_after(in) == '\0') {
		if (!read_more(in))
			return false;
	}
	return byte_after(in) == '\n';
}

int input_peek_slow(struct input *in)
{
	int c = input_peek_raw(in);

	while (c == '\\' && newline_follows(in)) {
		in->p++;
		(void)input_peek_raw(in); /* it may be behind an alias's end */
		input_skip(in);
		in->begun = true;
		c = input_peek_raw(in);
	}
	return c;
}

void input_newline(struct input *in)
{
	if (in->level)
		return;
	in->line++;
	in->line_start = input_position(in);
}

void input_push(struct input *in, struct input_level *level)
{
	level->below = in->level;
	level->below_pos =
	    in->level ? (size_t)(in->p - in->level->text) : input_position(in);
	move_to(in, level, 0);
}

bool input_is_reading_alias(const struct input *in, const char *name)
{
	const struct input_level *level;

	for (; in; in = in->outer) {
		for (level = in->level; level; level = level->below) {
			if (strcmp(level->name, name) == 0)
				return true;
		}
	}
	return false;
}

size_t input_position(const struct input *in)
{
	const struct input_level *level = in->level;

	if (!level)
		return in->origin + (size_t)(in->p - in->base);
	while (level->below)
		level = level->below;
	return level->below_pos;
}

int input_column(const struct input *in)
{
	if (in->level)
		return in->level->column;
	return (int)(input_position(in) - in->line_start) + 1;
}

const char *input_line_text(
    const struct input *in, size_t line_start, size_t *len)
{
	const char *s;

	if (line_start < in->origin || line_start > in->origin + in->base_len)
		return NULL;
	s = in->base + (line_start - in->origin);
	*len = strcspn(s, "\n");
	return s;
}

struct input_mark input_mark(struct input *in)
{
	struct input_mark mark = {
		.level = in->level,
		.pos = in->level ? (size_t)(in->p - in->level->text)
				 : input_position(in),
		.line = in->line,
		.line_start = in->line_start,
		.after_blank = in->after_blank,
		.outer_pin = in->pin,
		.base_pos = input_position(in),
	};

	in->pin = least(in->pin, least(mark.base_pos, in->line_start));
	return mark;
}

void input_rewind(struct input *in, const struct input_mark *mark)
{
	move_to(in, mark->level, mark->pos);
	in->line = mark->line;
	in->line_start = mark->line_start;
	in->after_blank = mark->after_blank;
	input_release(in, mark);
}

void input_release(struct input *in, const struct input_mark *mark)
{
	in->pin = mark->outer_pin;
}
