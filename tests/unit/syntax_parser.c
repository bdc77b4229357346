/*
 * syntax_parser.c - tests of the parser as its callers see it: how much it
 * reads and when, prompts, interruption, errors as data, limits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "syntax/parse.h"
#include "syntax_dump.h"

/* A source that hands out the strings of a list, and keeps a record: a letter
 * for each call, c if CONTINUED and n if not. NULL is the end, interrupted
 * is an interruption. */
struct script {
	const char *const *next;
	char calls[64];
	size_t count;
};

static const char interrupted[] = "(interrupted)";

static enum source_result read_script(
    void *ctx, bool continued, const char **text, size_t *len)
{
	struct script *script = ctx;

	assert_true(script->count < sizeof script->calls - 1);
	script->calls[script->count++] = continued ? 'c' : 'n';
	if (!*script->next)
		return SOURCE_END;
	*text = *script->next++;
	*len = strlen(*text);
	return *text == interrupted ? SOURCE_INTERRUPTED : SOURCE_TEXT;
}

static struct parser *open_script(
    struct script *script, const char *const *texts)
{
	const struct source source = { .read = read_script, .ctx = script };

	*script = (struct script){ .next = texts };
	return parser_new(&source, 1);
}

/* The next command must be EXPECTED, after reads as in CALLS. */
static void expect_command(struct parser *parser, struct script *script,
    const char *expected, const char *calls)
{
	struct program *program = NULL;
	struct strbuf sb = STRBUF_INIT;

	memset(script->calls, 0, sizeof script->calls);
	script->count = 0;
	assert_int_equal(parser_next(parser, &program), PARSE_COMMAND);
	if (program->body)
		dump_node(&sb, program->body, false);
	assert_string_equal(strbuf_str(&sb), expected);
	assert_string_equal(script->calls, calls);
	strbuf_fini(&sb);
	program_release(program);
}

static void expect_result(struct parser *parser, enum parse_result expected)
{
	struct program *program = NULL;

	assert_int_equal(parser_next(parser, &program), expected);
	assert_null(program);
}

static void test_reads_one_line(void **state)
{
	static const char *const texts[] = { "a\n", "b; c &\n", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "(a)", "n");
	expect_command(parser, &script, "[list (b); (c)&]", "n");
	expect_result(parser, PARSE_END);
	parser_free(parser);
}

static void test_empty_line_is_a_command(void **state)
{
	static const char *const texts[] = { "\n", " # a\n", "b\n", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "", "n");
	expect_command(parser, &script, "", "n");
	expect_command(parser, &script, "(b)", "n");
	parser_free(parser);
}

static void test_several_lines_at_once(void **state)
{
	static const char *const texts[] = { "a\nb\nif c\n", "then d; fi\n",
		NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "(a)", "n");
	expect_command(parser, &script, "(b)", "");
	expect_command(parser, &script, "[if (c) (d)]", "c");
	parser_free(parser);
}

static void test_prompts_in_constructs(void **state)
{
	static const char *const texts[] = { "if a\n", "then\n", "b\n", "fi\n",
		"a &&\n", "b\n", "a \\\n", "b\n", "'a\n", "'\n", "a <<E\n",
		"b\n", "E\n", "$(a\n", ")\n", "f()\n", "{ a\n", "}\n", "\\\n",
		"a\n", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "[if (a) (b)]", "nccc");
	expect_command(parser, &script, "[and (a) (b)]", "nc");
	expect_command(parser, &script, "(a b)", "nc");
	expect_command(parser, &script, "(<'a\n'>)", "nc");
	expect_command(parser, &script, "(a 0<<:E{b\n})", "ncc");
	expect_command(parser, &script, "(<$((a))>)", "nc");
	expect_command(parser, &script, "[fun f [group (a)]]", "ncc");
	expect_command(parser, &script, "(a)", "nc");
	parser_free(parser);
}

static void test_no_prompt_for_blanks(void **state)
{
	static const char *const texts[] = { "  ", "\t", "# a", " b", "\n",
		NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "", "nnnnn");
	parser_free(parser);
}

static void test_end_is_asked_for_again(void **state)
{
	static const char *const texts[] = { "a\n", NULL, NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "(a)", "n");
	expect_result(parser, PARSE_END);
	script.next = texts;
	expect_command(parser, &script, "(a)", "n");
	parser_free(parser);
}

