/*
 * split.c - field splitting: where the fields of an expanded text are
 *
 * One pass over the bytes by a table of their classes. White space before a
 * field is skipped when its text begins, and after each delimiter, so a field
 * that is about to begin never meets white space.
 *
 * POSIX.1-2024 XCU 2.6.5 Field Splitting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/split.h"

#include <stdlib.h>
#include <string.h>

#include "base/lazy_locale.h"
#include "expand/mbchar.h"

/* Classes of bytes; 0 is an ordinary one. */
enum {
	IFS_SPACE = 1, /* in IFS, and white space */
	IFS_OTHER = 2, /* in IFS */
	LEADING = 4,   /* may begin a multibyte character: look closer */
	MAGIC = 8,     /* a pattern gives it a meaning */
};

static void classify(struct splitter *sp, const char *ifs)
{
	size_t len = strlen(ifs), n;

	for (size_t i = 0; i < len; i += n) {
		unsigned char byte = (unsigned char)ifs[i];

		n = mbchar_len(ifs + i, len - i);
		if (n == 1)
			sp->classes[byte] |=
			    strchr(" \t\n", byte) ? IFS_SPACE : IFS_OTHER;
	}
	if (lazy_locale_may_be_multibyte())
		for (int byte = 0x80; byte < 0x100; byte++)
			sp->classes[byte] |= LEADING;
}

void split_init(
    struct splitter *splitter, const struct xtext *x, const char *ifs)
{
	splitter->x = x;
	splitter->ifs = ifs ? ifs : " \t\n";
	splitter->at = splitter->run = 0;
	splitter->fresh = true;
	memset(splitter->classes, 0, sizeof splitter->classes);
	splitter->classes['*'] = splitter->classes['?'] =
	    splitter->classes['['] = MAGIC;
	classify(splitter, splitter->ifs);
}

/* Is the multibyte character of N bytes in IFS? */
static bool ifs_has(const char *ifs, const char *c, size_t n)
{
	size_t len = strlen(ifs), step;

	for (size_t i = 0; i < len; i += step) {
		step = mbchar_len(ifs + i, len - i);
		if (step == n && memcmp(ifs + i, c, n) == 0)
			return true;
	}
	return false;
}

/* The class of the character at AT in a run that ends at END, without LEADING;
 * *n becomes its length. */
static int class_at(const struct splitter *sp, size_t at, size_t end, size_t *n)
{
	const char *s = sp->x->bytes.s + at;
	int class = sp->classes[(unsigned char)*s];

	*n = 1;
	if (!(class & LEADING))
		return class;
	*n = mbchar_len(s, end - at);
	if (*n == 1)
		return class & ~LEADING;
	return ifs_has(sp->ifs, s, *n) ? IFS_OTHER : 0;
}

static size_t skip_space(const struct splitter *sp, size_t at, size_t end)
{
	const char *s = sp->x->bytes.s;

	while (at < end && sp->classes[(unsigned char)s[at]] & IFS_SPACE)
		at++;
	return at;
}

/* What follows the delimiter at AT: white space, one other character of IFS
 * if there is one, white space. */
static size_t skip_delimiter(const struct splitter *sp, size_t at, size_t end)
{
	size_t n;

	at = skip_space(sp, at, end);
	if (at < end && class_at(sp, at, end, &n) & IFS_OTHER)
		at = skip_space(sp, at + n, end);
	return at;
}

/* Go on in an EXPANDED run that ends at END. True at a delimiter: then the
 * field is complete. */
static bool scan_expanded(struct splitter *sp, size_t end, struct field *field)
{
	const unsigned char *s = (const unsigned char *)sp->x->bytes.s;
	size_t at = sp->at, n;

	while (at < end) {
		int class;

		if (!sp->classes[s[at]]) {
			at++;
			continue;
		}
		class = class_at(sp, at, end, &n);
		if (class & (IFS_SPACE | IFS_OTHER)) {
			field->end = at;
			sp->at = skip_delimiter(sp, at, end);
			return true;
		}
		if (class & MAGIC)
			field->may_match = true;
		at += n;
	}
	sp->at = end;
	return false;
}

/* Up to END? */
static bool has_magic(const struct splitter *sp, size_t end)
{
	const unsigned char *s = (const unsigned char *)sp->x->bytes.s;

	for (size_t at = sp->at; at < end; at++)
		if (sp->classes[s[at]] & MAGIC)
			return true;
	return false;
}

static void begin_field(struct splitter *sp, struct field *field)
{
	const struct xtext *x = sp->x;

	if (sp->fresh && sp->run < x->run_count &&
	    x->runs[sp->run].kind == XTEXT_EXPANDED)
		sp->at = skip_space(sp, sp->at, x->runs[sp->run].end);
	sp->fresh = false;
	*field = (struct field){ sp->at, sp->at, sp->run, false };
}

bool split_next(struct splitter *sp, struct field *field)
{
	bool present = false;

	begin_field(sp, field);
	while (sp->run < sp->x->run_count) {
		const struct xtext_run *run = &sp->x->runs[sp->run];

		if (run->kind == XTEXT_BREAK) {
			sp->at = run->end;
			sp->run++;
			sp->fresh = true;
			if (present)
				return true;
			begin_field(sp, field);
			continue;
		}
		if (run->kind == XTEXT_EXPANDED &&
		    scan_expanded(sp, run->end, field))
			return true;
		if (run->kind == XTEXT_LITERAL && has_magic(sp, run->end))
			field->may_match = true;
		if (run->kind == XTEXT_QUOTED || field->start < run->end)
			present = true;
		sp->at = field->end = run->end;
		sp->run++;
	}
	return present;
}

bool split_rest(struct splitter *sp, struct field *field)
{
	const struct xtext *x = sp->x;
	const struct xtext_run *last;
	struct field more;
	size_t begin;

	if (!split_next(sp, field))
		return false;
	if (!split_next(sp, &more))
		return true;
	last = &x->runs[x->run_count - 1];
	begin = x->run_count > 1 ? last[-1].end : 0;
	if (begin < field->start)
		begin = field->start;
	field->end = sp->at = x->bytes.len;
	sp->run = x->run_count;
	if (last->kind != XTEXT_EXPANDED)
		return true;
	while (
	    field->end > begin &&
	    sp->classes[(unsigned char)x->bytes.s[field->end - 1]] & IFS_SPACE)
		field->end--;
	return true;
}
