/*
 * syntax_rows.h - for the tests of shell/syntax: a test a row
 *
 * Each row is a test of its own, named by its sentence: what TEXT parses to, in
 * the notation of syntax_dump.h, a line for each command.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_TESTS_SYNTAX_ROWS_H
#define JSH_TESTS_SYNTAX_ROWS_H

#include <stddef.h>

#include "syntax/source.h"

struct row {
	const char *name;
	const char *text;
	const char *expected;
};

struct table {
	const struct row *rows;
	size_t count;
};

#define TABLE(rows)                                                            \
	{                                                                      \
		rows, sizeof(rows) / sizeof *(rows)                            \
	}

/*
 * Check all rows as one group, twice: line by line, and a byte at a time. ALIAS
 * may be NULL. Returns the number of failures.
 */
int run_tables(const char *group, const struct table *tables, size_t count,
    source_alias *alias);

#endif
