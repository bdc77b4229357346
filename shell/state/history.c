/*
 * history.c - the commands that were entered, for fc
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void history_init(struct history *history)
{
	vec_init(&history->texts);
	history->first = 1;
	history->size = HISTORY_DEFAULT;
	history->running = false;
}

static void drop_oldest(struct history *history, size_t count)
{
	struct vec *texts = &history->texts;

	if (!count)
		return;
	for (size_t i = 0; i < count; i++)
		free(texts->items[i]);
	texts->count -= count;
	memmove(texts->items, texts->items + count,
	    texts->count * sizeof *texts->items);
	history->first += (int)count;
}

void history_fini(struct history *history)
{
	drop_oldest(history, history->texts.count);
	vec_fini(&history->texts);
}

static void trim(struct history *history)
{
	size_t count = history->texts.count;
	size_t size = (size_t)history->size + history->running;

	if (count > size)
		drop_oldest(history, count - size);
}

void history_resize(struct history *history, int size)
{
	history->size = size;
	trim(history);
}

void history_add(struct history *history, const char *text, bool running)
{
	vec_push(&history->texts, xstrdup(text));
	history->running = running;
	trim(history);
}

void history_drop_newest(struct history *history)
{
	free(vec_pop(&history->texts));
	history->running = false;
}

int history_previous(const struct history *history)
{
	int newest = history->first + (int)history->texts.count - 1;

	return newest - history->running;
}

const char *history_text(const struct history *history, int number)
{
	size_t index = (size_t)(number - history->first);

	if (number < history->first || index >= history->texts.count)
		return NULL;
	return history->texts.items[index];
}
