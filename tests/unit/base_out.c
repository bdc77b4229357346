/*
 * base_out.c - tests of base/out, base/held and base/diag: what is written, and
 * when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/held.h"
#include "base/out.h"

struct channel {
	int read_fd; /* non-blocking */
	int write_fd;
	char text[8192]; /* what was read last */
};

static int open_channel(void **state)
{
	static struct channel channel;
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) < 0)
		return -1;
	channel.read_fd = ends[0];
	channel.write_fd = ends[1];
	*state = &channel;
	return fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

static int close_channel(void **state)
{
	struct channel *channel = *state;

	return close(channel->read_fd) | close(channel->write_fd);
}

static const char *written(struct channel *channel)
{
	ssize_t n =
	    read(channel->read_fd, channel->text, sizeof channel->text - 1);

	channel->text[n > 0 ? n : 0] = '\0';
	return channel->text;
}

static void held_text_waits_for_what_is_said_next(void **state)
{
	struct channel *channel = *state;
	struct out out;

	held_add(channel->write_fd, "one ", 4);
	held_add(channel->write_fd, "two ", 4);
	assert_string_equal(written(channel), "");
	out_init(&out, channel->write_fd);
	out_puts(&out, "three");
	out_flush(&out);
	assert_string_equal(written(channel), "one two three");
	held_write();
	assert_string_equal(written(channel), "");
	out_fini(&out);
}

static void held_text_can_be_taken_for_a_prompt(void **state)
{
	struct channel *channel = *state;
	struct strbuf prompt = STRBUF_INIT;

	held_add(channel->write_fd, "[1]+  Stopped\n", 14);
	held_take(&prompt);
	held_write();
	assert_string_equal(written(channel), "");
	assert_string_equal(prompt.s, "[1]+  Stopped\n");
	strbuf_fini(&prompt);
}

static void held_text_stays_with_its_terminal(void **state)
{
	struct channel *channel = *state;

	held_add(channel->write_fd, "there", 5);
	held_add(STDERR_FILENO, "", 0);
	assert_string_equal(written(channel), "there");
}

static void text_waits_for_the_flush(void **state)
{
	struct channel *channel = *state;
	struct out out;

	out_init(&out, channel->write_fd);
	out_puts(&out, "one ");
	out_putc(&out, '2');
	out_write(&out, " three!", 6);
	out_printf(&out, " %04d", 4);
	assert_string_equal(written(channel), "");
	out_flush(&out);
	assert_string_equal(written(channel), "one 2 three 0004");
	assert_int_equal(out_finish(&out), 0);
	assert_string_equal(written(channel), "");
	out_fini(&out);
}

static void a_full_buffer_is_written_at_once(void **state)
{
	struct channel *channel = *state;
	struct out out;
	int i;

	out_init(&out, channel->write_fd);
	for (i = 0; i < 4096; i++)
		out_putc(&out, 'x');
	assert_int_equal(strlen(written(channel)), 4096);
	out_fini(&out);
}

static void a_failed_write_is_reported_once(void **state)
{
	struct out out;
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC);

	(void)state;
	assert_true(full >= 0);
	out_init(&out, full);
	out_puts(&out, "lost");
	out_flush(&out);
	out_puts(&out, "lost too");
	assert_int_equal(out_finish(&out), ENOSPC);
	assert_int_equal(out_finish(&out), 0);
	out_fini(&out);
	(void)close(full);
}

static void a_closed_descriptor_is_an_error(void **state)
{
	struct out out;

	(void)state;
	out_init(&out, -1);
	out_puts(&out, "nowhere");
	assert_int_equal(out_finish(&out), EBADF);
	out_fini(&out);
}

static void captured_output_is_kept_and_never_written(void **state)
{
	struct channel *channel = *state;
	struct out out, around;
	int i;

	out_init(&out, channel->write_fd);
	out_puts(&out, "before ");
	out_divert(&out, &around, true);
	for (i = 0; i < 10000; i++)
		out_putc(&out, 'x');
	assert_int_equal(out_finish(&out), 0);
	assert_int_equal(out.text.len, 10000);
	out_return(&out, &around);
	out_puts(&out, "after");
	out_flush(&out);
	assert_string_equal(written(channel), "before after");
	out_fini(&out);
}

