/*
 * syntax_unparse.c - tests of trees as text
 *
 * That what is written reads back as the same tree is checked for every row of
 * the other tests of syntax; here it is the looks that matter.
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

#include "syntax/parse.h"
#include "syntax/reserved.h"
#include "syntax/unparse.h"

typedef void unparse(struct strbuf *sb, const struct node *node);

/* All commands of TEXT; each ends with END. */
static void expect(
    unparse *function, const char *text, const char *end, const char *expected)
{
	struct source_string string;
	struct source source = source_from_string(&string, text, strlen(text));
	struct parser *parser = parser_new(&source, 1);
	struct program *next = NULL;
	struct strbuf sb = STRBUF_INIT;

	while (parser_next(parser, &next) == PARSE_COMMAND) {
		if (next->body) {
			function(&sb, next->body);
			strbuf_adds(&sb, end);
		}
		program_release(next);
	}
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
	parser_free(parser);
}

static void line(const char *text, const char *expected)
{
	expect(unparse_line, text, "", expected);
}

static void program(const char *text, const char *expected)
{
	expect(unparse_program, text, "", expected);
}

static void test_job_texts(void **state)
{
	(void)state;
	line("sleep  9|cat", "sleep 9 | cat");
	line("a&&b||c", "a && b || c");
	line("! a", "! a");
	line("a;b&c", "a; b & c");
	line("a &", "a &");
	line("a;", "a");
	line("time  a|b", "time a | b");
	line("! time -p { a; }", "time -p ! { a; }");
	line("time", "time");
	line("time -- a", "time a");
	line("time -- -p", "time -- -p");
	line("time -p -x", "time -p -- -x");
	line("time -v a", "time -v a");
	line("a | time b", "a | time b");
}

static void test_quotes_as_typed(void **state)
{
	static const char words[] = "echo 'a b' \"c $d ${e:-'f'}\" \\g $'h\\n' "
				    "`i \\`j\\`` $(k) $((l + 1)) ${#m} $# ~";

	(void)state;
	line(words, words);
}

static void test_redirections(void **state)
{
	(void)state;
	line("a>b 2>&1 <c >>d 3<>e <&- >|f", "a > b 2>&1 < c >> d 3<> e <&- "
					     ">| f");
	line(">b a=1 c", "a=1 c > b");
	line(">b", "> b");
	line("cat <<E <<-'F'\nx\nE\nF\n", "cat <<E <<-'F'");
	line("cat << -E\nx\n-E\n", "cat << -E");
}

static void test_compounds_on_a_line(void **state)
{
	(void)state;
	line("{ a\nb\n}", "{ a; b; }");
	line("{ a & }", "{ a & }");
	line("(a;b)", "( a; b )");
	line(
	    "for i in 1 2\ndo echo $i\ndone", "for i in 1 2; do echo $i; done");
	line("for i do a; done", "for i; do a; done");
	line("while a; b; do c & done >d", "while a; b; do c & done > d");
	line("until a\ndo b\ndone", "until a; do b; done");
	line("if a; then b; elif c; then d; else e; fi",
	    "if a; then b; elif c; then d; else e; fi");
	line("case $x in\n(a|b) c;; d) ;& esac",
	    "case $x in a | b) c ;; d) ;& esac");
	line("f ( )\n{ a; } >b", "f() { a; } > b");
}

static void test_programs_are_indented(void **state)
{
	(void)state;
	program("f() { if a; b; then for i in 1; do c & d; done; else (e); fi "
		">g; case x in y|z) h; i;; *) esac; }",
	    "f() {\n"
	    "\tif a; b; then\n"
	    "\t\tfor i in 1; do\n"
	    "\t\t\tc &\n"
	    "\t\t\td\n"
	    "\t\tdone\n"
	    "\telse\n"
	    "\t\t(\n"
	    "\t\t\te\n"
	    "\t\t)\n"
	    "\tfi > g\n"
	    "\tcase x in\n"
	    "\ty | z)\n"
	    "\t\th\n"
	    "\t\ti ;;\n"
	    "\t*) ;;\n"
	    "\tesac\n"
	    "}\n");
}

static void test_top_level_list_stays_a_command(void **state)
{
	(void)state;
	program("a; b & c", "a; b & c\n");
}

static void test_heres_in_programs(void **state)
{
	(void)state;
	program("f() { a <<E | b <<'F'; c; }\n$x\nE\n$y\nF\n",
	    "f() {\n\ta <<E | b <<'F'\n$x\nE\n$y\nF\n\tc\n}\n");
	program(
	    "if a <<E; then b; fi\n1\nE\n", "if a <<E\n1\nE\nthen\n\tb\nfi\n");
	program(
	    "a $(b <<-E\n\t1\n\tE\n) c; d\n", "a $(b <<-E\n1\n\tE\n) c; d\n");
	program("a <<E; b\n1\nE\n", "a <<E; b\n1\nE\n");
	program("a <<E\nb", "a <<E\nb\nE\n");
}

