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
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "syntax/parse.h"
#include "syntax/unparse.h"
#include "syntax_dump.h"

struct check {
	struct row row;
	source_alias *alias;
};

static void check_source(struct source source, const struct check *check)
{
	struct strbuf sb = STRBUF_INIT;

	source.alias = check->alias;
	dump_source(&sb, &source, false, false);
	assert_string_equal(strbuf_str(&sb), check->row.expected);
	strbuf_fini(&sb);
}

/* The trees of what is in TEXT. */
static void dump_again(struct strbuf *sb, const char *text)
{
	struct source_string string;
	struct source source = source_from_string(&string, text, strlen(text));

	dump_source(sb, &source, false, false);
}

/* What unparsing wrote of a tree is read back as the same tree. */
static void check_text(const struct strbuf *text, const struct strbuf *tree)
{
	struct strbuf again = STRBUF_INIT;

	dump_again(&again, strbuf_str(text));
	assert_string_equal(strbuf_str(&again), strbuf_str(tree));
	strbuf_fini(&again);
}

static void check_round_trip(const struct node *node)
{
	struct strbuf tree = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;

	dump_node(&tree, node, false);
	strbuf_addc(&tree, '\n');
	unparse_program(&text, node);
	check_text(&text, &tree);
	strbuf_reset(&text);
	unparse_line(&text, node);
	if (!strstr(strbuf_str(&tree), "<<")) /* line has no bodies */
		check_text(&text, &tree);
	strbuf_fini(&text);
	strbuf_fini(&tree);
}

static void check_round_trips(struct source source, const struct check *check)
{
	struct program *program = NULL;
	struct parser *parser;
	enum parse_result result;

	source.alias = check->alias;
	parser = parser_new(&source, 1);
	while ((result = parser_next(parser, &program)) != PARSE_END) {
		if (result != PARSE_COMMAND)
			continue;
		if (program->body)
			check_round_trip(program->body);
		program_release(program);
	}
	parser_free(parser);
}

static void check_row(void **state)
{
	const struct check *check = *state;
	const char *text = check->row.text;
	struct source_string string;
	struct pieces pieces;

	check_source(source_from_string(&string, text, strlen(text)), check);
	check_source(pieces_source(&pieces, text, strlen(text), 1), check);
	check_round_trips(
	    source_from_string(&string, text, strlen(text)), check);
}

int run_tables(const char *group, const struct table *tables, size_t count,
    source_alias *alias)
{
	struct CMUnitTest *tests;
	struct check *checks;
	size_t n = 0;
	int failed;

	for (size_t i = 0; i < count; i++)
		n += tables[i].count;
	tests = xcalloc(n, sizeof *tests);
	checks = xcalloc(n, sizeof *checks);
	n = 0;
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < tables[i].count; j++, n++) {
			checks[n].row = tables[i].rows[j];
			checks[n].alias = alias;
			tests[n].name = checks[n].row.name;
			tests[n].test_func = check_row;
			tests[n].initial_state = &checks[n];
		}
	}
	failed = _cmocka_run_group_tests(group, tests, n, NULL, NULL);
	free(checks);
	free(tests);
	return failed;
}
