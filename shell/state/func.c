/*
 * func.c - shell functions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/func.h"

#include <stdlib.h>

#include "base/mem.h"

struct func *func_find(const struct func_table *table, const char *name)
{
	struct func *func;

	HASH_FIND_STR(table->by_name, name, func);
	return func;
}

struct func *func_retain(struct func *func)
{
	func->references++;
	return func;
}

void func_release(struct func *func)
{
	if (--func->references)
		return;
	program_release(func->program);
	free(func->name);
	free(func);
}

void func_unset(struct func_table *table, const char *name)
{
	struct func *func = func_find(table, name);

	if (!func)
		return;
	HASH_DEL(table->by_name, func);
	func_release(func);
}

void func_define(struct func_table *table, const char *name,
    struct program *program, const struct node *body)
{
	struct func *func = xcalloc(1, sizeof *func);

	func->name = xstrdup(name);
	func->program = program_retain(program);
	func->body = body;
	func->references = 1;
	func_unset(table, name);
	HASH_ADD_KEYPTR(
	    hh, table->by_name, func->name, strlen(func->name), func);
}

void func_table_fini(struct func_table *table)
{
	struct func *func, *next;

	HASH_ITER (hh, table->by_name, func, next) {
		/* The analyzer does not follow the lists of uthash. */
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
		HASH_DEL(table->by_name, func);
		func_release(func);
	}
}
