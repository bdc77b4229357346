/*
 * interactive_prompt_escape.c - tests of interactive/prompt_escape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "interactive/prompt_escape.h"

/* Monday, 26 November 2001, 15:04:05 UTC */
enum { A_MONDAY = 1006787045 };

/* The answers, in the order of the questions */
static const char *some_answers[] = { "mary", "box.example.org", "/dev/pts/7",
	"main" };

static const char *answer(void *ctx, enum prompt_question question)
{
	const char *const *answers = ctx;

	return answers[question];
}

static struct prompt_facts some_facts(void)
{
	return (struct prompt_facts){
		.ask = answer,
		.ctx = some_answers,
		.shell = "/usr/bin/jsh",
		.version = "1.2.3",
		.cwd = "/home/mary/src/jsh/doc",
		.home = "/home/mary",
		.columns = 80,
		.running = 2,
		.stopped = 3,
		.history = 501,
		.command = 41,
		.status = 130,
		.now = A_MONDAY,
	};
}

static void assert_decoded_with(
    struct prompt_facts facts, const char *prompt, const char *expected)
{
	struct strbuf sb = STRBUF_INIT;

	prompt_escape(&sb, prompt, &facts);
	assert_string_equal(strbuf_str(&sb), expected);
	strbuf_fini(&sb);
}

static void assert_decoded(const char *prompt, const char *expected)
{
	assert_decoded_with(some_facts(), prompt, expected);
}

static void assert_folder(
    const char *cwd, const char *home, size_t folders, const char *expected)
{
	struct prompt_facts facts = some_facts();

	facts.cwd = cwd;
	facts.home = home;
	facts.folders = folders;
	assert_decoded_with(facts, "\\w", expected);
}

static void names_of_user_host_shell_terminal(void **state)
{
	(void)state;
	assert_decoded(
	    "\\u@\\h (\\H) \\s \\l", "mary@box (box.example.org) jsh 7");
	assert_decoded("\\v \\V", "1.2 1.2.3");
}

static void home_is_a_tilde(void **state)
{
	(void)state;
	assert_decoded("\\w \\W", "~/src/jsh/doc doc");
	assert_folder("/home/mary", "/home/mary", 0, "~");
	assert_folder("/home/maryann", "/home/mary", 0, "/home/maryann");
	assert_folder("/", "/", 0, "/");
	assert_folder("/usr", "/", 0, "/usr");
	assert_folder("/usr", "", 0, "/usr");
}

static void last_folder_alone(void **state)
{
	struct prompt_facts facts = some_facts();

	(void)state;
	facts.cwd = "/";
	assert_decoded_with(facts, "\\W", "/");
	facts.cwd = facts.home;
	assert_decoded_with(facts, "\\W", "~");
	facts.cwd = "/usr";
	assert_decoded_with(facts, "\\W", "usr");
}

static void only_so_many_folders_are_kept(void **state)
{
	(void)state;
	assert_folder("/a/b/c/d", "", 2, ".../c/d");
	assert_folder("/a/b/c/d", "", 4, "/a/b/c/d");
	assert_folder("/a/b/c/d", "/a", 1, "~/.../d");
	assert_folder("/a/b/c/d", "/a", 3, "~/b/c/d");
	assert_folder("/a/b", "/a/b", 1, "~");
	assert_folder("/a", "", 1, "/a");
	assert_folder("/a/b", "", 1, ".../b");
	assert_folder("/", "", 1, "/");
}

static void jobs_are_counted_apart(void **state)
{
	(void)state;
	assert_decoded("\\j", "5");
	assert_decoded("\\j{running}r \\j{stopped}s", "2r 3s");
	assert_decoded("\\j{other}", "5{other}");
	assert_decoded("\\j{running", "5{running");
}

static void numbers_and_status(void **state)
{
	(void)state;
	assert_decoded("\\! \\# \\?", "501 41 130");
}

static void sign_is_a_hash_for_root(void **state)
{
	struct prompt_facts facts = some_facts();

	(void)state;
	assert_decoded_with(facts, "\\$", "\\$"); /* protected */
	facts.root = true;
	assert_decoded_with(facts, "\\$", "#");
}

static void times_and_dates(void **state)
{
	(void)state;
	assert_decoded("\\t|\\T|\\@|\\A|\\d",
	    "15:04:05|03:04:05|03:04 PM|15:04|Mon Nov 26");
	assert_decoded("\\D{%Y-%m-%d} \\D{}", "2001-11-26 15:04:05");
	assert_decoded("\\D{x} \\D{%", "x \\D{%");
	assert_decoded("\\D", "\\D");
}

