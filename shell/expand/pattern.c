/*
 * pattern.c - does a string match a shell pattern?
 *
 * A pattern is compiled to items that match one character each, and stars. The
 * items between two stars are a segment: as its length is known, a segment
 * between stars is matched where it is found first, and need never be tried
 * elsewhere. Brackets are read again from the source at each match.
 *
 * Ranges go by code point in every locale, as users expect of [a-z].
 *
 * POSIX.1-2024 XCU 2.14 Pattern Matching Notation; XBD 9.3.5 RE Bracket
 * Expression.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "expand/pattern.h"

#include <ctype.h>
#include <limits.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "base/lazy_locale.h"
#include "base/mem.h"
#include "expand/mbchar.h"

/* Brackets ------------------------------------------------------------- */

struct bracket_item {
	enum { RANGE, CLASS, EQUIVALENCE } type;
	uint32_t low, high; /* RANGE; LOW alone: EQUIVALENCE */
	const char *name;   /* CLASS; ends before ':' */
};

/* The first character of the NUL-terminated S, which is not empty. */
static size_t decode(const char *s, uint32_t *code)
{
	return mbchar_decode(s, strnlen(s, MB_LEN_MAX), code);
}

/* The end of the name in [:name:] or [.name.], S being after the first mark;
 * NULL if it is not closed that way. The name may be any one character. */
static const char *symbol_end(const char *s, char mark)
{
	const char *end;
	uint32_t code;

	if (!*s)
		return NULL;
	end = s + decode(s, &code);
	if (end[0] == mark && end[1] == ']')
		return end;
	for (end = s; isalnum((unsigned char)*end) || *end == '-'; end++)
		;
	return end > s && end[0] == mark && end[1] == ']' ? end : NULL;
}

/* The character that [.name.] names; it has to be one itself. */
static uint32_t symbol_code(const char *name, const char *end)
{
	uint32_t code;
	size_t len = (size_t)(end - name);

	return mbchar_decode(name, len, &code) == len ? code : UINT32_MAX;
}

/* One end of a range, or a single character. */
static const char *read_element(const char *p, uint32_t *code)
{
	const char *end;

	if (p[0] == '[' && p[1] == '.' && (end = symbol_end(p + 2, '.'))) {
		*code = symbol_code(p + 2, end);
		return end + 2;
	}
	if (p[0] == '\\' && p[1])
		p++;
	return p + decode(p, code);
}

/* The item at P, which is not the end; returns what follows it. */
static const char *read_item(const char *p, struct bracket_item *item)
{
	const char *end;

	if (p[0] == '[' && p[1] == ':' && (end = symbol_end(p + 2, ':'))) {
		item->type = CLASS;
		item->name = p + 2;
		return end + 2;
	}
	if (p[0] == '[' && p[1] == '=' && (end = symbol_end(p + 2, '='))) {
		item->type = EQUIVALENCE;
		item->low = symbol_code(p + 2, end);
		return end + 2;
	}
	item->type = RANGE;
	p = read_element(p, &item->low);
	item->high = item->low;
	if (p[0] == '-' && p[1] && p[1] != ']')
		p = read_element(p + 1, &item->high);
	return p;
}

static bool is_negation(char c)
{
	return c == '!' || c == '^';
}

/* P is after "[": the "]" that closes it, or NULL. */
static const char *bracket_end(const char *p)
{
	struct bracket_item item;

	if (is_negation(*p))
		p++;
	do {
		if (!*p)
			return NULL;
		p = read_item(p, &item);
	} while (*p != ']');
	return p;
}

static bool class_has(const char *name, uint32_t c)
{
	char copy[32];
	size_t len = strcspn(name, ":");

	if (len >= sizeof copy || c - MBCHAR_INVALID < 0x100)
		return false;
	memcpy(copy, name, len);
	copy[len] = '\0';
	/* The classes of POSIX have the same members in ASCII everywhere. */
	if (c > 0x7f || !wctype(copy))
		lazy_locale_need(LAZY_CTYPE);
	return iswctype((wint_t)c, wctype(copy));
}

/* Does C sort as X does, but for accents and the like? Only the C library's
 * regular expressions know the locale's classes. */
static bool is_equivalent(uint32_t x, uint32_t c)
{
	wchar_t wide[16] = L"^[[=.=]]$", one[2] = { (wchar_t)c, L'\0' };
	char expression[16 * MB_LEN_MAX], text[2 * MB_LEN_MAX];
	regex_t regex;
	bool same;

	if (x == c)
		return true;
	lazy_locale_need(LAZY_CTYPE);
	lazy_locale_need(LAZY_COLLATE);
	wide[4] = (wchar_t)x;
	if (wcstombs(expression, wide, sizeof expression) == (size_t)-1 ||
	    wcstombs(text, one, sizeof text) == (size_t)-1 ||
	    regcomp(&regex, expression, REG_NOSUB) != 0)
		return false;
	same = regexec(&regex, text, 0, NULL, 0) == 0;
	regfree(&regex);
	return same;
}

