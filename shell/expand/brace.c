/*
 * brace.c - brace expansion: one word into several, before all else
 *
 * The word is taken apart into units: each byte of an unquoted literal is one,
 * and each other part. Which brace belongs to which is found once; then a word
 * is put together for each way through the alternatives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/brace.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"

enum {
	DEPTH_MAX = 1000,
	RANGE_MAX = 70, /* three numbers of 64 bits and two ".." */
};

struct unit {
	const struct word_part *part; /* of a byte: NULL */
	char byte;
	bool has_comma;           /* an opening brace: between the two */
	const struct unit *close; /* its closing brace; NULL: it has none */
};

/* What is still to be put behind the word. */
struct rest {
	const struct unit *from, *to;
	const struct rest *next;
};

struct brace {
	struct arena *arena;
	bool (*emit)(void *ctx, const struct word *word);
	void *ctx;
	bool *too_many;
	int line;
	const struct unit **made; /* the word so far; heap */
	size_t made_count, made_cap;
	size_t words, depth;
};

/* {from..to..step} */
struct range {
	intmax_t from, to;
	uintmax_t step;
	int width; /* with zeros before it */
	bool letters;
};

bool brace_may_expand(const struct word *word)
{
	for (const struct word_part *part = word->parts; part;
	     part = part->next)
		if (part->type == PART_LITERAL &&
		    memchr(part->u.text.s, '{', part->u.text.len))
			return true;
	return false;
}

/* ---- Units --------------------------------------------------------------- */

static size_t part_size(const struct word_part *part)
{
	return part->type == PART_LITERAL ? part->u.text.len : 1;
}

/* In the arena. */
static struct unit *take_apart(
    struct arena *arena, const struct word *word, size_t *count)
{
	const struct word_part *part;
	struct unit *units, *unit;

	*count = 0;
	for (part = word->parts; part; part = part->next)
		*count += part_size(part);
	units = unit = arena_zalloc(arena, *count * sizeof *units);
	for (part = word->parts; part; part = part->next) {
		if (part->type != PART_LITERAL) {
			(unit++)->part = part;
			continue;
		}
		for (size_t i = 0; i < part->u.text.len; i++)
			(unit++)->byte = part->u.text.s[i];
	}
	return units;
}

static void find_pairs(struct unit *units, size_t count)
{
	struct unit **open = xcalloc(count + 1, sizeof(struct unit *));
	size_t depth = 0;

	for (size_t i = 0; i < count; i++) {
		if (units[i].byte == '{')
			open[depth++] = &units[i];
		else if (units[i].byte == ',' && depth)
			open[depth - 1]->has_comma = true;
		else if (units[i].byte == '}' && depth)
			open[--depth]->close = &units[i];
	}
	free(open);
}

/* ---- Ranges ------------------------------------------------------------ */

/* A number, or a letter; *end is behind it. */
static bool read_end(const char *s, const char **end, intmax_t *value)
{
	char *after;

	if (isalpha((unsigned char)*s)) {
		*value = (unsigned char)*s;
		*end = s + 1;
		return true;
	}
	if (!isdigit((unsigned char)s[*s == '-' || *s == '+']))
		return false;
	errno = 0;
	*value = strtoimax(s, &after, 10);
	*end = after;
	return !errno;
}

/* So many characters, if it begins with a zero that is not all of it. */
static int padded_width(const char *s, const char *end)
{
	const char *digits = s + (*s == '-' || *s == '+');

	return *digits == '0' && end - digits > 1 ? (int)(end - s) : 0;
}

static bool is_letter(const char *s, const char *end)
{
	return end - s == 1 && isalpha((unsigned char)*s);
}

static bool parse_range(const char *s, struct range *range)
{
	const char *to, *end;
	intmax_t step = 1;
	int width;

	if (!read_end(s, &end, &range->from) || strncmp(end, "..", 2) != 0)
		return false;
	range->letters = is_letter(s, end);
	range->width = padded_width(s, end);
	to = end + 2;
	if (!read_end(to, &end, &range->to) ||
	    is_letter(to, end) != range->letters ||
	    (range->letters &&
		!islower((unsigned char)*s) != !islower((unsigned char)*to)))
		return false;
	width = padded_width(to, end);
	if (width > range->width)
		range->width = width;
	if (*end) {
		to = end + 2;
		if (strncmp(end, "..", 2) != 0 || isalpha((unsigned char)*to) ||
		    !read_end(to, &end, &step) || *end)
			return false;
	}
	range->step = step < 0 ? 0 - (uintmax_t)step : (uintmax_t)step;
	range->step += !range->step;
	return true;
}

/* Is what stands between the braces a range? */
static bool find_range(const struct unit *open, struct range *range)
{
	char text[RANGE_MAX + 1] = "";
	size_t len = 0;

	for (const struct unit *unit = open + 1; unit < open->close; unit++) {
		if (unit->part || len == RANGE_MAX)
			return false;
		text[len++] = unit->byte;
	}
	return parse_range(text, range);
}