static void characters(void **state)
{
	(void)state;
	assert_decoded("a\\nb\\rc\\ad\\ee", "a\nb\rc\ad\033e");
	assert_decoded("\\101\\0335\\x", "A\0335\\x");
	assert_decoded("\\000\\0a", "a");
	assert_decoded("\\[\\e[1m\\]", "\001\033[1m\002");
}

static void what_is_no_escape_stays(void **state)
{
	(void)state;
	assert_decoded("", "");
	assert_decoded("$ ${x} $(y) `z` \"q\"", "$ ${x} $(y) `z` \"q\"");
	assert_decoded("\\q\\9\\`", "\\q\\9\\`");
	assert_decoded("a\\", "a\\");
}

static void what_an_escape_stands_for_is_protected(void **state)
{
	const char *answers[] = { "`x`", "$(reboot).org", "", "$(x)`y`" };
	struct prompt_facts facts = some_facts();

	(void)state;
	facts.cwd = "/tmp/$(reboot)`x`\\${y}";
	facts.ctx = answers;
	assert_decoded_with(facts, "\\w", "/tmp/\\$(reboot)\\`x\\`\\\\\\${y}");
	assert_decoded_with(facts, "\\W", "\\$(reboot)\\`x\\`\\\\\\${y}");
	assert_decoded_with(facts, "\\h \\u", "\\$(reboot) \\`x\\`");
	assert_decoded_with(
	    facts, "\\{branch:<\\{branch}>}", "<\\$(x)\\`y\\`>");
	assert_decoded("\\044x \\140 \\134 \\\\", "\\$x \\` \\\\ \\\\");
	assert_decoded("\\D{$(x)}", "\\$(x)");
}

static void control_characters_in_names_are_harmless(void **state)
{
	const char *answers[] = { "", "", "", "a\033[2J\001b" };
	struct prompt_facts facts = some_facts();

	(void)state;
	assert_folder("/tmp/\033[2J\n\001", "", 0, "/tmp/^[[2J^J^A");
	facts.ctx = answers;
	assert_decoded_with(facts, "\\{branch}", "a^[[2J^Ab");
}

static void values_in_braces(void **state)
{
	struct prompt_facts facts = some_facts();

	(void)state;
	facts.took_us = 125000000;
	facts.remote = true;
	assert_decoded_with(facts,
	    "\\{branch}|\\{duration}|\\{folder}|\\{jobs}|\\{running}|"
	    "\\{stopped}|\\{ssh}|\\{status}",
	    "main|2 min 5 s|~/src/jsh/doc|3 stopped, 2 running|2|3|ssh|130");
}

static void what_is_not_worth_mentioning_is_empty(void **state)
{
	const char *answers[] = { "", "", "", "" };
	struct prompt_facts facts = some_facts();

	(void)state;
	facts.ctx = answers;
	facts.took_us = 999999;
	facts.running = facts.stopped = 0;
	facts.status = 0;
	assert_decoded_with(facts,
	    "<\\{branch}\\{duration}\\{jobs}\\{running}\\{stopped}\\{ssh}"
	    "\\{status}>",
	    "<>");
	facts.took_us = 1000000;
	facts.running = 1;
	assert_decoded_with(facts, "\\{duration} \\{jobs}", "1.0 s 1 running");
	facts.running = 0;
	facts.stopped = 1;
	assert_decoded_with(facts, "\\{jobs}", "1 stopped");
}

static void text_after_a_colon_is_only_there_with_the_value(void **state)
{
	struct prompt_facts facts = some_facts();

	(void)state;
	assert_decoded("\\{status:[\\{status}] \\u:$x}$", "[130] mary:$x$");
	assert_decoded("\\{ssh:\\u@\\h }$", "$");
	assert_decoded("\\{branch:${x:-\\{jobs: a} b}}c",
	    "${x:- a b}c"); /* braces belong together */
	assert_decoded("\\{branch:}|\\{branch:\\D{%Y}}", "|2001");
	facts.status = 0;
	assert_decoded_with(facts, "\\{status:\\{branch:x}}y", "y");
	facts.status = 128 + SIGTSTP;
	facts.stopped = 0;
	assert_decoded_with(facts, "\\{failure}", "148");
	facts.stopped = 1;
	assert_decoded_with(facts, "\\{failure}", "");
	facts.status = 1;
	assert_decoded_with(facts, "\\{failure}", "1");
}

