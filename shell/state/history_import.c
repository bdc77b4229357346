/*
 * history_import.c - histories of other shells made records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history_import.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/utf8.h"
#include "state/history_record.h"

#define FISH_COMMAND "- cmd: "
#define FISH_TIME "  when: "

enum { META = 0x83, META_BIT = 0x20, DIGITS_MAX = 15, SECOND_MS = 1000 };

struct lines {
	const char *text;
	size_t len;
};

struct import {
	struct vec *records;
	const char *shell;
	struct strbuf command; /* so far */
	int64_t start;         /* of it */
	int64_t duration_ms;   /* of it */
};

static bool next_line(struct lines *lines, const char **line, size_t *len)
{
	const char *newline;

	if (!lines->len)
		return false;
	*line = lines->text;
	newline = memchr(lines->text, '\n', lines->len);
	*len = newline ? (size_t)(newline - lines->text) : lines->len;
	lines->text += *len + (newline != NULL);
	lines->len -= *len + (newline != NULL);
	return true;
}

/* A number at *S, which moves behind it. False when there is none. */
static bool take_number(const char **s, const char *end, int64_t *number)
{
	const char *digit = *s;

	*number = 0;
	while (digit < end && *digit >= '0' && *digit <= '9' &&
	       digit - *s < DIGITS_MAX)
		*number = *number * 10 + (*digit++ - '0');
	if (digit == *s)
		return false;
	*s = digit;
	return true;
}

static bool begins(const char *line, size_t len, const char *with)
{
	return len >= strlen(with) && memcmp(line, with, strlen(with)) == 0;
}

static void add_without_nul(struct strbuf *sb, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i])
			strbuf_addc(sb, s[i]);
}

/* The command is whole: make a record of it, unless it is blank. */
static void finish(struct import *import)
{
	const char *text = strbuf_str(&import->command);
	struct history_record *record;

	if (text[strspn(text, " \t\r\n")]) {
		record =
		    history_record_new(import->start, import->shell, "", text);
		record->duration_ms = import->duration_ms;
		vec_push(import->records, record);
	}
	strbuf_reset(&import->command);
	import->start = 0;
	import->duration_ms = -1;
}

/* ---- bash -------------------------------------------------------------- */

static bool is_bash_time(const char *line, size_t len, int64_t *time)
{
	const char *digits = line + 1;

	return len > 1 && *line == '#' &&
	       take_number(&digits, line + len, time) && digits == line + len;
}

static void import_bash(struct import *import, struct lines lines)
{
	bool has_time = false;
	const char *line;
	int64_t time;
	size_t len;

	while (next_line(&lines, &line, &len)) {
		if (is_bash_time(line, len, &time)) {
			finish(import);
			import->start = time;
			has_time = true;
			continue;
		}
		if (import->command.len)
			strbuf_addc(&import->command, '\n');
		add_without_nul(&import->command, line, len);
		if (!has_time)
			finish(import);
	}
	finish(import);
}

/* ---- zsh --------------------------------------------------------------- */

static bool is_metafied(unsigned char byte)
{
	return byte == '\0' || (byte >= META && byte <= 0xa2);
}

static void add_unmetafied(struct strbuf *sb, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)s[i];

		if (byte == META && i + 1 < len)
			byte = (unsigned char)s[++i] ^ META_BIT;
		if (byte)
			strbuf_addc(sb, (char)byte);
	}
}

/* ": start:duration;" at the beginning of LINE: its length, or 0. */
static size_t zsh_head(
    const char *line, size_t len, int64_t *start, int64_t *seconds)
{
	const char *s = line + 1, *end = line + len;

	if (!len || *line != ':')
		return 0;
	while (s < end && *s == ' ')
		s++;
	if (!take_number(&s, end, start) || s == end || *s++ != ':' ||
	    !take_number(&s, end, seconds) || s == end || *s++ != ';')
		return 0;
	return (size_t)(s - line);
}

/* zsh writes a space behind backslashes that end a command. */
static size_t zsh_length(const char *line, size_t len)
{
	size_t blanks = len;

	while (blanks && line[blanks - 1] == ' ')
		blanks--;
	if (blanks < len && blanks && line[blanks - 1] == '\\')
		return len - 1;
	return len;
}

static void import_zsh(struct import *import, struct lines lines)
{
	bool continued = false;
	const char *line;
	size_t len;

	while (next_line(&lines, &line, &len)) {
		bool goes_on = len && line[len - 1] == '\\';
		int64_t start, seconds;
		size_t head =
		    continued ? 0 : zsh_head(line, len, &start, &seconds);

		if (head) {
			import->start = start;
			import->duration_ms = seconds * SECOND_MS;
		}
		line += head;
		len -= head;
		add_unmetafied(&import->command, line,
		    goes_on ? len - 1 : zsh_length(line, len));
		if (goes_on)
			strbuf_addc(&import->command, '\n');
		else
			finish(import);
		continued = goes_on;
	}
	finish(import);
}

