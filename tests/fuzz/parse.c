/*
 * parse.c - libFuzzer target: the parser and its inverse
 *
 * The first byte picks the size of the pieces in which the text comes and
 * whether there are aliases. Whatever comes, the parser ends; each tree that it
 * makes is unparsed, the text is parsed, and must give the same tree and the
 * same text again.
 *
 *   clang -fsanitize=fuzzer,address,undefined -std=c11 -D_GNU_SOURCE -Ishell
 *       -Itests/unit tests/fuzz/parse.c tests/unit/syntax_dump.c
 *       shell/syntax/[a-z]*.c shell/base/[a-z]*.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/parse.h"
#include "syntax/unparse.h"
#include "syntax_dump.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *find_alias(void *ctx, const char *name)
{
	static const char *const aliases[][2] = {
		{ "a", "b " },
		{ "b", "a x" },
		{ "c", "{ " },
		{ "d", "<<E\n" },
		{ "e", "" },
		{ "f", "if a; then" },
		{ "g", "'" },
		{ "h", "$((" },
		{ NULL, NULL },
	};

	(void)ctx;
	for (size_t i = 0; aliases[i][0]; i++) {
		if (strcmp(aliases[i][0], name) == 0)
			return aliases[i][1];
	}
	return NULL;
}

static void die(
    const char *what, const struct strbuf *expected, const struct strbuf *got)
{
	(void)fprintf(stderr, "%s:\n%s\nand not\n%s\n", what, strbuf_str(got),
	    strbuf_str(expected));
	abort();
}

/* The tree and the text of all that is in TEXT. */
static void parse_again(
    const struct strbuf *text, struct strbuf *tree, struct strbuf *again)
{
	struct source_string string;
	struct source source =
	    source_from_string(&string, strbuf_str(text), text->len);
	struct parser *parser = parser_new(&source, 1);
	struct program *program = NULL;

	while (parser_next(parser, &program) == PARSE_COMMAND) {
		if (program->body) {
			dump_node(tree, program->body, false);
			unparse_program(again, program->body);
		}
		program_release(program);
	}
	parser_free(parser);
}

static void check(const struct node *node)
{
	struct strbuf tree = STRBUF_INIT;
	struct strbuf text = STRBUF_INIT;
	struct strbuf tree_again = STRBUF_INIT;
	struct strbuf text_again = STRBUF_INIT;

	dump_node(&tree, node, false);
	unparse_line(&text, node);
	strbuf_reset(&text);
	unparse_program(&text, node);
	parse_again(&text, &tree_again, &text_again);
	if (strcmp(strbuf_str(&tree), strbuf_str(&tree_again)) != 0)
		die(strbuf_str(&text), &tree, &tree_again);
	if (strcmp(strbuf_str(&text), strbuf_str(&text_again)) != 0)
		die("text", &text, &text_again);
	strbuf_fini(&tree);
	strbuf_fini(&text);
	strbuf_fini(&tree_again);
	strbuf_fini(&text_again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pieces pieces;
	struct source source;
	struct parser *parser;
	enum parse_result result;
	char *text;

	if (size == 0)
		return 0;
	text = malloc(size);
	if (!text)
		return 0;
	memcpy(text, data, size);
	source = pieces_source(
	    &pieces, text + 1, size - 1, (size_t)(data[0] >> 1) + 1);
	if (data[0] & 1)
		source.alias = find_alias;
	parser = parser_new(&source, 1);
	do {
		struct program *program = NULL;

		result = parser_next(parser, &program);
		if (program && program->body)
			check(program->body);
		program_release(program);
	} while (result != PARSE_END);
	parser_free(parser);
	free(text);
	return 0;
}
