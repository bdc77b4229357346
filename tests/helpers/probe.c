/*
 * probe.c - a program for tests: says what a shell gave it, and misbehaves
 *
 * Usage: probe VERB [ARGUMENT] [VERB [ARGUMENT]]... - done in that order, then
 * it exits with status 0. Each line of output is one write.
 *
 *   say TEXT       print TEXT
 *   ids            print "pid N ppid N pgrp N sid N tpgid N" (tpgid: the
 *                  foreground group of /dev/tty, -1 without a terminal)
 *   signals        print three lines, "ignored: INT QUIT", "blocked: ...",
 *                  "caught: ..."
 *   fds            print "fds: 0 1 2", the open descriptors
 *   ignore SIG     from here on the signal is ignored, ...
 *   default SIG    ... does what it does by default, ...
 *   catch SIG      ... is caught and printed: "caught INT"
 *   block SIG      the signal is blocked
 *   raise SIG      send it to itself; goes on when it comes back
 *   raw            terminal of standard input to raw mode, no echo
 *   read           read a line from standard input and print "read: LINE", or
 *                  "end of file", or "read failed: Input/output error"
 *   read-tty       the same from /dev/tty
 *   wait N         until N signals have been caught, since the start
 *   pause          for ever
 *   child          fork: the child does the rest, the parent waits for it and
 *                  ends as it ended
 *   session        fork twice: a grandchild in a new session does the rest
 *   exit N         exit with status N
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/signames.h"
#include "base/strbuf.h"

/* Built with AddressSanitizer it is not to look for leaks at its end, nor to
 * catch signals of its own: tests look at the signals of a probe. */
/* NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer's name for it */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_sigfpe=0";
}

static volatile sig_atomic_t caught_count;

static _Noreturn void fail(const char *what)
{
	(void)dprintf(STDERR_FILENO, "probe: %s: %s\n", what, strerror(errno));
	exit(2);
}

static void print(struct strbuf *line)
{
	strbuf_addc(line, '\n');
	if (write(STDOUT_FILENO, line->s, line->len) < 0)
		fail("write");
	strbuf_fini(line);
}

static int signal_number(const char *name)
{
	int signo = signame_parse(name);

	if (signo > 0)
		return signo;
	errno = EINVAL;
	fail(name);
}

static long number(const char *text)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (end != text && !*end)
		return n;
	errno = EINVAL;
	fail(text);
}

/* What the shell gave. */

static void do_say(const char *text)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_adds(&line, text);
	print(&line);
}

static void do_ids(const char *unused)
{
	struct strbuf line = STRBUF_INIT;
	int tty = open("/dev/tty", O_RDONLY | O_CLOEXEC);

	(void)unused;
	strbuf_addf(&line, "pid %ld ppid %ld pgrp %ld sid %ld tpgid %ld",
	    (long)getpid(), (long)getppid(), (long)getpgrp(), (long)getsid(0),
	    tty < 0 ? -1L : (long)tcgetpgrp(tty));
	if (tty >= 0)
		(void)close(tty);
	print(&line);
}

static void print_signal_set(const char *title, const char *mask)
{
	struct strbuf line = STRBUF_INIT;
	unsigned long long bits = strtoull(mask, NULL, 16);
	int signo;

	strbuf_adds(&line, title);
	for (signo = 1; signo < signame_limit(); signo++) {
		if (bits >> (signo - 1) & 1 && signame(signo))
			strbuf_addf(&line, " %s", signame(signo));
	}
	print(&line);
}

static void do_signals(const char *unused)
{
	static const struct {
		const char *key, *title;
	} sets[] = {
		{ "SigIgn:\t", "ignored:" },
		{ "SigBlk:\t", "blocked:" },
		{ "SigCgt:\t", "caught:" },
	};
	char text[8192];
	size_t len, i;
	FILE *status = fopen("/proc/self/status", "re");

	(void)unused;
	if (!status)
		fail("/proc/self/status");
	len = fread(text, 1, sizeof text - 1, status);
	text[len] = '\0';
	(void)fclose(status); /* only read from */
	for (i = 0; i < sizeof sets / sizeof *sets; i++) {
		const char *found = strstr(text, sets[i].key);

		if (found)
			print_signal_set(
			    sets[i].title, found + strlen(sets[i].key));
	}
}

static void do_fds(const char *unused)
{
	struct strbuf line = STRBUF_INIT;
	int fd;

	(void)unused;
	strbuf_adds(&line, "fds:");
	for (fd = 0; fd < 1024; fd++) {
		if (fcntl(fd, F_GETFD) >= 0)
			strbuf_addf(&line, " %d", fd);
	}
	print(&line);
}

/* Signals. */

static void on_signal(int signo)
{
	const char *name = sigabbrev_np(signo);
	char text[32] = "caught ";
	size_t len = strlen(text);

	while (name && *name && len < sizeof text - 1)
		text[len++] = *name++;
	text[len++] = '\n';
	caught_count = caught_count + 1;
	(void)!write(STDOUT_FILENO, text, len);
}