static bool is_utf8(struct lines lines)
{
	unsigned long point;

	while (lines.len) {
		size_t bytes = utf8_decode(lines.text, lines.len, &point);

		if (!bytes)
			return false;
		lines.text += bytes;
		lines.len -= bytes;
	}
	return true;
}

/* Is each 0x83 in it one that zsh has put there? */
static bool looks_metafied(struct lines lines)
{
	const char *text = lines.text, *end = text + lines.len, *meta;
	bool any = false;

	while ((meta = memchr(text, META, (size_t)(end - text)))) {
		if (meta + 1 == end ||
		    !is_metafied((unsigned char)meta[1] ^ META_BIT))
			return false;
		any = true;
		text = meta + 2;
	}
	return any && !is_utf8(lines);
}

/* Plain lines: bash has no way to go on in the next one. */
static bool is_zsh(struct lines all)
{
	struct lines lines = all;
	const char *line;
	int64_t start, seconds;
	size_t len;

	while (next_line(&lines, &line, &len)) {
		if (is_bash_time(line, len, &start))
			return false;
		if (zsh_head(line, len, &start, &seconds) ||
		    (len && line[len - 1] == '\\'))
			return true;
	}
	return looks_metafied(all);
}

/* ---- fish -------------------------------------------------------------- */

static void add_fish(struct strbuf *sb, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = s[i];

		if (c == '\\' && i + 1 < len) {
			c = s[++i];
			if (c == 'n')
				c = '\n';
			else if (c != '\\')
				strbuf_addc(sb, '\\');
		}
		if (c)
			strbuf_addc(sb, c);
	}
}

static void import_fish(struct import *import, struct lines lines)
{
	const char *line;
	size_t len;

	while (next_line(&lines, &line, &len)) {
		const char *rest;
		int64_t time;

		if (begins(line, len, FISH_COMMAND)) {
			finish(import);
			add_fish(&import->command, line + strlen(FISH_COMMAND),
			    len - strlen(FISH_COMMAND));
		} else if (begins(line, len, FISH_TIME)) {
			rest = line + strlen(FISH_TIME);
			if (take_number(&rest, line + len, &time))
				import->start = time;
		}
	}
	finish(import);
}

/* ---- jsh --------------------------------------------------------------- */

static bool is_jsh(struct lines lines)
{
	struct history_record *record;
	const char *line;
	size_t len;

	if (!next_line(&lines, &line, &len))
		return false;
	record = history_record_decode(line, len);
	history_record_free(record);
	return record != NULL;
}

/* The second line of a command completes its record, the newest one that it
 * fits; with no status it takes it back. */
static void import_end(struct vec *records, const struct history_record *end)
{
	for (size_t i = records->count; i-- > 0;) {
		struct history_record *record = records->items[i];

		if (record->status >= 0 || !history_record_is_end(end, record))
			continue;
		record->status = end->status;
		record->duration_ms = end->duration_ms;
		if (end->status < 0 && i == records->count - 1)
			history_record_free(vec_pop(records));
		return;
	}
}

static void import_jsh(struct import *import, struct lines lines)
{
	const char *line;
	size_t len;

	while (next_line(&lines, &line, &len)) {
		struct history_record *record =
		    history_record_decode(line, len);

		if (record && *record->text) {
			vec_push(import->records, record);
			continue;
		}
		if (record)
			import_end(import->records, record);
		history_record_free(record);
	}
}

/* ------------------------------------------------------------------------ */

static const struct {
	const char *shell;
	void (*import)(struct import *import, struct lines lines);
} importers[] = {
	{ "jsh", import_jsh },
	{ "fish", import_fish },
	{ "zsh", import_zsh },
	{ "bash", import_bash },
};

static size_t recognise(struct lines lines)
{
	if (is_jsh(lines))
		return 0;
	if (begins(lines.text, lines.len, FISH_COMMAND))
		return 1;
	return is_zsh(lines) ? 2 : 3;
}

const char *history_import(const char *text, size_t len, struct vec *records)
{
	struct lines lines = { text, len };
	size_t which = recognise(lines);
	struct import import = {
		.records = records,
		.shell = importers[which].shell,
		.command = STRBUF_INIT,
		.duration_ms = -1,
	};

	importers[which].import(&import, lines);
	strbuf_fini(&import.command);
	return import.shell;
}