static void test_command_without_newline(void **state)
{
	static const char *const texts[] = { "a", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "(a)", "nc");
	expect_result(parser, PARSE_END);
	parser_free(parser);
}

static void expect_error(struct parser *parser, int line, int column,
    const char *message, const char *source_line)
{
	const struct syntax_error *error;

	expect_result(parser, PARSE_ERROR);
	error = parser_error(parser);
	assert_int_equal(error->line, line);
	assert_int_equal(error->column, column);
	assert_string_equal(error->message, message);
	if (source_line)
		assert_string_equal(error->source_line, source_line);
	else
		assert_null(error->source_line);
}

static void test_interruption_drops_the_command(void **state)
{
	static const char *const texts[] = { "if a; then\n", "b 'c\n",
		interrupted, "d\n", "e <<E\n", interrupted, "f $(\n",
		interrupted, interrupted, "g\n", "h \\", interrupted, "i )\n",
		NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_result(parser, PARSE_INTERRUPTED);
	expect_command(parser, &script, "(d)", "n");
	expect_result(parser, PARSE_INTERRUPTED);
	expect_result(parser, PARSE_INTERRUPTED);
	expect_result(parser, PARSE_INTERRUPTED);
	expect_command(parser, &script, "(g)", "n");
	expect_result(parser, PARSE_INTERRUPTED);
	expect_error(parser, 7, 3, "unexpected \")\"", "i )");
	parser_free(parser);
}

static void test_error_shows_its_line(void **state)
{
	static const char *const texts[] = { "a\n{ b\n  c )", " d\ne\n",
		"a b (\n", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_command(parser, &script, "(a)", "n");
	expect_error(parser, 3, 5,
	    "unexpected \")\", expected \"}\" to match \"{\" on line 2",
	    "  c )");
	expect_command(parser, &script, "(e)", "n");
	expect_error(parser, 5, 5, "unexpected \"(\"", "a b (");
	expect_result(parser, PARSE_END);
	parser_free(parser);
}

static void test_error_at_a_word_of_many_lines(void **state)
{
	static const char *const texts[] = { "{ a; } 'b\n", "c\n", "d' e\n",
		"f\n", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_error(parser, 1, 8, "unexpected word", "{ a; } 'b");
	expect_command(parser, &script, "(f)", "n");
	parser_free(parser);
}

static void test_error_at_the_end_has_no_line(void **state)
{
	static const char *const texts[] = { "{ a\n", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	expect_error(parser, 2, 1,
	    "unexpected end of file, expected \"}\" to match \"{\" on line 1",
	    NULL);
	parser_free(parser);
}

static void test_lines_counted_by_command(void **state)
{
	static const char *const texts[] = { "a\n", "if )\n", "b >\n", "if c\n",
		"then d\n", "done\n", "{ (e\n", "}\n", "'f\n", NULL };
	struct script script;
	struct parser *parser = open_script(&script, texts);

	(void)state;
	parser_count_by_command(parser);
	expect_command(parser, &script, "(a)", "n");
	expect_error(
	    parser, 0, 4, "unexpected \")\", expected a command", "if )");
	expect_error(
	    parser, 0, 4, "unexpected newline, expected a file name", "b >");
	expect_error(parser, 3, 1,
	    "unexpected \"done\", expected \"fi\" to match \"if\" on line 1",
	    "done");
	expect_error(parser, 2, 1,
	    "unexpected \"}\", expected \")\" to match \"(\" on line 1", "}");
	expect_error(
	    parser, 2, 1, "unclosed quote ' that began on line 1", NULL);
	parser_free(parser);
}

static void test_first_line(void **state)
{
	static const char *const texts[] = { "a\n\nb c '\n'\n", ")\n", NULL };
	const struct source source = { .read = read_script,
		.ctx = &(struct script){ .next = texts } };
	struct parser *parser = parser_new(&source, 41);
	struct program *program = NULL;

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(parser_next(parser, &program), PARSE_COMMAND);
		if (i == 2)
			assert_int_equal(program->body->line, 43);
		program_release(program);
		program = NULL;
	}
	expect_error(parser, 45, 1, "unexpected \")\"", ")");
	parser_free(parser);
}

static void expect_lines(const char *text, const char *expected)
{
	for (size_t piece = 1; piece <= strlen(text); piece++) {
		struct pieces pieces;
		struct source source =
		    pieces_source(&pieces, text, strlen(text), piece);
		struct strbuf sb = STRBUF_INIT;

		dump_source(&sb, &source, true, false);
		assert_string_equal(strbuf_str(&sb), expected);
		strbuf_fini(&sb);
	}
}

static void test_nodes_know_their_lines(void **state)
{
	(void)state;
	expect_lines("a\n\nif b \\\n c\nthen d; fi <<E; e $(\nf\n)\n1\n$(\ng)\n"
		     "E\nh `\ni` \"\n\" j\n",
	    "(a@1)@1\n"
	    "[list [if (b@3 c@4)@3 (d@5)@5 "
	    "0<<:E@5{1\n<$((g@10)@10)>\n@8}]@3; "
	    "(e@5 <$((f@6)@6)>@5)@5;]@3\n"
	    "(h@12 <`(i@13)@13`>@12 <\"\n\">@13 j@14)@12\n");
}

static void test_nul_bytes_are_left_out(void **state)
{
	static const char text[] = "a\0b '\0c' \0\n\0\0\nd\0";
	struct source_string string;
	struct source source =
	    source_from_string(&string, text, sizeof text - 1);
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	dump_source(&sb, &source, false, false);
	assert_string_equal(strbuf_str(&sb), "(ab <'c'>)\n(d)\n");
	strbuf_fini(&sb);
}

static void expect_text(const char *text, const char *expected)
{
	char *got = dump_text(text);

	assert_string_equal(got, expected);
	free(got);
}

static void test_other_bytes_are_ordinary(void **state)
{
	(void)state;
	expect_text("a\r\nb\v\f\001\377\200\n", "(a\r)\n(b\v\f\001\377\200)\n");
}

static char *repeat(
    const char *before, const char *middle, const char *after, size_t count)
{
	struct strbuf sb = STRBUF_INIT;

	for (size_t i = 0; i < count; i++)
		strbuf_adds(&sb, before);
	strbuf_adds(&sb, middle);
	for (size_t i = 0; i < count; i++)
		strbuf_adds(&sb, after);
	return strbuf_take(&sb);
}

static bool is_too_deep(
    const char *before, const char *middle, const char *after, size_t count)
{
	char *text = repeat(before, middle, after, count);
	char *got = dump_text(text);
	bool too_deep = strstr(got, "nested too deeply (limit 500)\n") != NULL;
	bool failed = strstr(got, ": ") && strstr(got, "1:");

	assert_int_equal(failed, too_deep);
	free(text);
	free(got);
	return too_deep;
}

static void test_depth_is_limited(void **state)
{
	static const char *const nests[][3] = {
		{ "( ", "a", " )" },
		{ "{ ", "a", ";}" },
		{ "if a; then ", "b", "; fi" },
		{ "f() { ", "a", ";}" },
		{ "while ", "a", "; do b; done" },
		{ "case x in x) ", "a", ";; esac" },
		{ "a $(", "b", ")" },
		{ "a \"$(", "b", ")\"" },
		{ "${a-", "b", "}" },
		{ "\"${a-", "b", "}\"" },
		{ "$((1+", "2", "))" },
		{ "$((", "a", ") )" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof nests / sizeof *nests; i++) {
		const char *const *nest = nests[i];

		assert_false(is_too_deep(nest[0], nest[1], nest[2], 10));
		assert_true(is_too_deep(nest[0], nest[1], nest[2], 100000));
	}
}

static void test_length_is_not_limited(void **state)
{
	static const char *const longs[][3] = {
		{ "a;", "b", "" },
		{ "a &", "b", "" },
		{ "a\n", "b", "" },
		{ "{ a; }\n", "b", "" },
		{ "a|", "b", "" },
		{ "a&&", "b", "" },
		{ "a||", "b", "" },
		{ "a ", "b", "" },
		{ "a=1 ", "b", "" },
		{ ">a ", "b", "" },
		{ "<<a ", "", "\na" },
		{ "'a'", "", "" },
		{ "$a", "", "" },
		{ "if a; then b; ", "", "fi;" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof longs / sizeof *longs; i++) {
		size_t count = strncmp(longs[i][0], "if", 2) == 0 ? 1 : 50000;
		char *text =
		    repeat(longs[i][0], longs[i][1], longs[i][2], count);
		char *got = dump_text(text);

		assert_null(strstr(got, ": "));
		free(text);
		free(got);
	}
}

static void test_elif_chain_is_not_limited(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	char *middle = repeat("elif a; then b\n", "", "", 20000);
	struct source_string string;
	struct source source;
	struct parser *parser;
	struct program *program = NULL;
	const struct node *node;
	size_t count = 0;

	(void)state;
	strbuf_addf(&sb, "if a; then b\n%sfi\n", middle);
	source = source_from_string(&string, strbuf_str(&sb), sb.len);
	parser = parser_new(&source, 1);
	assert_int_equal(parser_next(parser, &program), PARSE_COMMAND);
	for (node = program->body; node; node = node->u.if_then.else_part)
		count++;
	assert_int_equal(count, 20001);
	program_release(program);
	parser_free(parser);
	strbuf_fini(&sb);
	free(middle);
}

static void test_subshells_mistaken_for_arithmetic(void **state)
{
	char *text = repeat("$((", "a", ") )", 12);
	char *got = dump_text(text);

	(void)state;
	assert_non_null(strstr(got, "<$([sub (a)])>"));
	free(text);
	free(got);
}

static void expect_quoted(const char *text, const char *expected)
{
	struct arena arena = ARENA_INIT;
	const struct word *word = parse_quoted_text(&arena, text, strlen(text));
	struct strbuf sb = STRBUF_INIT;

	if (word)
		dump_word(&sb, word, false);
	else
		strbuf_adds(&sb, "error");
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
	arena_fini(&arena);
}

static void test_quoted_text(void **state)
{
	(void)state;
	expect_quoted("", "");
	expect_quoted("a $b \"c\" 'd' $(e f)$((1))`g`\n",
	    "a <$b> \"c\" 'd' <$((e f))><((1))><`(g)`>\n");
	expect_quoted("\\$ \\a \\", "<\\$> \\a \\");
	expect_quoted("${HOME-x}/.rc", "<{HOME-x}>/.rc");
	expect_quoted("$(a <<E)", "<$((a 0<<:E{}))>");
	expect_quoted("$(a <<E\nb\nE\n)", "<$((a 0<<:E{b\n}))>");
	expect_quoted("${a", "error");
	expect_quoted("$(if)", "error");
	expect_quoted("`", "error");
}

static void test_a_program_is_counted(void **state)
{
	struct source_string string;
	struct source source = source_from_string(&string, "a\n", 2);
	struct parser *parser = parser_new(&source, 1);
	struct program *program = NULL;

	(void)state;
	assert_int_equal(parser_next(parser, &program), PARSE_COMMAND);
	parser_free(parser);
	assert_ptr_equal(program_retain(program), program);
	program_release(program);
	assert_string_equal(
	    word_literal(program->body->u.simple.words[0]), "a");
	program_release(program);
	program_release(NULL);
}

#define TEST(name, function)                                                   \
	{                                                                      \
		name, function, NULL, NULL, NULL                               \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a command takes one line", test_reads_one_line),
		TEST("an empty line is a command without a body",
		    test_empty_line_is_a_command),
		TEST("nothing is read while a line is left",
		    test_several_lines_at_once),
		TEST("a begun command asks for more as continued",
		    test_prompts_in_constructs),
		TEST("blanks and comments do not begin a command",
		    test_no_prompt_for_blanks),
		TEST(
		    "after the end more may come", test_end_is_asked_for_again),
		TEST("the end ends a command as a newline does",
		    test_command_without_newline),
		TEST("an interruption drops the command",
		    test_interruption_drops_the_command),
		TEST("an error comes with its line", test_error_shows_its_line),
		TEST("also if the word goes on on others",
		    test_error_at_a_word_of_many_lines),
		TEST("an error at the end has no line",
		    test_error_at_the_end_has_no_line),
		TEST("lines are counted from the first", test_first_line),
		TEST("or from the first of the command",
		    test_lines_counted_by_command),
		TEST("nodes know their lines, however the text comes",
		    test_nodes_know_their_lines),
		TEST("NUL bytes are left out", test_nul_bytes_are_left_out),
		TEST("other odd bytes are ordinary",
		    test_other_bytes_are_ordinary),
		TEST("nesting is limited", test_depth_is_limited),
		TEST("length is not limited", test_length_is_not_limited),
		TEST("nor is a chain of elif", test_elif_chain_is_not_limited),
		TEST("subshells in $(( are found in good time",
		    test_subshells_mistaken_for_arithmetic),
		TEST("text is parsed as if it were quoted", test_quoted_text),
		TEST("a program lives until its last release",
		    test_a_program_is_counted),
	};

	return cmocka_run_group_tests_name("parser", tests, NULL, NULL);
}
