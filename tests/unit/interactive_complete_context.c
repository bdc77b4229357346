/*
 * interactive_complete_context.c - tests of interactive/complete_context
 *
 * Each line ends at the cursor. The variable DIR is "/srv/data".
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

#include "interactive/complete_context.h"

static const char *get(void *ctx, const char *name)
{
	(void)ctx;
	return strcmp(name, "DIR") == 0 ? "/srv/data" : NULL;
}

static struct complete_context find(const char *line)
{
	const struct complete_text text = { line, strlen(line), get, NULL };
	struct complete_context context;

	complete_context_find(&context, &text);
	return context;
}

/* WORDS: the command's before the cursor, each behind a blank. */
static void assert_found(const char *line, enum complete_place place,
    const char *words, const char *word)
{
	struct complete_context context = find(line);
	struct strbuf all = STRBUF_INIT;

	for (size_t i = 0; i < context.words.count; i++)
		strbuf_addf(&all, " %s", (char *)context.words.items[i]);
	assert_int_equal(context.place, place);
	assert_string_equal(strbuf_str(&all), words);
	assert_string_equal(strbuf_str(&context.word.text), word);
	strbuf_fini(&all);
	complete_context_fini(&context);
}

static void assert_command(const char *line, const char *word)
{
	assert_found(line, COMPLETE_COMMAND, "", word);
}

static void assert_nothing(const char *line)
{
	struct complete_context context = find(line);

	assert_int_equal(context.place, COMPLETE_NOTHING);
	complete_context_fini(&context);
}

static void test_commands_begin(void **state)
{
	(void)state;
	assert_command("", "");
	assert_command("  l", "l");
	assert_command("a | l", "l");
	assert_command("a && b || l", "l");
	assert_command("a & l", "l");
	assert_command("a; l", "l");
	assert_command("( l", "l");
	assert_command("{ l", "l");
	assert_command("! l", "l");
	assert_command("if l", "l");
	assert_command("while a; do l", "l");
	assert_command("x=1 y=2 l", "l");
	assert_command(">out l", "l");
	assert_command("2>out l", "l");
	assert_command("f() l", "l");
	assert_command("a # b\nl", "l");
	assert_command("a \\\n| l", "l");
}

static void test_commands_begin_in_substitutions(void **state)
{
	(void)state;
	assert_command("echo $(l", "l");
	assert_command("echo \"a $(l", "l");
	assert_command("echo `l", "l");
	assert_command("echo $(a | `b; l", "l");
	assert_command("x=$(l", "l");
}

static void test_arguments_come_with_the_words_before_them(void **state)
{
	(void)state;
	assert_found("kill -s T", COMPLETE_ARGUMENT, " kill -s", "T");
	assert_found("git ", COMPLETE_ARGUMENT, " git", "");
	assert_found("a; b c", COMPLETE_ARGUMENT, " b", "c");
	assert_found("x=1 b c", COMPLETE_ARGUMENT, " b", "c");
	assert_found("b x=1 c", COMPLETE_ARGUMENT, " b x=1", "c");
	assert_found("b >out c", COMPLETE_ARGUMENT, " b", "c");
	assert_found("b 2>&1 c", COMPLETE_ARGUMENT, " b", "c");
	assert_found("b if", COMPLETE_ARGUMENT, " b", "if");
	assert_found("b 2 c", COMPLETE_ARGUMENT, " b 2", "c");
	assert_found("b $(x y) c", COMPLETE_ARGUMENT, " b ", "c");
	assert_found("b 'x y' \"$DIR/z\" c", COMPLETE_ARGUMENT,
	    " b x y /srv/data/z", "c");
	assert_found("b $(x y", COMPLETE_ARGUMENT, " x", "y");
	assert_found("b $( (x); y z", COMPLETE_ARGUMENT, " y", "z");
}

static void test_files_follow_redirections(void **state)
{
	(void)state;
	assert_found("b >o", COMPLETE_FILE, " b", "o");
	assert_found("b c 2>> o", COMPLETE_FILE, " b c", "o");
	assert_found("< ", COMPLETE_FILE, "", "");
	assert_nothing("b 2>&");
	assert_nothing("b <<E");
}

static void test_values_follow_assignments(void **state)
{
	(void)state;
	assert_found("x=a", COMPLETE_VALUE, "", "x=a");
	assert_found("b x=a", COMPLETE_ARGUMENT, " b", "x=a");
	assert_found("1x=a", COMPLETE_COMMAND, "", "1x=a");
}

