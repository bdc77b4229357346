/*
 * edit_open.c - tests of choosing an editor, and of what is said about it
 *
 * The library editors themselves need a terminal: tests/interactive/editor.bats.
 * Here a pair of pseudo-terminals is enough to be asked for, and the module is a
 * file that is none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "edit/editor.h"

struct fixture {
	int terminal; /* the side that a shell would have */
	int master;
	char dir[sizeof "/tmp/jsh-editor-XXXXXX"];
	char module[sizeof "/tmp/jsh-editor-XXXXXX/edit_readline.so"];
	char *warning;
	const struct editor_ops *ops;
};

static enum edit_wait wait_never(void *ctx, int fd)
{
	(void)ctx;
	(void)fd;
	return EDIT_WAIT_END;
}

static char *no_notice(void *ctx)
{
	(void)ctx;
	return NULL;
}

static const struct edit_host host = { .wait = wait_never,
	.take_notice = no_notice };

static int make_fixture(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	if (!f)
		return -1;
	*state = f;
	f->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (f->master < 0 || grantpt(f->master) < 0 || unlockpt(f->master) < 0)
		return -1;
	f->terminal = open(ptsname(f->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	strcpy(f->dir, "/tmp/jsh-editor-XXXXXX");
	if (f->terminal < 0 || !mkdtemp(f->dir))
		return -1;
	(void)snprintf(
	    f->module, sizeof f->module, "%s/edit_readline.so", f->dir);
	return 0;
}

static int remove_fixture(void **state)
{
	struct fixture *f = *state;

	(void)unlink(f->module);
	(void)rmdir(f->dir);
	(void)close(f->terminal);
	(void)close(f->master);
	free(f->warning);
	free(f);
	return 0;
}

static void make_broken_module(const struct fixture *f)
{
	int fd = open(f->module, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, "no ELF\n", 7), 7);
	assert_int_equal(close(fd), 0);
}

/* Open for CHOICE and close again; ops and warning stay. */
static void open_editor(struct fixture *f, const char *choice, int in, int out)
{
	struct editor *editor;

	editor =
	    editor_open(choice, f->dir, &host, in, out, &f->ops, &f->warning);
	assert_non_null(editor);
	f->ops->close(editor);
}

static void plain_is_had_by_name(void **state)
{
	struct fixture *f = *state;

	open_editor(f, "plain", f->terminal, f->terminal);
	assert_string_equal(f->ops->name, "plain");
	assert_null(f->warning);
}

static void without_modules_the_default_is_plain_without_a_word(void **state)
{
	struct fixture *f = *state;

	open_editor(f, NULL, f->terminal, f->terminal);
	assert_string_equal(f->ops->name, "plain");
	assert_null(f->warning);
}

static void an_empty_choice_is_the_default(void **state)
{
	struct fixture *f = *state;

	open_editor(f, "", f->terminal, f->terminal);
	assert_string_equal(f->ops->name, "plain");
	assert_null(f->warning);
}

static void an_unknown_name_is_named_in_the_warning(void **state)
{
	struct fixture *f = *state;

	open_editor(f, "ed", f->terminal, f->terminal);
	assert_string_equal(f->ops->name, "plain");
	assert_non_null(f->warning);
	assert_string_equal(
	    f->warning, "JSH_EDITOR: ed: not readline, libedit or plain");
}

static void a_module_asked_for_and_missing_is_warned_of(void **state)
{
	struct fixture *f = *state;

	open_editor(f, "libedit", f->terminal, f->terminal);
	assert_string_equal(f->ops->name, "plain");
	assert_non_null(f->warning);
	assert_non_null(strstr(f->warning, "edit_libedit.so"));
}

static void a_broken_module_is_warned_of_also_by_default(void **state)
{
	struct fixture *f = *state;

	make_broken_module(f);
	open_editor(f, NULL, f->terminal, f->terminal);
	assert_string_equal(f->ops->name, "plain");
	assert_non_null(f->warning);
	assert_non_null(strstr(f->warning, "edit_readline.so"));
}

static void what_is_no_terminal_gets_plain_without_a_word(void **state)
{
	struct fixture *f = *state;
	int ends[2];

	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	open_editor(f, "readline", ends[0], f->terminal);
	assert_string_equal(f->ops->name, "plain");
	assert_null(f->warning);
	open_editor(f, "readline", f->terminal, ends[1]);
	assert_string_equal(f->ops->name, "plain");
	assert_null(f->warning);
	assert_int_equal(close(ends[0]), 0);
	assert_int_equal(close(ends[1]), 0);
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, make_fixture, remove_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(plain_is_had_by_name),
		TEST(without_modules_the_default_is_plain_without_a_word),
		TEST(an_empty_choice_is_the_default),
		TEST(an_unknown_name_is_named_in_the_warning),
		TEST(a_module_asked_for_and_missing_is_warned_of),
		TEST(a_broken_module_is_warned_of_also_by_default),
		TEST(what_is_no_terminal_gets_plain_without_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
