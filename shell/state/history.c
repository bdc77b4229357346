/*
 * history.c - the commands that were entered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

void history_init(struct history *history)
{
	*history = (struct history){
		.records = VEC_INIT,
		.first = 1,
		.size = HISTORY_DEFAULT,
	};
}

static void drop_oldest(struct history *history, size_t count)
{
	struct vec *records = &history->records;

	if (!count)
		return;
	for (size_t i = 0; i < count; i++)
		history_record_free(records->items[i]);
	records->count -= count;
	memmove(records->items, records->items + count,
	    records->count * sizeof *records->items);
	history->first += (int)count;
}

void history_fini(struct history *history)
{
	drop_oldest(history, history->records.count);
	vec_fini(&history->records);
	free(history->session);
	history->session = NULL;
}

static void trim(struct history *history)
{
	size_t count = history->records.count;
	size_t size = (size_t)history->size + history->running;

	if (count > size)
		drop_oldest(history, count - size);
}

void history_resize(struct history *history, int size)
{
	history->size = size;
	history->changes++;
	trim(history);
}

void history_add(
    struct history *history, struct history_record *record, bool running)
{
	vec_push(&history->records, record);
	history->running = running;
	trim(history);
}

void history_insert(struct history *history, struct vec *records, bool first)
{
	struct vec *list = &history->records, all = VEC_INIT;
	size_t at = first ? 0 : list->count - history->running;

	for (size_t i = 0; i < at; i++)
		vec_push(&all, list->items[i]);
	for (size_t i = 0; i < records->count; i++)
		vec_push(&all, records->items[i]);
	for (size_t i = at; i < list->count; i++)
		vec_push(&all, list->items[i]);
	vec_fini(list);
	*list = all;
	vec_fini(records);
	vec_init(records);
	history->changes++;
	trim(history);
}

void history_drop_newest(struct history *history)
{
	history_record_free(vec_pop(&history->records));
	history->running = false;
}

void history_remove(struct history *history, int number)
{
	struct vec *records = &history->records;
	size_t index = (size_t)(number - history->first);

	if (number < history->first || index >= records->count)
		return;
	if (index == records->count - 1)
		history->running = false;
	history_record_free(records->items[index]);
	records->count--;
	memmove(records->items + index, records->items + index + 1,
	    (records->count - index) * sizeof *records->items);
	history->changes++;
}

void history_clear(struct history *history)
{
	drop_oldest(history, history->records.count);
	history->first = 1;
	history->running = false;
	history->changes++;
}

/* A text that was seen, borrowed from its record */
struct seen {
	UT_hash_handle hh;
};

static bool was_seen(struct seen **set, const char *text)
{
	struct seen *seen;
	size_t len = strlen(text);

	HASH_FIND(hh, *set, text, len, seen);
	if (seen)
		return true;
	seen = xmalloc(sizeof *seen);
	HASH_ADD_KEYPTR(hh, *set, text, len, seen);
	return false;
}

static void forget_seen(struct seen **set)
{
	struct seen *seen, *next;

	HASH_ITER (hh, *set, seen, next) {
		/* The analyzer does not follow the lists of uthash. */
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
		HASH_DELETE(hh, *set, seen);
		free(seen);
	}
}

void history_remove_text(struct history *history, const char *text)
{
	int number = history_previous(history);
	const char *other;

	for (; (other = history_text(history, number)); number--)
		if (strcmp(other, text) == 0)
			history_remove(history, number);
}

void history_remove_duplicates(struct history *history)
{
	struct vec *records = &history->records;
	size_t kept = records->count;
	struct seen *seen = NULL;

	for (size_t i = kept; i-- > 0;) {
		struct history_record *record = records->items[i];

		if (was_seen(&seen, record->text))
			history_record_free(record);
		else
			records->items[--kept] = record;
	}
	forget_seen(&seen);
	if (!kept)
		return;
	records->count -= kept;
	memmove(records->items, records->items + kept,
	    records->count * sizeof *records->items);
	history->changes++;
}

int history_next(const struct history *history)
{
	return history->first + (int)history->records.count;
}

int history_previous(const struct history *history)
{
	return history_next(history) - 1 - history->running;
}

struct history_record *history_record(const struct history *history, int number)
{
	size_t index = (size_t)(number - history->first);

	if (number < history->first || index >= history->records.count)
		return NULL;
	return history->records.items[index];
}

const char *history_text(const struct history *history, int number)
{
	const struct history_record *record = history_record(history, number);

	return record ? record->text : NULL;
}