static void assert_variable(
    const char *line, enum complete_place place, size_t name_at)
{
	struct complete_context context = find(line);

	assert_int_equal(context.place, place);
	assert_int_equal(context.word.end.at, name_at);
	complete_context_fini(&context);
}

static void test_variables_follow_a_dollar(void **state)
{
	(void)state;
	assert_variable("echo $", COMPLETE_VARIABLE, 6);
	assert_variable("echo $HO", COMPLETE_VARIABLE, 6);
	assert_variable("echo \"a $HO", COMPLETE_VARIABLE, 9);
	assert_variable("echo a${HO", COMPLETE_BRACED, 8);
	assert_found("echo '$HO", COMPLETE_ARGUMENT, " echo", "$HO");
	assert_found("echo \\$HO", COMPLETE_ARGUMENT, " echo", "$HO");
}

static void test_nothing_is_told_of_what_cannot_be(void **state)
{
	(void)state;
	assert_nothing("a # l");
	assert_nothing("echo $((1 + x");
	assert_nothing("echo ${x:-l");
	assert_nothing("cat <<E\nl");
	assert_nothing("cat <<E\nl\nEE\nl");
	assert_command("cat <<E\nl\nE\nl", "l");
	assert_command("cat <<-E\nl\n\tE\nl", "l");
}

static void test_patterns_of_case_are_no_commands(void **state)
{
	(void)state;
	assert_found("case x in l", COMPLETE_ARGUMENT, "", "l");
	assert_command("case x in a) l", "l");
	assert_command("case x in (a|b) l", "l");
	assert_found("case x in a) b;; l", COMPLETE_ARGUMENT, "", "l");
	assert_command("case x in a) b;; esac; l", "l");
	assert_command("echo $(case x in a) l", "l");
}

static void test_what_is_closed_too_early_does_no_harm(void **state)
{
	(void)state;
	assert_found("echo `(a` l", COMPLETE_ARGUMENT, " a", "l");
	assert_command(") l", "l");
	assert_command("a ;; l", "l");
}

static void test_deep_nesting_is_given_up(void **state)
{
	struct strbuf line = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < 100000; i++)
		strbuf_adds(&line, "$(");
	assert_nothing(line.s);
	strbuf_fini(&line);
}

struct expected_mark {
	size_t at;
	const char *rest;
	enum complete_quote quote;
};

static void assert_slash(const char *line, struct expected_mark expected)
{
	struct complete_context context = find(line);
	const struct complete_word *word = &context.word;

	assert_int_equal(word->slash.at, expected.at);
	assert_string_equal(
	    strbuf_str(&word->text) + word->slash.decoded, expected.rest);
	assert_int_equal(word->slash.quote, expected.quote);
	complete_context_fini(&context);
}

static void test_the_last_slash_is_known_with_its_quotes(void **state)
{
	(void)state;
	assert_slash("ls a/b c/d/ef",
	    (struct expected_mark){ 11, "ef", COMPLETE_QUOTE_NONE });
	assert_slash(
	    "ls ef", (struct expected_mark){ 3, "ef", COMPLETE_QUOTE_NONE });
	assert_slash("ls \"a b/e f",
	    (struct expected_mark){ 8, "e f", COMPLETE_QUOTE_DOUBLE });
	assert_slash("ls a\\ b/e\\ f",
	    (struct expected_mark){ 8, "e f", COMPLETE_QUOTE_NONE });
	assert_slash(
	    "ls $DIR/e", (struct expected_mark){ 8, "e", COMPLETE_QUOTE_NONE });
	assert_slash("ls $'a\\nb/e\\n",
	    (struct expected_mark){ 10, "e\n", COMPLETE_QUOTE_DOLLAR });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commands_begin),
		cmocka_unit_test(test_commands_begin_in_substitutions),
		cmocka_unit_test(
		    test_arguments_come_with_the_words_before_them),
		cmocka_unit_test(test_files_follow_redirections),
		cmocka_unit_test(test_values_follow_assignments),
		cmocka_unit_test(test_variables_follow_a_dollar),
		cmocka_unit_test(test_nothing_is_told_of_what_cannot_be),
		cmocka_unit_test(test_patterns_of_case_are_no_commands),
		cmocka_unit_test(test_what_is_closed_too_early_does_no_harm),
		cmocka_unit_test(test_deep_nesting_is_given_up),
		cmocka_unit_test(test_the_last_slash_is_known_with_its_quotes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
