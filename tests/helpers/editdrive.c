/*
 * editdrive.c - drive one line editor on its terminal, for the screen tests
 *
 *	editdrive [-d MODULE_DIR] [-p PROMPT] [-w] [EDITOR]
 *
 * Prints what each read_line() returned: LINE<...>, INTERRUPTED, LEFT<...>,
 * END. SIGINT interrupts, SIGWINCH resizes; SIGUSR1 brings a notice, once all that
 * was typed has been read; SIGUSR2 makes the editor leave. -w makes the first line wait for SIGUSR2 before it
 * is read, so that a test can type ahead. The lines "vi" and "emacs" choose how
 * to edit. Tab completes the names of files, unquoted.
 *
 * It complains in capitals when an editor breaks a promise: terminal modes or
 * signal dispositions changed, a descriptor that children would inherit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/mem.h"
#include "edit/editor.h"

enum { SIGNAL_LIMIT = 32, FD_LIMIT = 64 };

static int pipe_ends[2]; /* the handler needs it */

struct driver {
	int notices;
	bool notice_due;
	bool leave; /* said until it is done */
	bool hung_up;
	struct sigaction actions[SIGNAL_LIMIT];
	struct termios modes;
};

static void on_signal(int signo)
{
	unsigned char byte = (unsigned char)signo;

	(void)!write(pipe_ends[1], &byte, 1);
}

static void install(int signo, int flags)
{
	struct sigaction action = { .sa_handler = on_signal,
		.sa_flags = flags };

	(void)sigemptyset(&action.sa_mask);
	if (sigaction(signo, &action, NULL) < 0)
		exit(3);
}

static void save_promises(struct driver *driver)
{
	int signo;

	for (signo = 1; signo < SIGNAL_LIMIT; signo++)
		(void)sigaction(signo, NULL, &driver->actions[signo]);
	(void)tcgetattr(STDIN_FILENO, &driver->modes);
}

static void check_signals(const struct driver *driver)
{
	int signo;

	for (signo = 1; signo < SIGNAL_LIMIT; signo++) {
		struct sigaction now;

		if (sigaction(signo, NULL, &now) == 0 &&
		    now.sa_handler != driver->actions[signo].sa_handler)
			(void)dprintf(
			    STDERR_FILENO, "HANDLER CHANGED: %d\n", signo);
	}
}

static void check_promises(const struct driver *driver)
{
	struct termios now;
	int fd;

	check_signals(driver);
	if (tcgetattr(STDIN_FILENO, &now) == 0 &&
	    (now.c_lflag != driver->modes.c_lflag ||
		now.c_iflag != driver->modes.c_iflag ||
		now.c_oflag != driver->modes.c_oflag ||
		memcmp(now.c_cc, driver->modes.c_cc, NCCS) != 0))
		(void)dprintf(STDERR_FILENO, "MODES CHANGED\n");
	for (fd = STDERR_FILENO + 1; fd < FD_LIMIT; fd++) {
		int flags = fcntl(fd, F_GETFD);

		if (flags >= 0 && !(flags & FD_CLOEXEC))
			(void)dprintf(STDERR_FILENO, "FD LEAKS: %d\n", fd);
	}
}

/* Take note of the signals that came. True when *EVENT is to be told now. */
static bool take_signal(struct driver *driver, enum edit_wait *event)
{
	unsigned char signo;

	while (read(pipe_ends[0], &signo, 1) == 1) {
		if (signo == SIGUSR1) {
			driver->notice_due = true;
		} else if (signo == SIGUSR2) {
			driver->leave = true;
		} else if (signo == SIGINT || signo == SIGWINCH) {
			*event = signo == SIGINT ? EDIT_WAIT_INTERRUPT
						 : EDIT_WAIT_RESIZE;
			return true;
		} else {
			driver->hung_up = true;
		}
	}
	*event = EDIT_WAIT_END;
	return driver->hung_up;
}

static enum edit_wait drive_wait(void *ctx, int fd)
{
	struct driver *driver = ctx;
	struct pollfd fds[] = { { pipe_ends[0], POLLIN, 0 },
		{ fd, POLLIN, 0 } };
	enum edit_wait event;

	check_signals(driver);
	for (;;) {
		bool due =
		    driver->notice_due || driver->leave || driver->hung_up;

		if (poll(fds, 2, due ? 0 : -1) < 0 && errno != EINTR)
			exit(3);
		if (take_signal(driver, &event))
			return event;
		if (driver->leave)
			return EDIT_WAIT_LEAVE;
		if (fds[1].revents)
			return EDIT_WAIT_INPUT;
		if (driver->notice_due) {
			driver->notice_due = false;
			return EDIT_WAIT_NOTICE;
		}
	}
}