/* ---- Words ------------------------------------------------------------- */

static void append(
    struct brace *b, const struct unit *from, const struct unit *to)
{
	for (; from < to; from++) {
		if (b->made_count == b->made_cap) {
			b->made_cap = b->made_cap ? b->made_cap * 2 : 64;
			b->made = xreallocarray(
			    b->made, b->made_cap, sizeof *b->made);
		}
		b->made[b->made_count++] = from;
	}
}

/* The part at made[*i], which becomes the index behind it. */
static struct word_part *next_part(struct brace *b, size_t *i)
{
	struct word_part *part = arena_zalloc(b->arena, sizeof *part);
	struct strbuf text = STRBUF_INIT;

	if (b->made[*i]->part) {
		*part = *b->made[(*i)++]->part;
		return part;
	}
	while (*i < b->made_count && !b->made[*i]->part)
		strbuf_addc(&text, b->made[(*i)++]->byte);
	part->type = PART_LITERAL;
	part->u.text.len = text.len;
	part->u.text.s = arena_strndup(b->arena, text.s, text.len);
	strbuf_fini(&text);
	return part;
}

static bool emit(struct brace *b)
{
	struct word *word = arena_zalloc(b->arena, sizeof *word);
	const struct word_part **link = &word->parts;
	size_t i = 0;

	if (++b->words > BRACE_WORDS_MAX) {
		*b->too_many = true;
		return false;
	}
	word->line = b->line;
	while (i < b->made_count) {
		struct word_part *part = next_part(b, &i);

		part->next = NULL;
		*link = part;
		link = &part->next;
	}
	return b->emit(b->ctx, word);
}

static bool walk(struct brace *b, const struct rest *rest);

/* The number or letter that is AT away from the range's beginning. */
static int range_text(const struct range *range, uintmax_t at, char *text)
{
	uintmax_t from = (uintmax_t)range->from;
	intmax_t value =
	    (intmax_t)(range->from < range->to ? from + at : from - at);

	return range->letters ? snprintf(text, RANGE_MAX + 1, "%c", (char)value)
			      : snprintf(text, RANGE_MAX + 1, "%0*jd",
				    range->width, value);
}

static bool walk_range(
    struct brace *b, const struct range *range, const struct rest *after)
{
	uintmax_t left = range->from < range->to
			     ? (uintmax_t)range->to - (uintmax_t)range->from
			     : (uintmax_t)range->from - (uintmax_t)range->to;
	struct unit units[RANGE_MAX] = { { NULL, '\0', false, NULL } };
	size_t mark = b->made_count;

	for (uintmax_t at = 0;; at += range->step, left -= range->step) {
		char text[RANGE_MAX + 1];
		int len = range_text(range, at, text);

		for (int i = 0; i < len; i++)
			units[i].byte = text[i];
		append(b, units, units + len);
		if (!walk(b, after))
			return false;
		b->made_count = mark;
		if (left < range->step)
			return true;
	}
}

static bool walk_alternatives(
    struct brace *b, const struct unit *open, const struct rest *after)
{
	const struct unit *from = open + 1, *unit;
	size_t mark = b->made_count;

	for (unit = from; unit <= open->close; unit++) {
		struct rest alternative = { from, unit, after };

		if (unit->byte == '{' && unit->close) {
			unit = unit->close;
			continue;
		}
		if (unit != open->close && unit->byte != ',')
			continue;
		if (!walk(b, &alternative))
			return false;
		b->made_count = mark;
		from = unit + 1;
	}
	return true;
}

/* Put what is left behind the word, in all ways that there are. */
static bool walk(struct brace *b, const struct rest *rest)
{
	const struct unit *unit;
	struct rest after;
	struct range range = { .step = 1 };
	bool ok;

	if (!rest)
		return emit(b);
	if (++b->depth > DEPTH_MAX) {
		*b->too_many = true;
		return false;
	}
	for (unit = rest->from; unit < rest->to; unit++)
		if (unit->close &&
		    (unit->has_comma || find_range(unit, &range)))
			break;
	append(b, rest->from, unit);
	if (unit == rest->to) {
		ok = walk(b, rest->next);
	} else {
		after = (struct rest){ unit->close + 1, rest->to, rest->next };
		ok = unit->has_comma ? walk_alternatives(b, unit, &after)
				     : walk_range(b, &range, &after);
	}
	b->depth--;
	return ok;
}

bool brace_expand(struct arena *arena, const struct word *word,
    bool (*emit_word)(void *ctx, const struct word *word), void *ctx,
    bool *too_many)
{
	struct brace b = { .arena = arena,
		.emit = emit_word,
		.ctx = ctx,
		.too_many = too_many,
		.line = word->line };
	size_t count;
	struct unit *units = take_apart(arena, word, &count);
	struct rest all = { units, units + count, NULL };
	bool ok;

	find_pairs(units, count);
	*too_many = false;
	ok = walk(&b, &all);
	free(b.made);
	return ok;
}
