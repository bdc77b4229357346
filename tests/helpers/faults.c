/*
 * faults.c - a library for LD_PRELOAD that makes calls fail on demand
 *
 * JSH_FAULTS="CALL:N:ERROR" makes the Nth CALL of the program, from 1, fail
 * with errno ERROR; with N+ that one and all after it. Commas separate several.
 *
 *   process   fork, clone
 *   held      fork, clone: the Nth does not fail, but says "held" on the terminal
 *             and waits for a blocked SIGINT to come
 *   fork      fork alone, which copies the program
 *   pipe      pipe2
 *   dup       dup2, and fcntl with F_DUPFD_CLOEXEC, which counts once for a
 *             descriptor that is asked for again further down
 *   write     write
 *   key       the Nth read of a terminal does not fail: right before it ^C is
 *             typed, which throws away what could have been read
 *
 * ERROR is the symbol's name: EAGAIN, EMFILE, ENOMEM, ENOSPC, EIO, EINTR. Only
 * the program itself is struck: not what it forks, nor what it starts, which does
 * not even see that this library is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Its inline versions of some calls are in the way of ours. */
#undef _FORTIFY_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum fault {
	FAULT_PROCESS,
	FAULT_HELD,
	FAULT_FORK,
	FAULT_PIPE,
	FAULT_DUP,
	FAULT_WRITE,
	FAULT_KEY,
	FAULT_COUNT
};

static const char *const fault_names[FAULT_COUNT] = { "process", "held", "fork",
	"pipe", "dup", "write", "key" };

struct plan {
	unsigned long first, last; /* which calls fail; 0: none */
	unsigned long calls;       /* so far */
	int error;
};

static struct plan plans[FAULT_COUNT];
static pid_t struck;     /* the program that was started with this library */
static int refused = -1; /* the descriptor whose copy was refused last */

static struct {
	pid_t (*fork)(void);
	int (*clone)(int (*)(void *), void *, int, void *, ...);
	int (*pipe2)(int[2], int);
	int (*dup2)(int, int);
	int (*fcntl)(int, int, ...);
	ssize_t (*write)(int, const void *, size_t);
	ssize_t (*read)(int, void *, size_t);
} next;

static void find(void *function, const char *name)
{
	void *symbol = dlsym(RTLD_NEXT, name);

	/* The way from an object's address to a function's that ISO C has. */
	memcpy(function, &symbol, sizeof symbol);
}

static int error_number(const char *name)
{
	static const int known[] = { EAGAIN, EMFILE, ENOMEM, ENOSPC, EIO,
		EINTR };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(strerrorname_np(known[i]), name) == 0)
			return known[i];
	abort();
}

/* "CALL:N:ERROR" */
static void read_plan(char *text)
{
	char *rest, *call = strtok_r(text, ":", &rest);
	char *number = strtok_r(NULL, ":", &rest);
	char *error = strtok_r(NULL, ":", &rest);
	struct plan *plan = plans;

	if (!call || !number || !error)
		abort();
	while (strcmp(fault_names[plan - plans], call) != 0)
		if (++plan == plans + FAULT_COUNT)
			abort();
	plan->first = strtoul(number, &number, 10);
	plan->last = *number == '+' ? (unsigned long)-1 : plan->first;
	plan->error = error_number(error);
}

__attribute__((constructor)) static void begin(void)
{
	char *plan, *rest, *text = getenv("JSH_FAULTS");

	find(&next.fork, "fork");
	find(&next.clone, "clone");
	find(&next.pipe2, "pipe2");
	find(&next.dup2, "dup2");
	find(&next.fcntl, "fcntl");
	find(&next.write, "write");
	find(&next.read, "read");
	struck = getpid();
	text = text ? strdup(text) : NULL;
	for (plan = text ? strtok_r(text, ",", &rest) : NULL; plan;
	     plan = strtok_r(NULL, ",", &rest))
		read_plan(plan);
	free(text);
	(void)unsetenv("JSH_FAULTS");
	(void)unsetenv("LD_PRELOAD");
}

/* Is this the call that fails? Then errno says how. */
static bool strikes(enum fault fault)
{
	struct plan *plan = &plans[fault];

	if (!plan->first || getpid() != struck)
		return false;
	plan->calls++;
	if (plan->calls < plan->first || plan->calls > plan->last)
		return false;
	errno = plan->error;
	return true;
}

static void hold(void)
{
	const struct timespec pause = { .tv_nsec = 1000000 };
	sigset_t come;

	if (!strikes(FAULT_HELD))
		return;
	(void)!next.write(STDERR_FILENO, "held\n", 5);
	while (sigpending(&come) == 0 && !sigismember(&come, SIGINT))
		(void)nanosleep(&pause, NULL);
}

/* The C library's own names of parameters are reserved. */
/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name) */

pid_t fork(void)
{
	hold();
	if (strikes(FAULT_PROCESS) || strikes(FAULT_FORK))
		return -1;
	return next.fork();
}

int clone(int (*function)(void *), void *stack, int flags, void *arg, ...)
{
	hold();
	return strikes(FAULT_PROCESS) ? -1
				      : next.clone(function, stack, flags, arg);
}

int pipe2(int ends[2], int flags)
{
	return strikes(FAULT_PIPE) ? -1 : next.pipe2(ends, flags);
}

int dup2(int fd, int copy)
{
	return strikes(FAULT_DUP) ? -1 : next.dup2(fd, copy);
}

int fcntl(int fd, int command, ...)
{
	va_list ap;
	void *arg;

	va_start(ap, command);
	arg = va_arg(ap, void *);
	va_end(ap);
	if (command != F_DUPFD_CLOEXEC)
		return next.fcntl(fd, command, arg);
	if (fd == refused) {
		errno = plans[FAULT_DUP].error;
		refused = -1;
		return -1;
	}
	if (!strikes(FAULT_DUP))
		return next.fcntl(fd, command, arg);
	refused = fd;
	return -1;
}

ssize_t write(int fd, const void *data, size_t len)
{
	return strikes(FAULT_WRITE) ? -1 : next.write(fd, data, len);
}

ssize_t read(int fd, void *to, size_t len)
{
	if (plans[FAULT_KEY].first && isatty(fd) && strikes(FAULT_KEY)) {
		(void)tcflush(fd, TCIFLUSH);
		(void)raise(SIGINT);
	}
	return next.read(fd, to, len);
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
