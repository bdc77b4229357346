/*
 * delays.c - a library for LD_PRELOAD that makes programs wait at odd moments
 *
 * JSH_DELAYS="PERCENT:MICROSECONDS:NAME,NAME" makes the programs of these names
 * sleep before and after system calls, as if others had the processor meanwhile:
 * in so many of a hundred places, up to that long. They also sleep when they begin
 * and when they end. A shell's children are slow too until they are programs, and
 * then if their names are there. A script goes by its interpreter's name: ptyrun by
 * python3.
 *
 * Nothing may depend on how long a step takes: what fails with this is a race, of
 * the shell or of the test. See tests/lib/stress.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Its inline versions of some calls are in the way of ours. */
#undef _FORTIFY_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* What is slow: result, name, parameters, arguments. */
/* clang-format off */
#define CALLS(CALL) \
	CALL(int, dup2, (int a, int b), (a, b)) \
	CALL(int, execve, (const char *a, char *const b[], char *const c[]), (a, b, c)) \
	CALL(int, fflush, (FILE *a), (a)) \
	CALL(pid_t, fork, (void), ()) \
	CALL(int, kill, (pid_t a, int b), (a, b)) \
	CALL(int, killpg, (pid_t a, int b), (a, b)) \
	CALL(int, pause, (void), ()) \
	CALL(int, pipe2, (int a[2], int b), (a, b)) \
	CALL(int, poll, (struct pollfd *a, nfds_t b, int c), (a, b, c)) \
	CALL(int, pselect, (int a, fd_set *b, fd_set *c, fd_set *d, \
	    const struct timespec *e, const sigset_t *f), (a, b, c, d, e, f)) \
	CALL(ssize_t, read, (int a, void *b, size_t c), (a, b, c)) \
	CALL(int, select, (int a, fd_set *b, fd_set *c, fd_set *d, \
	    struct timeval *e), (a, b, c, d, e)) \
	CALL(ssize_t, sendmsg, (int a, const struct msghdr *b, int c), (a, b, c)) \
	CALL(int, setpgid, (pid_t a, pid_t b), (a, b)) \
	CALL(int, sigaction, (int a, const struct sigaction *b, \
	    struct sigaction *c), (a, b, c)) \
	CALL(int, sigprocmask, (int a, const sigset_t *b, sigset_t *c), (a, b, c)) \
	CALL(int, sigsuspend, (const sigset_t *a), (a)) \
	CALL(int, tcsetattr, (int a, int b, const struct termios *c), (a, b, c)) \
	CALL(int, tcsetpgrp, (int a, pid_t b), (a, b)) \
	CALL(pid_t, wait4, (pid_t a, int *b, int c, struct rusage *d), (a, b, c, d)) \
	CALL(int, waitid, (idtype_t a, id_t b, siginfo_t *c, int d), (a, b, c, d)) \
	CALL(pid_t, waitpid, (pid_t a, int *b, int c), (a, b, c)) \
	CALL(ssize_t, write, (int a, const void *b, size_t c), (a, b, c)) \
	CALL(ssize_t, writev, (int a, const struct iovec *b, int c), (a, b, c))
/* clang-format on */

static unsigned percent, microseconds; /* both 0: this program is not slow */

/* NOLINTBEGIN(bugprone-macro-parentheses): types, and lists in parentheses */

static struct {
#define POINTER(type, name, parameters, arguments) type(*name) parameters;
	CALLS(POINTER)
	int (*clone)(int (*)(void *), void *, int, void *, ...);
} next;

/* At the first call: other libraries may begin before this one. */
static void find(void *function, const char *name)
{
	void *symbol = dlsym(RTLD_NEXT, name);

	/* The way from an object's address to a function's that ISO C has. */
	memcpy(function, &symbol, sizeof symbol);
}

/* Sleep, or not; with no call that is slow itself. */
static void delay(void)
{
	static unsigned seed;
	struct timespec now, time = { 0 };
	unsigned luck;
	int saved = errno;

	if (!percent)
		return;
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	seed = seed * 1103515245U + (unsigned)now.tv_nsec + (unsigned)getpid();
	luck = seed >> 8;
	if (luck % 100 < percent) {
		luck = luck / 100 % 1000 * (microseconds / 1000);
		time.tv_sec = luck / 1000000;
		time.tv_nsec = (long)(luck % 1000000) * 1000;
		(void)syscall(SYS_nanosleep, &time, NULL);
	}
	errno = saved;
}

static bool is_named(const char *names)
{
	const char *name = program_invocation_short_name;
	size_t len;

	if (*name == '-') /* a login shell */
		name++;
	len = strlen(name);
	for (; names; names = strchr(names, ',')) {
		names += *names == ',';
		if (strncmp(names, name, len) == 0 && strchr(",", names[len]))
			return true;
	}
	return false;
}

__attribute__((constructor)) static void begin(void)
{
	char *rest, *plan = getenv("JSH_DELAYS");

	if (!plan)
		return;
	percent = (unsigned)strtoul(plan, &rest, 10);
	if (*rest == ':')
		microseconds = (unsigned)strtoul(rest + 1, &rest, 10);
	if (*rest != ':')
		abort();
	if (!is_named(rest + 1))
		percent = 0;
	delay();
}

__attribute__((destructor)) static void end(void)
{
	delay();
}

#define DEFINE(type, name, parameters, arguments)                              \
	type name parameters                                                   \
	{                                                                      \
		type result;                                                   \
                                                                               \
		if (!next.name)                                                \
			find(&next.name, #name);                               \
		delay();                                                       \
		result = next.name arguments;                                  \
		delay();                                                       \
		return result;                                                 \
	}

/* The C library's own names of parameters are reserved. */
/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name) */

CALLS(DEFINE)

int clone(int (*function)(void *), void *stack, int flags, void *arg, ...)
{
	int pid;

	if (!next.clone)
		find(&next.clone, "clone");
	delay();
	pid = next.clone(function, stack, flags, arg);
	delay();
	return pid;
}

void _exit(int status)
{
	delay();
	(void)syscall(SYS_exit_group, status);
	abort(); /* never reached */
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
/* NOLINTEND(bugprone-macro-parentheses) */