static bool item_has(const struct bracket_item *item, uint32_t c)
{
	switch (item->type) {
	case CLASS:
		return class_has(item->name, c);
	case EQUIVALENCE:
		return is_equivalent(item->low, c);
	case RANGE:
		break;
	}
	return item->low <= c && c <= item->high;
}

/* P is after "[", and there is a "]". */
static bool bracket_has(const char *p, uint32_t c)
{
	struct bracket_item item;
	bool negated = is_negation(*p);
	bool found = false;

	if (negated)
		p++;
	do {
		p = read_item(p, &item);
		found = found || item_has(&item, c);
	} while (*p != ']');
	return found != negated;
}

/* Compiling ------------------------------------------------------------- */

static void add_item(struct pattern *pattern, size_t *cap,
    enum pattern_type type, uint32_t value)
{
	struct pattern_item *item;

	if (pattern->count == *cap) {
		struct pattern_item *more =
		    xreallocarray(NULL, *cap, 2 * sizeof *more);

		memcpy(more, pattern->items, *cap * sizeof *more);
		pattern_fini(pattern);
		pattern->items = more;
		*cap *= 2;
	}
	item = &pattern->items[pattern->count++];
	item->type = type;
	item->value = value;
}

void pattern_init(struct pattern *pattern, const char *source)
{
	size_t cap = sizeof pattern->few / sizeof *pattern->few;
	const char *p = source, *close;
	const char *last =
	    strrchr(source, ']'); /* "[" behind it is no bracket */
	uint32_t code;

	pattern->source = source;
	pattern->items = pattern->few;
	pattern->count = 0;
	while (*p) {
		if (*p == '*') {
			while (*p == '*')
				p++;
			add_item(pattern, &cap, PATTERN_STAR, 0);
		} else if (*p == '?') {
			p++;
			add_item(pattern, &cap, PATTERN_ANY, 0);
		} else if (*p == '[' && last && p < last &&
			   (close = bracket_end(p + 1))) {
			add_item(pattern, &cap, PATTERN_BRACKET,
			    (uint32_t)(p + 1 - source));
			p = close + 1;
		} else {
			if (*p == '\\' && p[1])
				p++;
			p += decode(p, &code);
			add_item(pattern, &cap, PATTERN_CHAR, code);
		}
	}
}

void pattern_fini(struct pattern *pattern)
{
	if (pattern->items != pattern->few)
		free(pattern->items);
}

/* Matching -------------------------------------------------------------- */

/* A text by character: bytes while they are ASCII, else decoded. */
struct chars {
	const char *bytes;
	size_t len;
	uint32_t *wide; /* NULL: each byte is a character */
	size_t count;
};

/* Eight bytes at a time: of the names in a directory this took the most. */
static bool is_ascii(const char *s, size_t len)
{
	uint64_t word, words = 0;
	unsigned char bytes = 0;

	for (; len >= sizeof word; s += sizeof word, len -= sizeof word) {
		memcpy(&word, s, sizeof word);
		words |= word;
	}
	while (len--)
		bytes |= (unsigned char)*s++;
	return !(words & 0x8080808080808080) && bytes < 0x80;
}

static void chars_init(struct chars *t, const char *s, size_t len)
{
	*t = (struct chars){ s, len, NULL, len };
	if (is_ascii(s, len))
		return;
	t->wide = xreallocarray(NULL, len, sizeof *t->wide);
	t->count = 0;
	for (size_t i = 0; i < len; t->count++)
		i += mbchar_decode(s + i, len - i, &t->wide[t->count]);
}

static void chars_fini(struct chars *t)
{
	free(t->wide);
}

static uint32_t char_at(const struct chars *t, size_t i)
{
	return t->wide ? t->wide[i] : (unsigned char)t->bytes[i];
}

/* The byte offset of character I. */
static size_t byte_offset(const struct chars *t, size_t i)
{
	size_t offset = 0;

	if (!t->wide)
		return i;
	while (i--)
		offset += mbchar_len(t->bytes + offset, t->len - offset);
	return offset;
}

static bool item_matches(
    const struct pattern *p, const struct pattern_item *item, uint32_t c)
{
	switch (item->type) {
	case PATTERN_CHAR:
		return item->value == c;
	case PATTERN_BRACKET:
		return bracket_has(p->source + item->value, c);
	case PATTERN_ANY:
	case PATTERN_STAR:
		break;
	}
	return true;
}

/* The items FIRST to END without stars. */
struct segment {
	size_t first, end;
};

static struct segment segment_from(const struct pattern *p, size_t first)
{
	struct segment s = { first, first };

	while (s.end < p->count && p->items[s.end].type != PATTERN_STAR)
		s.end++;
	return s;
}

static struct segment segment_before(const struct pattern *p, size_t end)
{
	struct segment s = { end, end };

	while (s.first && p->items[s.first - 1].type != PATTERN_STAR)
		s.first--;
	return s;
}

static size_t segment_len(struct segment s)
{
	return s.end - s.first;
}

/* Does the segment match at character AT of T[..end)? */
static bool segment_at(const struct pattern *p, struct segment s,
    const struct chars *t, size_t at, size_t end)
{
	if (end - at < segment_len(s))
		return false;
	for (size_t i = s.first; i < s.end; i++, at++)
		if (!item_matches(p, &p->items[i], char_at(t, at)))
			return false;
	return true;
}