static void set_action(const char *name, void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler,
		.sa_flags = SA_RESTART };

	if (sigaction(signal_number(name), &action, NULL) < 0)
		fail(name);
}

static void do_ignore(const char *name)
{
	set_action(name, SIG_IGN);
}

static void do_default(const char *name)
{
	set_action(name, SIG_DFL);
}

static void do_catch(const char *name)
{
	set_action(name, on_signal);
}

static void do_block(const char *name)
{
	sigset_t set;

	(void)sigemptyset(&set);
	(void)sigaddset(&set, signal_number(name));
	(void)sigprocmask(SIG_BLOCK, &set, NULL);
}

static void do_raise(const char *name)
{
	(void)raise(signal_number(name));
}

static void wait_for_signals(long count)
{
	sigset_t all, before;

	(void)sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, &before);
	while (caught_count < count)
		(void)sigsuspend(&before); /* returns after each handler */
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
}

static void do_wait(const char *count)
{
	wait_for_signals(number(count));
}

static _Noreturn void do_pause(const char *unused)
{
	(void)unused;
	for (;;)
		(void)pause();
}

/* The terminal. */

static void do_raw(const char *unused)
{
	struct termios modes;

	(void)unused;
	if (tcgetattr(STDIN_FILENO, &modes) < 0)
		fail("raw");
	cfmakeraw(&modes);
	if (tcsetattr(STDIN_FILENO, TCSANOW, &modes) < 0)
		fail("raw");
}

static void print_line_from(int fd)
{
	struct strbuf line = STRBUF_INIT;
	char c = '\0';
	ssize_t n;

	strbuf_adds(&line, "read: ");
	while ((n = read(fd, &c, 1)) > 0 && c != '\n')
		strbuf_addc(&line, c);
	if (n < 0) {
		strbuf_reset(&line);
		strbuf_addf(&line, "read failed: %s", strerror(errno));
	} else if (n == 0) {
		strbuf_reset(&line);
		strbuf_adds(&line, "end of file");
	}
	print(&line);
}

static void do_read(const char *unused)
{
	(void)unused;
	print_line_from(STDIN_FILENO);
}

static void do_read_tty(const char *unused)
{
	int fd = open("/dev/tty", O_RDONLY | O_CLOEXEC);

	(void)unused;
	if (fd < 0)
		fail("/dev/tty");
	print_line_from(fd);
	(void)close(fd); /* only read from */
}

/* Processes. */

static void do_child(const char *unused)
{
	int status;
	pid_t pid = fork();

	(void)unused;
	if (pid < 0)
		fail("fork");
	if (pid == 0)
		return;
	while (waitpid(pid, &status, 0) < 0) {
		if (errno != EINTR)
			fail("waitpid");
	}
	if (WIFSIGNALED(status))
		exit(128 + WTERMSIG(status));
	exit(WEXITSTATUS(status));
}

/* Ends in the grandchild; the middle process is the session's leader and ends
 * at once, so that the grandchild is nobody's child. */
static void do_session(const char *unused)
{
	pid_t pid = fork();

	(void)unused;
	if (pid < 0)
		fail("fork");
	if (pid > 0) {
		if (waitpid(pid, NULL, 0) < 0)
			fail("waitpid");
		exit(0);
	}
	if (setsid() < 0)
		fail("setsid");
	pid = fork();
	if (pid < 0)
		fail("fork");
	if (pid > 0)
		_exit(0);
}

static _Noreturn void do_exit(const char *status)
{
	exit((int)number(status));
}

static const struct verb {
	const char *name;
	bool has_argument;
	void (*action)(const char *argument);
} verbs[] = {
	{ "block", true, do_block },
	{ "catch", true, do_catch },
	{ "child", false, do_child },
	{ "default", true, do_default },
	{ "exit", true, do_exit },
	{ "fds", false, do_fds },
	{ "ids", false, do_ids },
	{ "ignore", true, do_ignore },
	{ "pause", false, do_pause },
	{ "raise", true, do_raise },
	{ "raw", false, do_raw },
	{ "read", false, do_read },
	{ "read-tty", false, do_read_tty },
	{ "say", true, do_say },
	{ "session", false, do_session },
	{ "signals", false, do_signals },
	{ "wait", true, do_wait },
};

static const struct verb *find_verb(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	}
	return NULL;
}

int main(int argc, char **argv)
{
	int i = 1;

	while (i < argc) {
		const struct verb *verb = find_verb(argv[i]);

		if (!verb || (verb->has_argument && i + 1 == argc)) {
			(void)dprintf(STDERR_FILENO,
			    "probe: %s: no such verb, or no argument\n",
			    argv[i]);
			return 2;
		}
		verb->action(verb->has_argument ? argv[i + 1] : NULL);
		i += verb->has_argument ? 2 : 1;
	}
	return 0;
}