static void test_what_would_read_differently(void **state)
{
	(void)state;
	line("a $( (b) )", "a $( ( b ))");
	line("a $( (b); c)", "a $( ( b ); c)");
	line(">f if a", "> f if a");
	line("case x in (esac) a;; esac", "case x in (esac) a ;; esac");
	line("a\\", "a\\\\");
	line("\"`a \\\"b\\\"`\"", "\"`a \\\"b\\\"`\"");
	line("`a '\\b' \\\\\\\\`", "`a '\\b' \\\\\\\\`");
}

static void quoted(const char *s, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	unparse_quoted(&sb, s);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void test_quoted(void **state)
{
	(void)state;
	quoted("abc-1.2/x:y,z%+@", "abc-1.2/x:y,z%+@");
	quoted("", "''");
	quoted("a b", "'a b'");
	quoted("$a`b\"\\", "'$a`b\"\\'");
	quoted("it's", "'it'\\''s'");
	quoted("~", "'~'");
	quoted("a=b", "'a=b'");
	quoted("#", "'#'");
	quoted("\303\251", "'\303\251'");
	quoted("a\nb\t'\\", "$'a\\nb\\t\\'\\\\'");
	quoted("\001"
	       "1\033\177",
	    "$'\\0011\\e\\177'");
}

/* Each byte, quoted, is one word that stands for itself. */
static void test_quoted_reads_back(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++) {
		const char s[] = { 'a', (char)c, '1', '\0' };
		struct arena arena = ARENA_INIT;
		struct strbuf sb = STRBUF_INIT;
		struct source_string string;
		struct source source;
		struct parser *parser;
		struct program *parsed = NULL;
		const struct word *word;
		const struct word_part *part;

		unparse_quoted(&sb, s);
		source = source_from_string(&string, sb.s, sb.len);
		parser = parser_new(&source, 1);
		assert_int_equal(parser_next(parser, &parsed), PARSE_COMMAND);
		assert_int_equal(parsed->body->u.simple.word_count, 1);
		word = parsed->body->u.simple.words[0];
		strbuf_reset(&sb);
		for (part = word->parts; part; part = part->next) {
			assert_true(part->type <= PART_DOLLAR_SINGLE);
			strbuf_adds(&sb, part->type == PART_DOLLAR_SINGLE
					     ? part->u.dollar_single.text.s
					     : part->u.text.s);
		}
		assert_string_equal(strbuf_str(&sb), s);
		program_release(parsed);
		parser_free(parser);
		strbuf_fini(&sb);
		arena_fini(&arena);
	}
}

static void test_long_chains(void **state)
{
	struct strbuf text = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 20000; i++)
		strbuf_adds(&text, "a && b || ");
	strbuf_adds(&text, "c");
	line(strbuf_str(&text), strbuf_str(&text));
	strbuf_reset(&text);
	strbuf_adds(&text, "if a; then b; ");
	for (int i = 0; i < 20000; i++)
		strbuf_adds(&text, "elif c; then d; ");
	strbuf_adds(&text, "fi");
	line(strbuf_str(&text), strbuf_str(&text));
	strbuf_fini(&text);
}

static void test_reserved_words(void **state)
{
	static const char *const words[] = { "!", "{", "}", "case", "do",
		"done", "elif", "else", "esac", "fi", "for", "if", "in", "then",
		"time", "until", "while" };
	static const char *const others[] = { "", "i", "ifs", "cas", "d", "don",
		"e", "el", "eli", "es", "esa", "f", "fo", "t", "the", "u", "w",
		"[[", "function", "ti", "times", "select", "then1" };

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		enum reserved found = reserved_find(words[i], strlen(words[i]));

		assert_true(found != RESERVED_NONE);
		assert_string_equal(reserved_text(found), words[i]);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_int_equal(
		    reserved_find(others[i], strlen(others[i])), RESERVED_NONE);
}

#define TEST(name, function)                                                   \
	{                                                                      \
		name, function, NULL, NULL, NULL                               \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST("a job's text is one line", test_job_texts),
		TEST("words are quoted as they were typed",
		    test_quotes_as_typed),
		TEST("redirections come last", test_redirections),
		TEST("compound commands fit on a line",
		    test_compounds_on_a_line),
		TEST("a program is indented", test_programs_are_indented),
		TEST("a list stays one command",
		    test_top_level_list_stays_a_command),
		TEST(
		    "here-documents follow their line", test_heres_in_programs),
		TEST("text that would read differently is avoided",
		    test_what_would_read_differently),
		TEST("a string is quoted as it needs", test_quoted),
		TEST("a quoted string reads back", test_quoted_reads_back),
		TEST("long chains need no deep stack", test_long_chains),
		TEST("the reserved words are those of POSIX, and time",
		    test_reserved_words),
	};

	return cmocka_run_group_tests_name("unparse", tests, NULL, NULL);
}
