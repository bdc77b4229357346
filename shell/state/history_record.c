/*
 * history_record.c - one command of the history, and its line in the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history_record.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIELDS = 6, DIGITS_MAX = 15 };

struct field {
	const char *s;
	size_t len;
};

struct history_record *history_record_new(
    int64_t start, const char *session, const char *dir, const char *text)
{
	struct history_record *record = xmalloc(sizeof *record);

	record->start = start;
	record->duration_ms = -1;
	record->status = -1;
	record->session = xstrdup(session);
	record->dir = xstrdup(dir);
	record->text = xstrdup(text);
	return record;
}

void history_record_free(struct history_record *record)
{
	if (!record)
		return;
	free(record->session);
	free(record->dir);
	free(record->text);
	free(record);
}

static void encode_byte(struct strbuf *sb, char c)
{
	static const char plain[] = "\\\t\n\r", letters[] = "\\tnr";
	const char *found = strchr(plain, c);

	if (found)
		strbuf_addf(sb, "\\%c", letters[found - plain]);
	else if ((unsigned char)c < ' ' || c == '\177')
		strbuf_addf(sb, "\\x%02x", (unsigned)c);
	else
		strbuf_addc(sb, c);
}

static void encode(struct strbuf *sb, const char *s)
{
	for (; *s; s++)
		encode_byte(sb, *s);
}

static void encode_number(struct strbuf *sb, int64_t number)
{
	if (number < 0)
		strbuf_addc(sb, '-');
	else
		strbuf_addf(sb, "%" PRId64, number);
	strbuf_addc(sb, '\t');
}

void history_record_encode(
    struct strbuf *sb, const struct history_record *record)
{
	encode_number(sb, record->start < 0 ? 0 : record->start);
	encode_number(sb, record->duration_ms);
	encode_number(sb, record->status);
	encode(sb, record->session);
	strbuf_addc(sb, '\t');
	encode(sb, record->dir);
	strbuf_addc(sb, '\t');
	encode(sb, record->text);
	strbuf_addc(sb, '\n');
}

/* Exactly FIELDS of them. */
static bool split(const char *line, size_t len, struct field fields[FIELDS])
{
	size_t count = 0;
	const char *end = line + len;

	for (;;) {
		const char *tab = memchr(line, '\t', (size_t)(end - line));

		if (count == FIELDS)
			return false;
		fields[count].s = line;
		fields[count++].len = (size_t)((tab ? tab : end) - line);
		if (!tab)
			return count == FIELDS;
		line = tab + 1;
	}
}

/* A number of 0 to MAX, or "-". */
static bool decode_number(struct field field, int64_t max, int64_t *number)
{
	*number = -1;
	if (field.len == 1 && *field.s == '-')
		return true;
	if (!field.len || field.len > DIGITS_MAX)
		return false;
	*number = 0;
	for (size_t i = 0; i < field.len; i++) {
		if (field.s[i] < '0' || field.s[i] > '9')
			return false;
		*number = *number * 10 + (field.s[i] - '0');
	}
	return *number <= max;
}

static int hex_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *found = c ? strchr(digits, c) : NULL;

	return found ? (int)(found - digits) : -1;
}

/* The byte that stands after a backslash at S; *used bytes of it. 0: none. */
static char decode_escape(const char *s, size_t len, size_t *used)
{
	*used = 1;
	if (!len)
		return '\0';
	switch (*s) {
	case '\\':
		return '\\';
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case 'x':
		*used = 3;
		if (len < 3 || hex_value(s[1]) < 0 || hex_value(s[2]) < 0)
			return '\0';
		return (char)(hex_value(s[1]) * 16 + hex_value(s[2]));
	default:
		return '\0';
	}
}

/* Heap; NULL when the field has what no text has. */
static char *decode_text(struct field field)
{
	char *text, *to;
	size_t i, used;

	if (memchr(field.s, '\0', field.len))
		return NULL;
	text = to = xmalloc(field.len + 1);
	for (i = 0; i < field.len; i += used) {
		used = 1;
		if (field.s[i] != '\\') {
			*to++ = field.s[i];
			continue;
		}
		i++;
		*to = decode_escape(field.s + i, field.len - i, &used);
		if (!*to++) {
			free(text);
			return NULL;
		}
	}
	*to = '\0';
	return text;
}

struct history_record *history_record_decode(const char *line, size_t len)
{
	struct field fields[FIELDS];
	int64_t start, duration, status;
	struct history_record *record;

	if (!split(line, len, fields) ||
	    !decode_number(fields[0], INT64_MAX, &start) || start < 0 ||
	    !decode_number(fields[1], INT64_MAX, &duration) ||
	    !decode_number(fields[2], 255, &status))
		return NULL;
	record = xcalloc(1, sizeof *record);
	record->start = start;
	record->duration_ms = duration;
	record->status = (int)status;
	record->session = decode_text(fields[3]);
	record->dir = decode_text(fields[4]);
	record->text = decode_text(fields[5]);
	if (record->session && record->dir && record->text)
		return record;
	history_record_free(record);
	return NULL;
}

bool history_record_is_end(
    const struct history_record *end, const struct history_record *record)
{
	return end->start == record->start &&
	       strcmp(end->session, record->session) == 0;
}

bool history_record_same(
    const struct history_record *a, const struct history_record *b)
{
	return history_record_is_end(a, b) && strcmp(a->text, b->text) == 0;
}
