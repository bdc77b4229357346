/*
 * edit_plain.c - tests of the editor without a library, over pipes and files
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
	int in[2];  /* what the editor reads: a pipe */
	int out[2]; /* what it writes */
	struct edit_host host;
	struct editor *editor;
	const enum edit_wait *events; /* to be told; then always INPUT */
	int waits; /* how often that was asked for, where it matters */
	const char *notice;
	char *line;
	char shown[256];
};

static enum edit_wait next_event(void *ctx, int fd)
{
	struct fixture *f = ctx;

	assert_int_equal(fd, f->in[0]);
	if (f->events && *f->events != EDIT_WAIT_INPUT)
		return *f->events++;
	return EDIT_WAIT_INPUT;
}

/* There was a line; then came ^C, and the terminal's driver forgot it. */
static enum edit_wait a_line_and_an_interrupt(void *ctx, int fd)
{
	struct fixture *f = ctx;

	(void)fd;
	return f->waits++ ? EDIT_WAIT_INTERRUPT : EDIT_WAIT_INPUT;
}

static char *take_notice(void *ctx)
{
	const struct fixture *f = ctx;

	return f->notice ? strdup(f->notice) : NULL;
}

static void *a_fixture(void)
{
	struct fixture *f = calloc(1, sizeof *f);

	assert_non_null(f);
	assert_int_equal(pipe2(f->in, O_CLOEXEC), 0);
	assert_int_equal(pipe2(f->out, O_CLOEXEC), 0);
	return f;
}

static int make_fixture(void **state)
{
	struct fixture *f = a_fixture();

	f->host = (struct edit_host){
		.ctx = f, .wait = next_event, .take_notice = take_notice
	};
	f->editor = edit_plain.open(&f->host, f->in[0], f->out[1]);
	*state = f;
	return f->editor ? 0 : -1;
}

static int remove_fixture(void **state)
{
	struct fixture *f = *state;

	edit_plain.close(f->editor);
	(void)close(f->in[0]);
	if (f->in[1] >= 0)
		(void)close(f->in[1]);
	(void)close(f->out[0]);
	(void)close(f->out[1]);
	free(f->line);
	free(f);
	return 0;
}

static void type(const struct fixture *f, const char *text)
{
	size_t len = strlen(text);

	assert_int_equal(write(f->in[1], text, len), len);
}

static void end_input(struct fixture *f)
{
	assert_int_equal(close(f->in[1]), 0);
	f->in[1] = -1;
}

static enum edit_result read_line(struct fixture *f, const char *initial)
{
	free(f->line);
	f->line = NULL;
	return edit_plain.read_line(f->editor, "", "$ ", initial, &f->line);
}

/* What the editor has written since the last call. */
static const char *shown(struct fixture *f)
{
	ssize_t n;

	assert_int_equal(fcntl(f->out[0], F_SETFL, O_NONBLOCK), 0);
	n = read(f->out[0], f->shown, sizeof f->shown - 1);
	f->shown[n < 0 ? 0 : n] = '\0';
	return f->shown;
}

static void a_line_comes_without_its_newline(void **state)
{
	struct fixture *f = *state;

	type(f, "echo one\n");
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "echo one");
	assert_string_equal(shown(f), "$ ");
}

static void an_empty_line_is_a_line(void **state)
{
	struct fixture *f = *state;

	type(f, "\n");
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "");
}

static void no_byte_beyond_the_newline_is_taken_from_a_pipe(void **state)
{
	struct fixture *f = *state;
	char rest[16] = "";

	type(f, "cat\nfor cat\n");
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_int_equal(read(f->in[0], rest, sizeof rest), 8);
	assert_string_equal(rest, "for cat\n");
}

static void a_files_offset_is_put_behind_the_newline(void **state)
{
	struct fixture *f = *state;
	char name[] = "/tmp/jsh-plain-XXXXXX";
	int fd = mkstemp(name);

	assert_true(fd >= 0);
	assert_int_equal(unlink(name), 0);
	assert_int_equal(write(fd, "one\ntwo\n", 8), 8);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	assert_int_equal(dup2(fd, f->in[0]), f->in[0]);
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "one");
	assert_int_equal(lseek(fd, 0, SEEK_CUR), 4);
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "two");
	assert_int_equal(read_line(f, NULL), EDIT_END);
	assert_int_equal(close(fd), 0);
}

static void a_line_longer_than_any_buffer_is_whole(void **state)
{
	struct fixture *f = *state;
	char text[5002];

	memset(text, 'x', 5000);
	strcpy(text + 5000, "\n");
	type(f, text);
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_int_equal(strlen(f->line), 5000);
	assert_int_equal(strspn(f->line, "x"), 5000);
}