/* The first place from *at on where it does. */
static bool segment_find(const struct pattern *p, struct segment s,
    const struct chars *t, size_t *at)
{
	for (size_t i = *at; i + segment_len(s) <= t->count; i++) {
		if (segment_at(p, s, t, i, t->count)) {
			*at = i;
			return true;
		}
	}
	return false;
}

/* The last place from LOW on where it does and ends at *end or before; *end
 * becomes that place. */
static bool segment_find_last(const struct pattern *p, struct segment s,
    const struct chars *t, size_t low, size_t *end)
{
	if (*end < low || *end - low < segment_len(s))
		return false;
	for (size_t i = *end - segment_len(s) + 1; i-- > low;) {
		if (segment_at(p, s, t, i, *end)) {
			*end = i;
			return true;
		}
	}
	return false;
}

/*
 * Match from character START on, each segment where it is found first. With
 * WHOLE the last segment must end with the text, else *end is where it ends:
 * at its first place, or with LONGEST at its last.
 */
static bool match_forward(const struct pattern *p, const struct chars *t,
    size_t start, bool whole, bool longest, size_t *end)
{
	struct segment s = segment_from(p, 0);
	size_t at = start;

	if (!segment_at(p, s, t, at, t->count))
		return false;
	at += segment_len(s);
	if (s.end == p->count) {
		*end = at;
		return !whole || at == t->count;
	}
	for (s = segment_from(p, s.end + 1); s.end < p->count;
	     s = segment_from(p, s.end + 1)) {
		if (!segment_find(p, s, t, &at))
			return false;
		at += segment_len(s);
	}
	*end = t->count;
	if (whole)
		return *end - at >= segment_len(s) &&
		       segment_at(p, s, t, *end - segment_len(s), *end);
	if (longest ? !segment_find_last(p, s, t, at, end)
		    : !segment_find(p, s, t, &at))
		return false;
	*end = (longest ? *end : at) + segment_len(s);
	return true;
}

/* The latest START from which the rest of the text matches. */
static bool match_backward(
    const struct pattern *p, const struct chars *t, size_t *start)
{
	struct segment s = segment_before(p, p->count);
	size_t end = t->count;

	if (end < segment_len(s) ||
	    !segment_at(p, s, t, end - segment_len(s), end))
		return false;
	end -= segment_len(s);
	while (s.first) {
		s = segment_before(p, s.first - 1);
		if (!segment_find_last(p, s, t, 0, &end))
			return false;
	}
	*start = end;
	return true;
}

/* The earliest. */
static bool match_earliest(
    const struct pattern *p, const struct chars *t, size_t *start)
{
	struct segment head = segment_from(p, 0);
	size_t end;

	if (head.end == p->count)
		return match_backward(p, t, start);
	*start = 0;
	/* What follows the first star has the most room at the first place. */
	return segment_find(p, head, t, start) &&
	       match_forward(p, t, *start, true, false, &end);
}

bool pattern_matches(
    const struct pattern *pattern, const char *text, size_t len)
{
	struct chars t;
	size_t end;
	bool matches;

	chars_init(&t, text, len);
	matches = match_forward(pattern, &t, 0, true, false, &end);
	chars_fini(&t);
	return matches;
}

bool pattern_find_prefix(const struct pattern *pattern, const char *text,
    size_t len, bool longest, size_t *matched)
{
	struct chars t;
	size_t end;
	bool found;

	chars_init(&t, text, len);
	found = match_forward(pattern, &t, 0, false, longest, &end);
	if (found)
		*matched = byte_offset(&t, end);
	chars_fini(&t);
	return found;
}

bool pattern_find_suffix(const struct pattern *pattern, const char *text,
    size_t len, bool longest, size_t *matched)
{
	struct chars t;
	size_t start;
	bool found;

	chars_init(&t, text, len);
	found = longest ? match_earliest(pattern, &t, &start)
			: match_backward(pattern, &t, &start);
	if (found)
		*matched = len - byte_offset(&t, start);
	chars_fini(&t);
	return found;
}

bool pattern_match_len(const char *pattern, const char *text, size_t len)
{
	struct pattern compiled;
	bool matches;

	/* Most patterns begin with, or are, plain text. */
	while (len && *pattern == *text && (unsigned char)*pattern < 0x80 &&
	       !strchr("*?[\\", *pattern)) {
		pattern++;
		text++;
		len--;
	}
	if (!*pattern)
		return !len;
	pattern_init(&compiled, pattern);
	matches = pattern_matches(&compiled, text, len);
	pattern_fini(&compiled);
	return matches;
}

bool pattern_match(const char *pattern, const char *text)
{
	return pattern_match_len(pattern, text, strlen(text));
}

bool pattern_is_magic(const char *pattern)
{
	struct pattern compiled;
	bool magic = false;

	pattern_init(&compiled, pattern);
	for (size_t i = 0; i < compiled.count && !magic; i++)
		magic = compiled.items[i].type != PATTERN_CHAR;
	pattern_fini(&compiled);
	return magic;
}