static void output_within_captured_output_is_written(void **state)
{
	struct channel *channel = *state;
	struct out out, around, captured;

	out_init(&out, channel->write_fd);
	out_divert(&out, &around, true);
	out_puts(&out, "kept");
	out_divert(&out, &captured, false);
	out_puts(&out, "written");
	out_return(&out, &captured);
	assert_string_equal(written(channel), "written");
	assert_string_equal(strbuf_str(&out.text), "kept");
	out_return(&out, &around);
	out_fini(&out);
}

static void a_child_disowns_what_its_parent_has_captured(void **state)
{
	struct channel *channel = *state;
	struct out out, around;

	out_init(&out, channel->write_fd);
	out_divert(&out, &around, true);
	out_puts(&out, "the parent's");
	out_disown(&out);
	out_puts(&out, "the child's");
	out_flush(&out);
	assert_string_equal(written(channel), "the child's");
	out_return(&out, &around);
	out_fini(&out);
}

/* Does CALL write EXPECTED to standard error? */
#define assert_says(channel, call, expected)                                   \
	do {                                                                   \
		int stderr_ = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);        \
		assert_true(dup2((channel)->write_fd, STDERR_FILENO) >= 0);    \
		call;                                                          \
		(void)dup2(stderr_, STDERR_FILENO);                            \
		(void)close(stderr_);                                          \
		assert_string_equal(written(channel), expected);               \
	} while (0)

static void a_message_names_the_shell(void **state)
{
	assert_says((struct channel *)*state,
	    diag("cd: %s: %s", "/nope", "No such file or directory"),
	    "jsh: cd: /nope: No such file or directory\n");
}

static void a_message_in_a_script_names_file_and_line(void **state)
{
	struct channel *channel = *state;

	diag_set_name("build.jsh");
	diag_set_line(12);
	assert_says(channel, diag("x: not found"),
	    "build.jsh: line 12: x: not found\n");
	assert_says(
	    channel, diag_plain("no terminal"), "build.jsh: no terminal\n");
	diag_set_name("jsh");
	diag_set_line(0);
	assert_says(channel, diag("again"), "jsh: again\n");
}

static void a_message_cannot_command_the_terminal(void **state)
{
	assert_says((struct channel *)*state, diag("%s", "\x1b[2Jx\ny"),
	    "jsh: ^[[2Jx^Jy\n");
}

static void a_message_keeps_errno(void **state)
{
	errno = EAGAIN;
	assert_says((struct channel *)*state, diag("fork"), "jsh: fork\n");
	errno = EAGAIN;
	diag_plain("# a diagnostic that must leave errno alone");
	assert_int_equal(errno, EAGAIN);
}

#define WITH_CHANNEL(test)                                                     \
	cmocka_unit_test_setup_teardown(test, open_channel, close_channel)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_CHANNEL(text_waits_for_the_flush),
		WITH_CHANNEL(a_full_buffer_is_written_at_once),
		WITH_CHANNEL(a_failed_write_is_reported_once),
		WITH_CHANNEL(a_closed_descriptor_is_an_error),
		WITH_CHANNEL(captured_output_is_kept_and_never_written),
		WITH_CHANNEL(output_within_captured_output_is_written),
		WITH_CHANNEL(a_child_disowns_what_its_parent_has_captured),
		WITH_CHANNEL(a_message_names_the_shell),
		WITH_CHANNEL(a_message_in_a_script_names_file_and_line),
		WITH_CHANNEL(a_message_cannot_command_the_terminal),
		WITH_CHANNEL(a_message_keeps_errno),
		WITH_CHANNEL(held_text_waits_for_what_is_said_next),
		WITH_CHANNEL(held_text_can_be_taken_for_a_prompt),
		WITH_CHANNEL(held_text_stays_with_its_terminal),
	};

	return cmocka_run_group_tests_name("base_out", tests, NULL, NULL);
}
