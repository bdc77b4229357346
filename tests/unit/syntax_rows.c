/*
 * syntax_rows.c - for the tests of shell/syntax: a test a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "syntax_rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/mem.h"
#include "syntax_dump.h"

static void check_row(void **state)
{
	const struct row *row = *state;
	char *got = dump_text(row->text);

	assert_string_equal(got, row->expected);
	free(got);
}

int run_tables(const char *group, const struct table *tables, size_t count)
{
	struct CMUnitTest *tests = NULL;
	struct row *rows = NULL; /* cmocka wants no const */
	size_t n = 0;
	int failed;

	for (size_t i = 0; i < count; i++)
		n += tables[i].count;
	tests = xcalloc(n, sizeof *tests);
	rows = xcalloc(n, sizeof *rows);
	n = 0;
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < tables[i].count; j++, n++) {
			rows[n] = tables[i].rows[j];
			tests[n].name = rows[n].name;
			tests[n].test_func = check_row;
			tests[n].initial_state = &rows[n];
		}
	}
	failed = _cmocka_run_group_tests(group, tests, n, NULL, NULL);
	free(rows);
	free(tests);
	return failed;
}
