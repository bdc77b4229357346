/*
 * alias.h - aliases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_ALIAS_H
#define JSH_STATE_ALIAS_H

#include <stdbool.h>

#include "base/hash.h"

struct alias {
	char *name;
	char *value;
	UT_hash_handle hh;
};

struct alias_table {
	struct alias *by_name; /* uthash */
};

void alias_table_fini(struct alias_table *table);

/* Borrowed until the table changes; NULL if there is none. */
const char *alias_get(const struct alias_table *table, const char *name);

void alias_set(struct alias_table *table, const char *name, const char *value);

/* False if there is none. */
bool alias_unset(struct alias_table *table, const char *name);

/* Sort the table, so that walking it with HASH_ITER goes by name. */
void alias_sort(struct alias_table *table);

#endif