static void colours_only_where_the_terminal_has_them(void **state)
{
	struct prompt_facts facts = some_facts();

	(void)state;
	assert_decoded("\\{red:\\{status}}$ \\{bold:x}", "130$ x");
	facts.colours = true;
	assert_decoded_with(facts, "\\{red:\\{status}}$",
	    "\001\033[31m\002130\001\033[39m\002$");
	assert_decoded_with(facts, "\\{bold:a\\{cyan:b}c}",
	    "\001\033[1m\002a\001\033[36m\002b\001\033[39m\002c"
	    "\001\033[22m\002");
}

static void braces_that_mean_nothing_stay(void **state)
{
	(void)state;
	assert_decoded("\\{}\\{nope}\\{nope:\\u}\\{branch",
	    "\\{}\\{nope}\\{nope:mary}\\{branch");
	assert_decoded("\\{red}\\{:x}", "\\{red}\\{:x}");
	assert_decoded("{\\u}", "{mary}");
}

static void nesting_is_bounded(void **state)
{
	struct strbuf prompt = STRBUF_INIT, result = STRBUF_INIT;
	struct prompt_facts facts = some_facts();
	size_t i;

	(void)state;
	for (i = 0; i < 10000; i++)
		strbuf_adds(&prompt, "\\{branch:");
	for (i = 0; i < 10000; i++)
		strbuf_addc(&prompt, '}');
	prompt_escape(&result, prompt.s, &facts);
	assert_int_equal(result.len, prompt.len - 20 * strlen("\\{branch:}"));
	strbuf_fini(&prompt);
	strbuf_fini(&result);
}

static void assert_short(const char *cwd, size_t columns, const char *expected)
{
	struct prompt_facts facts = some_facts();

	facts.cwd = cwd;
	facts.home = "/home/mary";
	facts.columns = columns;
	assert_decoded_with(facts, "\\{folder}", expected);
}

static void long_folder_loses_its_middle(void **state)
{
	(void)state;
	assert_short("/home/mary/project/source/deep/tree", 78,
	    "~/project/source/deep/tree");
	assert_short("/home/mary/project/source/deep/tree", 75,
	    "~/.../source/deep/tree");
	assert_short("/usr/share/doc/project/x", 54, "/usr/.../project/x");
	assert_short("/usr/share/doc/project/x", 53, "/usr/.../x");
	assert_short("/home/mary/abcdefghijklmnopqrst", 45, "abcdef...opqrst");
	assert_short("/work/tree/project", 33, ".../project");
	assert_short("/work/tree/project", 0, "/work/tree/project");
	assert_short("/", 1, "/");
	assert_short("/abcdefghijklmnop", 1, "/ab...mnop");
	/* Columns count, not bytes */
	assert_short("/home/mary/\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9/b",
	    30, "~/\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9/b");
}

static void long_branch_loses_its_middle(void **state)
{
	const char *answers[] = { "", "", "",
		"feature/a-very-long-name-it-is" };
	struct prompt_facts facts = some_facts();

	(void)state;
	facts.ctx = answers;
	facts.columns = 60;
	assert_decoded_with(facts, "\\{branch}", "feature/...ame-it-is");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_user_host_shell_terminal),
		cmocka_unit_test(home_is_a_tilde),
		cmocka_unit_test(last_folder_alone),
		cmocka_unit_test(only_so_many_folders_are_kept),
		cmocka_unit_test(jobs_are_counted_apart),
		cmocka_unit_test(numbers_and_status),
		cmocka_unit_test(sign_is_a_hash_for_root),
		cmocka_unit_test(times_and_dates),
		cmocka_unit_test(characters),
		cmocka_unit_test(what_is_no_escape_stays),
		cmocka_unit_test(what_an_escape_stands_for_is_protected),
		cmocka_unit_test(control_characters_in_names_are_harmless),
		cmocka_unit_test(values_in_braces),
		cmocka_unit_test(what_is_not_worth_mentioning_is_empty),
		cmocka_unit_test(
		    text_after_a_colon_is_only_there_with_the_value),
		cmocka_unit_test(colours_only_where_the_terminal_has_them),
		cmocka_unit_test(braces_that_mean_nothing_stay),
		cmocka_unit_test(nesting_is_bounded),
		cmocka_unit_test(long_folder_loses_its_middle),
		cmocka_unit_test(long_branch_loses_its_middle),
	};

	(void)setenv("TZ", "UTC", 1);
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
