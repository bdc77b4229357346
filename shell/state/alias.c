/*
 * alias.c - aliases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/alias.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static struct alias *find(const struct alias_table *table, const char *name)
{
	struct alias *alias;

	HASH_FIND_STR(table->by_name, name, alias);
	return alias;
}

static void drop(struct alias_table *table, struct alias *alias)
{
	HASH_DEL(table->by_name, alias);
	free(alias->name);
	free(alias->value);
	free(alias);
}

void alias_table_fini(struct alias_table *table)
{
	struct alias *alias, *next;

	HASH_ITER (hh, table->by_name, alias, next)
		drop(table, alias);
}

const char *alias_get(const struct alias_table *table, const char *name)
{
	const struct alias *alias = find(table, name);

	return alias ? alias->value : NULL;
}

void alias_set(struct alias_table *table, const char *name, const char *value)
{
	struct alias *alias = find(table, name);
	char *copy = xstrdup(value);

	if (alias) {
		free(alias->value);
		alias->value = copy;
		return;
	}
	alias = xcalloc(1, sizeof *alias);
	alias->name = xstrdup(name);
	alias->value = copy;
	HASH_ADD_KEYPTR(
	    hh, table->by_name, alias->name, strlen(alias->name), alias);
}

bool alias_unset(struct alias_table *table, const char *name)
{
	struct alias *alias = find(table, name);

	if (!alias)
		return false;
	drop(table, alias);
	return true;
}

static int by_name(const struct alias *a, const struct alias *b)
{
	return strcmp(a->name, b->name);
}

void alias_sort(struct alias_table *table)
{
	HASH_SORT(table->by_name, by_name);
}
