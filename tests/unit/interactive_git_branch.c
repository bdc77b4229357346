/*
 * interactive_git_branch.c - tests of interactive/git_branch
 *
 * In a folder of their own, where the files of repositories are made by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "interactive/git_branch.h"

static char place[] = "/tmp/jsh-branch-XXXXXX";

static void make_folder(const char *name)
{
	assert_int_equal(mkdir(name, 0755), 0);
}

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "we");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static int begin(void **state)
{
	(void)state;
	if (!mkdtemp(place) || chdir(place) < 0)
		return -1;
	make_folder("repo");
	make_folder("repo/.git");
	return chdir("repo");
}

static int end(void **state)
{
	char *command = xasprintf("rm -rf %s", place);
	int status = chdir("/") < 0 || system(command) != 0 ? -1 : 0;

	(void)state;
	free(command);
	(void)strcpy(strrchr(place, '-'), "-XXXXXX");
	return status;
}

/* EXPECTED may be NULL. */
static void assert_branch(const char *expected)
{
	char *branch = git_branch(NULL);

	if (expected) {
		assert_non_null(branch);
		assert_string_equal(branch, expected);
	} else {
		assert_null(branch);
	}
	free(branch);
}

static void assert_head(const char *head, const char *expected)
{
	write_file(".git/HEAD", head);
	assert_branch(expected);
}

static void head_names_the_branch(void **state)
{
	(void)state;
	assert_head("ref: refs/heads/main\n", "main");
	assert_head("ref: refs/heads/feature/x\n", "feature/x");
	assert_head("ref: refs/bisect/bad\n", "bisect/bad");
	assert_head("ref: refs/heads/no-newline", "no-newline");
}

static void detached_head_is_the_beginning_of_the_commit(void **state)
{
	(void)state;
	assert_head("0123456789abcdef0123456789abcdef01234567\n", "0123456");
}

static void anything_else_is_no_branch(void **state)
{
	(void)state;
	assert_head("", NULL);
	assert_head("ref: refs/heads/\n", NULL);
	assert_head("0123456\n", NULL);
	assert_head("nonsense\n", NULL);
	/* The file's content where the real refs are in tables */
	assert_head("ref: refs/heads/.invalid\n", NULL);
}

static void folders_above_count(void **state)
{
	(void)state;
	write_file(".git/HEAD", "ref: refs/heads/main\n");
	make_folder("a");
	make_folder("a/b");
	assert_int_equal(chdir("a/b"), 0);
	assert_branch("main");
}

static void no_repository_no_branch(void **state)
{
	(void)state;
	assert_int_equal(chdir(".."), 0);
	assert_branch(NULL);
	assert_int_equal(chdir("/"), 0);
	assert_branch(NULL);
}

static void link_leads_to_where_it_is(void **state)
{
	(void)state;
	write_file(".git/HEAD", "ref: refs/heads/main\n");
	make_folder("a");
	assert_int_equal(symlink("repo/a", "../link"), 0);
	assert_int_equal(chdir("../link"), 0);
	assert_branch("main");
}

static void file_names_the_repository(void **state)
{
	(void)state;
	make_folder(".git/worktrees");
	make_folder(".git/worktrees/w");
	write_file(".git/worktrees/w/HEAD", "ref: refs/heads/side\n");
	write_file(".git/HEAD", "ref: refs/heads/main\n");
	make_folder("w");
	write_file("w/.git", "gitdir: ../.git/worktrees/w\n");
	make_folder("w/sub");
	assert_int_equal(chdir("w/sub"), 0);
	assert_branch("side");
	write_file("../.git", "nonsense\n");
	assert_branch("main"); /* that above it */
}

static void given_repository_is_the_one(void **state)
{
	char *folder = xasprintf("%s/repo/.git", place);
	char *branch;

	(void)state;
	write_file(".git/HEAD", "ref: refs/heads/main\n");
	assert_int_equal(chdir("/"), 0);
	branch = git_branch(folder);
	assert_string_equal(branch, "main");
	free(branch);
	free(folder);
	assert_null(git_branch("/nowhere"));
}

static void what_is_no_file_is_not_waited_for(void **state)
{
	(void)state;
	assert_int_equal(mkfifo(".git/HEAD", 0644), 0);
	assert_branch(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    head_names_the_branch, begin, end),
		cmocka_unit_test_setup_teardown(
		    detached_head_is_the_beginning_of_the_commit, begin, end),
		cmocka_unit_test_setup_teardown(
		    anything_else_is_no_branch, begin, end),
		cmocka_unit_test_setup_teardown(
		    folders_above_count, begin, end),
		cmocka_unit_test_setup_teardown(
		    no_repository_no_branch, begin, end),
		cmocka_unit_test_setup_teardown(
		    link_leads_to_where_it_is, begin, end),
		cmocka_unit_test_setup_teardown(
		    file_names_the_repository, begin, end),
		cmocka_unit_test_setup_teardown(
		    given_repository_is_the_one, begin, end),
		cmocka_unit_test_setup_teardown(
		    what_is_no_file_is_not_waited_for, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
