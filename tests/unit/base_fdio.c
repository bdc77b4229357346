/*
 * base_fdio.c - tests of base/fdio
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/fdio.h"

enum { LOW_FD = 7 }; /* a descriptor of the user's range, free in a test */

struct place {
	char dir[sizeof "/tmp/jsh-fdio-XXXXXX"];
	char file[sizeof "/tmp/jsh-fdio-XXXXXX/file"];
};

static int make_place(void **state)
{
	struct place *place = malloc(sizeof *place);

	if (!place)
		return -1;
	strcpy(place->dir, "/tmp/jsh-fdio-XXXXXX");
	if (!mkdtemp(place->dir)) {
		free(place);
		return -1;
	}
	(void)snprintf(place->file, sizeof place->file, "%s/file", place->dir);
	(void)close(LOW_FD);
	*state = place;
	return 0;
}

static int remove_place(void **state)
{
	struct place *place = *state;

	(void)close(LOW_FD);
	(void)unlink(place->file);
	(void)rmdir(place->dir);
	free(place);
	return 0;
}

static void make_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_true(fd_write_all(fd, text, strlen(text)));
	assert_int_equal(close(fd), 0);
}

static void assert_holds(const char *path, const char *expected)
{
	char text[64] = "";
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_true(read(fd, text, sizeof text - 1) >= 0);
	assert_string_equal(text, expected);
	(void)close(fd);
}

static void a_pipe_is_above_9_and_close_on_exec(void **state)
{
	int ends[2], i;
	char c = 0;

	(void)state;
	assert_true(fd_pipe_high(ends));
	for (i = 0; i < 2; i++) {
		assert_true(ends[i] >= 10);
		assert_int_equal(fcntl(ends[i], F_GETFD), FD_CLOEXEC);
	}
	assert_true(fd_write_all(ends[1], "x", 1));
	assert_int_equal(read(ends[0], &c, 1), 1);
	assert_int_equal(c, 'x');
	(void)close(ends[0]);
	(void)close(ends[1]);
}

static void moving_up_closes_the_old_descriptor(void **state)
{
	int high;

	(void)state;
	assert_int_equal(dup2(STDERR_FILENO, LOW_FD), LOW_FD);
	high = fd_move_high(LOW_FD);
	assert_true(high >= 10);
	assert_int_equal(fcntl(high, F_GETFD), FD_CLOEXEC);
	assert_int_equal(fcntl(LOW_FD, F_GETFD), -1);
	assert_int_equal(errno, EBADF);
	(void)close(high);
}

static void moving_a_closed_descriptor_is_ebadf(void **state)
{
	(void)state;
	assert_int_equal(fd_move_high(LOW_FD), -1);
	assert_int_equal(errno, EBADF);
}

static void a_failed_write_says_why(void **state)
{
	int ends[2];

	(void)state;
	assert_true(fd_pipe_high(ends));
	(void)close(ends[0]);
	(void)signal(SIGPIPE, SIG_IGN);
	assert_false(fd_write_all(ends[1], "x", 1));
	assert_int_equal(errno, EPIPE);
	(void)signal(SIGPIPE, SIG_DFL);
	(void)close(ends[1]);
}

static void open_places_the_file_for_the_command_to_inherit(void **state)
{
	struct place *place = *state;
	struct fd_action action = { FD_OPEN, LOW_FD, -1,
		O_WRONLY | O_CREAT | O_TRUNC, place->file };

	assert_int_equal(fd_action_apply(&action), 0);
	assert_int_equal(fcntl(LOW_FD, F_GETFD), 0);
	assert_true(fd_write_all(LOW_FD, "out", 3));
	assert_holds(place->file, "out");
}

static void open_reports_a_missing_file(void **state)
{
	struct place *place = *state;
	struct fd_action action = { FD_OPEN, LOW_FD, -1, O_RDONLY,
		place->file };

	assert_int_equal(fd_action_apply(&action), ENOENT);
	assert_int_equal(fcntl(LOW_FD, F_GETFD), -1);
}

static void noclobber_refuses_an_existing_file_unharmed(void **state)
{
	struct place *place = *state;
	struct fd_action action = { FD_OPEN_NOCLOBBER, LOW_FD, -1,
		O_WRONLY | O_CREAT | O_TRUNC, place->file };

	make_file(place->file, "precious");
	assert_int_equal(fd_action_apply(&action), EEXIST);
	assert_holds(place->file, "precious");
}

static void noclobber_lets_a_device_be_written_to(void **state)
{
	struct fd_action action = { FD_OPEN_NOCLOBBER, LOW_FD, -1,
		O_WRONLY | O_CREAT | O_TRUNC, "/dev/null" };

	(void)state;
	assert_int_equal(fd_action_apply(&action), 0);
	assert_true(fd_write_all(LOW_FD, "x", 1));
}

static void dup_copies_the_users_descriptor_only(void **state)
{
	struct fd_action action = { FD_DUP, LOW_FD, STDERR_FILENO, 0, NULL };
	int own = fd_copy_high(STDERR_FILENO);

	(void)state;
	assert_int_equal(fd_action_apply(&action), 0);
	assert_int_equal(fcntl(LOW_FD, F_GETFD), 0);
	action.source = own;
	assert_int_equal(fd_action_apply(&action), EBADF);
	action.type = FD_PLACE;
	assert_int_equal(fd_action_apply(&action), 0);
	assert_int_equal(fcntl(LOW_FD, F_GETFD), 0);
	(void)close(own);
}

static void closing_what_is_not_open_is_no_error(void **state)
{
	struct fd_action action = { FD_CLOSE, LOW_FD, -1, 0, NULL };

	(void)state;
	assert_int_equal(fd_action_apply(&action), 0);
	assert_int_equal(fd_action_apply(&action), 0);
}

static void only_what_is_no_plain_file_may_block(void **state)
{
	struct place *place = *state;
	struct fd_action action = { FD_OPEN, LOW_FD, -1, O_RDONLY,
		place->file };

	assert_false(fd_action_may_block(&action)); /* is not there */
	make_file(place->file, "");
	assert_false(fd_action_may_block(&action));
	assert_int_equal(unlink(place->file), 0);
	assert_int_equal(mkfifo(place->file, 0600), 0);
	assert_true(fd_action_may_block(&action));
	action.path = "/dev/null";
	assert_false(fd_action_may_block(&action));
}

#define WITH_PLACE(test)                                                       \
	cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pipe_is_above_9_and_close_on_exec),
		WITH_PLACE(moving_up_closes_the_old_descriptor),
		WITH_PLACE(moving_a_closed_descriptor_is_ebadf),
		cmocka_unit_test(a_failed_write_says_why),
		WITH_PLACE(open_places_the_file_for_the_command_to_inherit),
		WITH_PLACE(open_reports_a_missing_file),
		WITH_PLACE(noclobber_refuses_an_existing_file_unharmed),
		WITH_PLACE(noclobber_lets_a_device_be_written_to),
		WITH_PLACE(dup_copies_the_users_descriptor_only),
		WITH_PLACE(closing_what_is_not_open_is_no_error),
		WITH_PLACE(only_what_is_no_plain_file_may_block),
	};

	return cmocka_run_group_tests_name("base_fdio", tests, NULL, NULL);
}
