/*
 * history_list.c - the commands that `history` is asked for, shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/ext/history_list.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/safe.h"
#include "exec/remember.h"
#include "expand/pattern.h"
#include "state/zone.h"

enum { TIME_MAX = 128 };

struct listed {
	int number; /* 0: it has none */
	const struct history_record *record;
};

struct list {
	struct shell *sh;
	const struct history_query *query;
	char *real_dir;   /* of query->dir without symbolic links; owned */
	int64_t midnight; /* the last one */
	struct listed *items;
	size_t count, cap;
};

static int64_t last_midnight(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (!localtime_r(&now, &tm))
		return 0;
	tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
	tm.tm_isdst = -1;
	return mktime(&tm);
}

static bool is_in_dir(const struct list *list, const char *dir)
{
	const char *asked = list->query->dir;

	if (strcmp(asked, ".") == 0) {
		const char *pwd = var_get(list->sh, "PWD");

		if (pwd && strcmp(pwd, dir) == 0)
			return true;
	}
	return strcmp(asked, dir) == 0 ||
	       (list->real_dir && strcmp(list->real_dir, dir) == 0);
}

static bool has_pattern(const char *pattern, const char *text)
{
	return pattern_is_magic(pattern) ? pattern_match(pattern, text)
					 : strstr(text, pattern) != NULL;
}

static bool is_wanted(
    const struct list *list, const struct history_record *record)
{
	const struct history_query *query = list->query;

	return (!query->dir || is_in_dir(list, record->dir)) &&
	       (!query->failed || record->status > 0) &&
	       (!query->today || record->start >= list->midnight) &&
	       (!query->session ||
		   strcmp(record->session, remember_session(list->sh)) == 0) &&
	       (!query->pattern || has_pattern(query->pattern, record->text));
}

static void add(
    struct list *list, int number, const struct history_record *record)
{
	if (!is_wanted(list, record))
		return;
	if (list->count == list->cap) {
		list->cap = list->cap * 2 + 64;
		list->items =
		    xreallocarray(list->items, list->cap, sizeof *list->items);
	}
	list->items[list->count++] = (struct listed){ number, record };
}

/* Does OTHER come before RECORD, which may be what RUNS? */
static bool is_before(const struct history_record *other,
    const struct history_record *record, bool runs)
{
	return runs || other->start < record->start;
}

/* The list, and OTHERS among it by their time; all are older than what runs. */
static void collect(struct list *list, const struct vec *others)
{
	const struct history *history = &list->sh->history;
	const struct history_record *record;
	int number = history->first;
	size_t i = 0;

	while ((record = history_record(history, number))) {
		if (i < others->count &&
		    is_before(others->items[i], record,
			number > history_previous(history))) {
			add(list, 0, others->items[i++]);
		} else {
			add(list, number++, record);
		}
	}
	for (; i < others->count; i++)
		add(list, 0, others->items[i]);
}

/* The user's own format: strftime() is safe with any. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void add_time(
    struct strbuf *sb, const struct history_record *record, const char *format)
{
	time_t start = (time_t)record->start;
	size_t len = 0;
	char text[TIME_MAX];
	struct tm tm;

	/* 0 also when it does not fit. */
	if (localtime_r(&start, &tm))
		len = strftime(text, sizeof text, format, &tm);
	if (!start) /* not known: as wide as it would have been */
		memset(text, ' ', len);
	strbuf_add(sb, text, len);
}

#pragma GCC diagnostic pop

/* The text, its further lines below the first. */
static void add_text(struct strbuf *sb, const char *text, size_t column)
{
	for (;;) {
		size_t len = strcspn(text, "\n");

		safe_add(sb, text, len);
		strbuf_addc(sb, '\n');
		if (!text[len])
			return;
		text += len + 1;
		strbuf_addf(sb, "%*s", (int)column, "");
	}
}

static void add_line(
    struct strbuf *sb, const struct listed *listed, const char *format)
{
	const struct history_record *record = listed->record;
	size_t begin = sb->len;

	if (listed->number)
		strbuf_addf(sb, "%5d  ", listed->number);
	else
		strbuf_addf(sb, "%5s  ", "-");
	add_time(sb, record, format);
	if (record->status > 0)
		strbuf_addf(sb, "%3d  ", record->status);
	else
		strbuf_adds(sb, "     ");
	add_text(sb, record->text, sb->len - begin);
}

static void add_json_number(struct strbuf *sb, const char *name, int64_t number)
{
	if (number < 0)
		strbuf_addf(sb, ",\"%s\":null", name);
	else
		strbuf_addf(sb, ",\"%s\":%" PRId64, name, number);
}

static void add_json_text(struct strbuf *sb, const char *name, const char *text)
{
	strbuf_addf(sb, ",\"%s\":", name);
	json_add_string(sb, text);
}

static void add_json(struct strbuf *sb, const struct listed *listed)
{
	const struct history_record *record = listed->record;

	if (listed->number)
		strbuf_addf(sb, "{\"number\":%d", listed->number);
	else
		strbuf_adds(sb, "{\"number\":null");
	add_json_number(sb, "start", record->start ? record->start : -1);
	add_json_number(sb, "duration_ms", record->duration_ms);
	add_json_number(sb, "status", record->status);
	add_json_text(sb, "session", record->session);
	add_json_text(sb, "directory", record->dir);
	add_json_text(sb, "command", record->text);
	strbuf_adds(sb, "}\n");
}

static void show(const struct list *list)
{
	const char *format = var_get(list->sh, "HISTTIMEFORMAT");
	long last = list->query->last;
	struct strbuf text = STRBUF_INIT;
	size_t i = 0;

	if (last >= 0 && list->count > (size_t)last)
		i = list->count - (size_t)last;
	for (; i < list->count; i++) {
		strbuf_reset(&text);
		if (list->query->json)
			add_json(&text, &list->items[i]);
		else
			add_line(&text, &list->items[i],
			    format ? format : "%F %T  ");
		out_write(&list->sh->out, strbuf_str(&text), text.len);
	}
	strbuf_fini(&text);
}

void history_list(struct shell *sh, const struct history_query *query)
{
	struct list list = { .sh = sh, .query = query };
	struct history_place place;
	struct history_news news;

	zone_take(sh);
	list.midnight = last_midnight();
	if (query->dir)
		list.real_dir = realpath(query->dir, NULL); /* NULL: none */
	/* Without its news the list is shown alone. */
	(void)remember_news(sh, &place, &news);
	collect(&list, &news.records);
	show(&list);
	history_news_fini(&news);
	free(list.items);
	free(list.real_dir);
}
