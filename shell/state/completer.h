/*
 * completer.h - who completes the arguments of which command (`complete`)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_COMPLETER_H
#define JSH_STATE_COMPLETER_H

#include <stdbool.h>

#include "base/hash.h"

enum completer_kind {
	COMPLETER_FUNCTION, /* -F: the function TEXT */
	COMPLETER_PROGRAM,  /* -C: the command TEXT */
	COMPLETER_WORDS,    /* -W: the words in TEXT */
};

struct completer {
	char *name;
	enum completer_kind kind;
	char *text;
	UT_hash_handle hh;
};

struct completer_table {
	struct completer *by_name; /* uthash */
};

void completer_table_fini(struct completer_table *table);

/* Borrowed until the table changes; NULL if there is none. */
const struct completer *completer_find(
    const struct completer_table *table, const char *name);

void completer_set(struct completer_table *table, const char *name,
    enum completer_kind kind, const char *text);

/* False if there is none. */
bool completer_unset(struct completer_table *table, const char *name);

/* Sort the table, so that walking it with HASH_ITER goes by name. */
void completer_sort(struct completer_table *table);

#endif
