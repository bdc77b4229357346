/*
 * func.h - shell functions
 *
 * A function is reference counted: it may be redefined or unset while it runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_FUNC_H
#define JSH_STATE_FUNC_H

#include "base/hash.h"
#include "syntax/ast.h"

struct func {
	char *name;
	struct program *program; /* keeps BODY alive */
	const struct node *body;
	int references;
	UT_hash_handle hh;
};

struct func_table {
	struct func *by_name; /* uthash */
};

void func_table_fini(struct func_table *table);

/* Borrowed until the function is redefined or unset; NULL if there is none. */
struct func *func_find(const struct func_table *table, const char *name);

/* PROGRAM is retained. */
void func_define(struct func_table *table, const char *name,
    struct program *program, const struct node *body);

/* Unsetting what is not defined is no error. */
void func_unset(struct func_table *table, const char *name);

struct func *func_retain(struct func *func);
void func_release(struct func *func);

#endif
