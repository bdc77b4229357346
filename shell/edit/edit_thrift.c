/*
 * edit_thrift.c - what a library writes to the screen, said in fewer bytes
 *
 * A key in the middle of a line: readline writes all that is behind it again in
 * any locale but C, and a backspace for each column of that. Measured with 20
 * characters behind the cursor: 41 bytes a key, now 5.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit/edit_thrift.h"

#include <string.h>
#include <wchar.h>

#define RIGHT "\033[C"

/* The columns of the character at TEXT, *N bytes of LEN; -1: that is not known, or
 * it takes none, so that it is part of the one before. */
static int character_width(const char *text, size_t len, size_t *n)
{
	mbstate_t state = { 0 };
	wchar_t c;

	*n = 1;
	if (*text >= ' ' && *text <= '~')
		return 1; /* a tenth of the time */
	*n = mbrtowc(&c, text, len, &state);
	if (*n == 0 || *n == (size_t)-1 || *n == (size_t)-2 || wcwidth(c) < 1)
		return -1;
	return wcwidth(c);
}

/* The columns that LEN bytes of TEXT take; -1: that is not known. */
static int width_of(const char *text, size_t len)
{
	int width = 0;

	while (len) {
		size_t n;
		int columns = character_width(text, len, &n);

		if (columns < 0)
			return -1;
		width += columns;
		text += n;
		len -= n;
	}
	return width;
}

/* Does the line stand in one row, with a column left? */
static bool has_one_row(const struct edit_drawn *drawn, int start, int columns)
{
	int width = width_of(strbuf_str(&drawn->line), drawn->line.len);

	return drawn->is_known && width >= 0 && start + width < columns;
}

/* A change inside a line: what it adds or takes away is before the cursor's new
 * place and behind the BEGIN bytes that stay, and moves the TAIL. */
struct change {
	size_t begin;
	const char *tail;
	size_t tail_len;
	size_t added, removed; /* bytes; one of them is 0 */
};

static bool find_change(struct change *change, const struct edit_drawn *before,
    const struct edit_drawn *after)
{
	size_t tail_len = after->line.len - after->cursor, head;

	if (!tail_len || before->line.len < tail_len)
		return false;
	head = before->line.len - tail_len;
	*change = (struct change){ .tail = after->line.s + after->cursor,
		.tail_len = tail_len };
	if (after->cursor > head) {
		change->begin = head;
		change->added = after->cursor - head;
	} else {
		change->begin = after->cursor;
		change->removed = head - after->cursor;
	}
	return (change->added || change->removed) &&
	       (before->cursor == change->begin ||
		   before->cursor == change->begin + change->removed) &&
	       memcmp(before->line.s, after->line.s, change->begin) == 0 &&
	       memcmp(before->line.s + head, change->tail, tail_len) == 0;
}

/* What readline writes before the tail, and what would do without it. */
static void say_change(const struct change *change,
    const struct edit_drawn *before, const struct edit_drawn *after,
    struct strbuf *written, struct strbuf *enough)
{
	const char *added = after->line.s + change->begin;
	const char *removed = before->line.s + change->begin;

	if (change->added) {
		strbuf_add(written, added, change->added);
		strbuf_addf(enough, "\033[%d@%.*s",
		    width_of(added, change->added), (int)change->added, added);
	} else {
		int width = width_of(removed, change->removed);

		for (int i = 0; i < width && before->cursor > change->begin;
		     i++)
			strbuf_addc(written, '\b');
		strbuf_addf(written, "\033[%dP", width);
		strbuf_add(enough, written->s, written->len);
	}
}

static bool are_same(const struct strbuf *a, const struct strbuf *b)
{
	return a->len == b->len && memcmp(a->s, b->s, a->len) == 0;
}

/* Is TEXT what begins with WRITTEN, then has the tail, and a way back over it to
 * COLUMN, as readline chooses it? */
static bool is_written(const struct strbuf *text, const struct strbuf *written,
    const struct change *change, int column)
{
	int width = width_of(change->tail, change->tail_len);
	struct strbuf by_left = STRBUF_INIT, by_right = STRBUF_INIT;
	bool is;

	strbuf_add(&by_left, written->s, written->len);
	strbuf_add(&by_left, change->tail, change->tail_len);
	strbuf_add(&by_right, by_left.s, by_left.len);
	while (width-- > 0)
		strbuf_addc(&by_left, '\b');
	strbuf_addc(&by_right, '\r');
	while (column-- > 0)
		strbuf_adds(&by_right, RIGHT);
	is = are_same(text, &by_left) || are_same(text, &by_right);
	strbuf_fini(&by_left);
	strbuf_fini(&by_right);
	return is;
}

void edit_thrift_tail(struct strbuf *text, const struct edit_drawn *before,
    const struct edit_drawn *after, int start, int columns)
{
	struct strbuf written = STRBUF_INIT, enough = STRBUF_INIT;
	struct change change;

	if (!text->len || !find_change(&change, before, after) ||
	    !has_one_row(before, start, columns) ||
	    !has_one_row(after, start, columns))
		return;
	say_change(&change, before, after, &written, &enough);
	if (is_written(text, &written, &change,
		start + width_of(after->line.s, after->cursor))) {
		strbuf_reset(text);
		strbuf_add(text, enough.s, enough.len);
	}
	strbuf_fini(&written);
	strbuf_fini(&enough);
}

/* ---- Moves --------------------------------------------------------------- */

struct move {
	const char *text;
	size_t len;
	char last; /* of the sequence that moves by more */
};

/* Add the moves at S, if there are any, before END. Returns where they end. */
static const char *add_moves(
    struct strbuf *sb, const struct move *move, const char *s, const char *end)
{
	const char *begin = s;
	size_t count = 0, len = sb->len;

	while ((size_t)(end - s) >= move->len &&
	       memcmp(s, move->text, move->len) == 0) {
		s += move->len;
		count++;
	}
	if (!count)
		return s;
	strbuf_addf(sb, "\033[%zu%c", count, move->last);
	if (sb->len - len >= (size_t)(s - begin)) {
		strbuf_truncate(sb, len);
		strbuf_add(sb, begin, (size_t)(s - begin));
	}
	return s;
}

void edit_thrift_moves(struct strbuf *text)
{
	static const struct move moves[] = { { "\b", 1, 'D' },
		{ RIGHT, sizeof RIGHT - 1, 'C' } };
	struct strbuf shorter = STRBUF_INIT;
	const char *s = strbuf_str(text), *end = s + text->len;

	while (s < end) {
		const char *begin = s;

		for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
			s = add_moves(&shorter, &moves[i], s, end);
		if (s == begin)
			strbuf_addc(&shorter, *s++);
	}
	if (shorter.len < text->len) {
		strbuf_reset(text);
		strbuf_add(text, shorter.s, shorter.len);
	}
	strbuf_fini(&shorter);
}