static void an_unfinished_last_line_counts(void **state)
{
	struct fixture *f = *state;

	type(f, "exit 3");
	end_input(f);
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "exit 3");
	assert_int_equal(read_line(f, NULL), EDIT_END);
	assert_null(f->line);
}

static void a_nul_is_skipped(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(write(f->in[1], "a\0b\n", 4), 4);
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "ab");
}

static void a_read_error_ends_and_drops_the_text(void **state)
{
	struct fixture *f = *state;

	/* As a terminal that is gone: reading a directory fails. */
	int fd = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(dup2(fd, f->in[0]), f->in[0]);
	assert_int_equal(read_line(f, "rm -r"), EDIT_END);
	assert_null(f->line);
	assert_int_equal(close(fd), 0);
}

static void a_notice_stands_in_rows_of_its_own(void **state)
{
	static const enum edit_wait events[] = { EDIT_WAIT_NOTICE,
		EDIT_WAIT_RESIZE, EDIT_WAIT_INPUT };
	struct fixture *f = *state;

	f->events = events;
	f->notice = "[1]+  Done\n";
	type(f, "ls\n");
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "ls");
	assert_string_equal(shown(f), "$ \n[1]+  Done\n$ ");
}

static void an_interrupt_drops_the_line(void **state)
{
	static const enum edit_wait events[] = { EDIT_WAIT_INTERRUPT,
		EDIT_WAIT_INPUT };
	struct fixture *f = *state;

	f->events = events;
	assert_int_equal(read_line(f, "rm "), EDIT_INTERRUPTED);
	assert_null(f->line);
	type(f, "ls\n");
	assert_int_equal(read_line(f, NULL), EDIT_LINE);
	assert_string_equal(f->line, "ls");
}

static void a_line_that_an_interrupt_threw_away_is_not_waited_for(void **state)
{
	struct fixture *f = *state;
	int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), terminal;

	assert_true(master >= 0);
	assert_int_equal(grantpt(master), 0);
	assert_int_equal(unlockpt(master), 0);
	terminal = open(ptsname(master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(terminal >= 0);
	assert_int_equal(dup2(terminal, f->in[0]), f->in[0]);
	f->host.wait = a_line_and_an_interrupt;
	(void)alarm(20); /* ends a read that blocks, and the test */
	assert_int_equal(read_line(f, NULL), EDIT_INTERRUPTED);
	(void)alarm(0);
	assert_int_equal(f->waits, 2);
	assert_int_equal(close(terminal), 0);
	assert_int_equal(close(master), 0);
}

static void what_was_read_survives_leaving(void **state)
{
	static const enum edit_wait events[] = { EDIT_WAIT_LEAVE,
		EDIT_WAIT_INPUT };
	struct fixture *f = *state;

	f->events = events;
	assert_int_equal(read_line(f, "echo "), EDIT_LEFT);
	assert_string_equal(f->line, "echo ");
	assert_string_equal(shown(f), "$ echo \n");
	type(f, "hi\n");
	assert_int_equal(read_line(f, "echo "), EDIT_LINE);
	assert_string_equal(f->line, "echo hi");
}

static void a_terminal_that_is_gone_is_the_end(void **state)
{
	static const enum edit_wait events[] = { EDIT_WAIT_END,
		EDIT_WAIT_INPUT };
	struct fixture *f = *state;

	f->events = events;
	assert_int_equal(read_line(f, NULL), EDIT_END);
}

static void marks_of_a_prompt_are_not_shown(void **state)
{
	struct fixture *f = *state;

	type(f, "\n");
	assert_int_equal(edit_plain.read_line(f->editor, "",
			     "up\n\001\033[1m\002> ", NULL, &f->line),
	    EDIT_LINE);
	assert_string_equal(shown(f), "up\n\033[1m> ");
}

#define TEST(function)                                                         \
	cmocka_unit_test_setup_teardown(function, make_fixture, remove_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_comes_without_its_newline),
		TEST(an_empty_line_is_a_line),
		TEST(no_byte_beyond_the_newline_is_taken_from_a_pipe),
		TEST(a_files_offset_is_put_behind_the_newline),
		TEST(a_line_longer_than_any_buffer_is_whole),
		TEST(an_unfinished_last_line_counts),
		TEST(a_nul_is_skipped),
		TEST(a_read_error_ends_and_drops_the_text),
		TEST(a_notice_stands_in_rows_of_its_own),
		TEST(an_interrupt_drops_the_line),
		TEST(a_line_that_an_interrupt_threw_away_is_not_waited_for),
		TEST(what_was_read_survives_leaving),
		TEST(a_terminal_that_is_gone_is_the_end),
		TEST(marks_of_a_prompt_are_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
