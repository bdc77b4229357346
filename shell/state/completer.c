/*
 * completer.c - who completes the arguments of which command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/completer.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static struct completer *find(
    const struct completer_table *table, const char *name)
{
	struct completer *completer;

	HASH_FIND_STR(table->by_name, name, completer);
	return completer;
}

static void drop(struct completer_table *table, struct completer *completer)
{
	HASH_DEL(table->by_name, completer);
	free(completer->name);
	free(completer->text);
	free(completer);
}

void completer_table_fini(struct completer_table *table)
{
	struct completer *completer, *next;

	HASH_ITER (hh, table->by_name, completer, next)
		drop(table, completer);
}

const struct completer *completer_find(
    const struct completer_table *table, const char *name)
{
	return find(table, name);
}

void completer_set(struct completer_table *table, const char *name,
    enum completer_kind kind, const char *text)
{
	struct completer *completer;

	(void)completer_unset(table, name);
	completer = xcalloc(1, sizeof *completer);
	completer->name = xstrdup(name);
	completer->kind = kind;
	completer->text = xstrdup(text);
	HASH_ADD_KEYPTR(hh, table->by_name, completer->name,
	    strlen(completer->name), completer);
}

bool completer_unset(struct completer_table *table, const char *name)
{
	struct completer *completer = find(table, name);

	if (completer)
		drop(table, completer);
	return completer;
}

static int compare_names(const struct completer *a, const struct completer *b)
{
	return strcmp(a->name, b->name);
}

void completer_sort(struct completer_table *table)
{
	HASH_SORT(table->by_name, compare_names);
}