static char *drive_take_notice(void *ctx)
{
	struct driver *driver = ctx;

	return xasprintf("NOTICE %d\n", ++driver->notices);
}

static void drive_complete(
    void *ctx, const char *line, size_t cursor, struct edit_completion *result)
{
	glob_t found;
	char *pattern;

	(void)ctx;
	result->begin = cursor;
	while (result->begin && line[result->begin - 1] != ' ')
		result->begin--;
	pattern = xasprintf(
	    "%.*s*", (int)(cursor - result->begin), line + result->begin);
	if (glob(pattern, 0, NULL, &found) == 0) {
		result->count = found.gl_pathc;
		result->candidates =
		    xcalloc(result->count, sizeof *result->candidates);
		for (size_t i = 0; i < result->count; i++) {
			const char *name = found.gl_pathv[i];

			result->candidates[i] =
			    (struct edit_candidate){ xstrdup(name),
				    xstrdup(" "), xstrdup(name), NULL };
		}
		globfree(&found);
	}
	free(pattern);
}

static void take_line(
    struct editor *editor, const struct editor_ops *ops, const char *line)
{
	(void)dprintf(STDERR_FILENO, "LINE<%s>\n", line);
	if (strcmp(line, "vi") == 0)
		ops->set_vi(editor, true);
	else if (strcmp(line, "emacs") == 0)
		ops->set_vi(editor, false);
	else if (*line)
		ops->add_history(editor, line);
}

static void drive(struct driver *driver, struct editor *editor,
    const struct editor_ops *ops, const char *prompt)
{
	enum edit_result result;
	char *initial = NULL;

	do {
		char *line = NULL;

		result = ops->read_line(editor, "", prompt, initial, &line);
		free(initial);
		initial = NULL;
		driver->leave = false;
		check_promises(driver);
		switch (result) {
		case EDIT_LINE:
			take_line(editor, ops, line);
			break;
		case EDIT_END:
			break;
		case EDIT_INTERRUPTED:
			(void)dprintf(STDERR_FILENO, "INTERRUPTED\n");
			break;
		case EDIT_LEFT:
			(void)dprintf(STDERR_FILENO, "LEFT<%s>\n", line);
			initial = line;
			line = NULL;
			break;
		}
		free(line);
	} while (result != EDIT_END);
}

/* Until SIGUSR2, or the terminal is gone. What is typed stays unread. */
static void wait_for_leave(struct driver *driver)
{
	enum edit_wait event;

	do
		event = drive_wait(driver, -1);
	while (event != EDIT_WAIT_LEAVE && event != EDIT_WAIT_END);
	driver->leave = false;
}

int main(int argc, char **argv)
{
	const char *module_dir = ".", *prompt = "$ ";
	struct driver driver = { .notices = 0 };
	struct edit_host host = { .ctx = &driver,
		.wait = drive_wait,
		.take_notice = drive_take_notice,
		.complete = drive_complete };
	const struct editor_ops *ops;
	struct editor *editor;
	bool wait_first = false;
	char *warning;
	int option;

	while ((option = getopt(argc, argv, "d:p:w")) != -1) {
		if (option == 'd')
			module_dir = optarg;
		else if (option == 'p')
			prompt = optarg;
		else if (option == 'w')
			wait_first = true;
		else
			return 2;
	}
	(void)setlocale(LC_CTYPE, "");
	if (!fd_pipe_high(pipe_ends) ||
	    fcntl(pipe_ends[0], F_SETFL, O_NONBLOCK) < 0)
		return 3;
	install(SIGINT, 0); /* as the shell does: all but this restart */
	install(SIGUSR1, SA_RESTART);
	install(SIGUSR2, SA_RESTART);
	install(SIGWINCH, SA_RESTART);
	install(SIGHUP, SA_RESTART);
	save_promises(&driver);
	editor = editor_open(argv[optind], module_dir, &host, STDIN_FILENO,
	    STDERR_FILENO, &ops, &warning);
	if (warning)
		(void)dprintf(STDERR_FILENO, "WARNING<%s>\n", warning);
	free(warning);
	(void)dprintf(STDERR_FILENO, "EDITOR<%s>\n", ops->name);
	if (wait_first) {
		(void)dprintf(STDERR_FILENO, "WAITING\n");
		wait_for_leave(&driver);
	}
	drive(&driver, editor, ops, prompt);
	ops->close(editor);
	check_promises(&driver);
	(void)dprintf(STDERR_FILENO, "END\n");
	wait_for_leave(&driver);
	return 0;
}
