/*
 * fdio.c - descriptors: whole writes, close-on-exec, the shell's own above 9
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/fdio.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bound.h"
#include "base/held.h"

bool fd_write_all(int fd, const void *data, size_t len)
{
	const char *p = data;

	while (len) {
		ssize_t n = write(fd, p, len);

		if (n >= 0) {
			p += n;
			len -= (size_t)n;
		} else if (errno == EAGAIN) {
			/* A child left the shared description non-blocking. */
			struct pollfd pfd = { fd, POLLOUT, 0 };

			if (poll(&pfd, 1, -1) < 0 && errno != EINTR)
				return false;
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}

void fd_say_bytes(const void *data, size_t len)
{
	held_write();
	(void)!fd_write_all(STDERR_FILENO, data, len);
}

void fd_say(const char *text)
{
	fd_say_bytes(text, strlen(text));
}

int fd_open_terminal(int fd)
{
	/* O_NONBLOCK on FD itself would be for all who share it. */
	char path[sizeof "/proc/self/fd/" + 3 * sizeof fd];

	(void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

bool fd_terminal_is_others(int fd)
{
	pid_t foreground = tcgetpgrp(fd);

	return foreground >= 0 && foreground != getpgrp();
}

ssize_t fd_read_terminal(int fd, void *to, size_t size)
{
	int own = fd_open_terminal(fd), saved_errno;
	ssize_t n;

	if (own < 0)
		return read(fd, to, size);
	n = read(own, to, size);
	saved_errno = errno;
	(void)close(own); /* the read is what counts */
	errno = saved_errno;
	return n;
}

int fd_copy_high(int fd)
{
	int copy = fcntl(fd, F_DUPFD_CLOEXEC, FD_SHELL_USUAL);

	if (copy < 0 && (errno == EINVAL || errno == EMFILE))
		copy = fcntl(fd, F_DUPFD_CLOEXEC, FD_SHELL_MIN);
	/* `ulimit -n` is below FD_SHELL_MIN. */
	if (copy < 0 && errno == EINVAL)
		errno = EMFILE;
	return copy;
}

bool fd_head_is_script(const char *head, size_t n)
{
	for (size_t i = 0; i < n && head[i] != '\n'; i++) {
		if (head[i] == '\0')
			return false;
	}
	return true;
}

int fd_move_high(int fd)
{
	int high = fd_copy_high(fd);
	int saved_errno = errno;

	(void)close(fd); /* the copy, or the error, is what counts */
	errno = saved_errno;
	return high;
}

/* False with errno, and both closed, when there is no room. */
static bool move_ends_high(int ends[static 2])
{
	ends[0] = fd_move_high(ends[0]);
	ends[1] = fd_move_high(ends[1]);
	if (ends[0] >= 0 && ends[1] >= 0)
		return true;
	if (ends[0] >= 0)
		(void)close(ends[0]);
	if (ends[1] >= 0)
		(void)close(ends[1]);
	return false;
}

bool fd_pipe(int ends[static 2])
{
	if (pipe2(ends, O_CLOEXEC) < 0)
		return false;
	return (ends[0] > STDERR_FILENO && ends[1] > STDERR_FILENO) ||
	       move_ends_high(ends);
}

bool fd_pipe_high(int ends[static 2])
{
	return pipe2(ends, O_CLOEXEC) == 0 && move_ends_high(ends);
}

bool fd_is_own(int fd)
{
	int flags = fcntl(fd, F_GETFD);

	return flags >= 0 && (flags & FD_CLOEXEC);
}

/* Not close-on-exec: place_opened() comes before any process is started, and has
 * no flag to clear when this is where it is wanted. */
static int open_for_now(const char *path, int flags)
{
	/* NOLINTNEXTLINE(android-cloexec-open) */
	return open(path, flags, 0666);
}

/* ">" under set -C. What exists and is no regular file is opened as it is. */
static int open_noclobber(const char *path, int flags)
{
	struct stat st;
	int fd = open_for_now(path, flags | O_CREAT | O_EXCL);

	if (fd >= 0 || errno != EEXIST)
		return fd;
	fd = open_for_now(path, flags & ~(O_CREAT | O_TRUNC));
	if (fd < 0)
		return fd;
	if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode))
		return fd;
	(void)close(fd); /* nothing was written to it */
	errno = EEXIST;
	return -1;
}

/* Put OPENED on FD; OPENED is gone. 0 or errno. */
static int place_opened(int opened, int fd)
{
	int error = 0;

	if (opened < 0)
		return errno;
	if (opened == fd)
		return 0;
	if (dup2(opened, fd) < 0)
		error = errno;
	(void)close(opened); /* the copy is what counts */
	return error;
}

/* A pipeline's ends may be above 2, see fd_pipe(). */
static int copy_descriptor(int source, int fd)
{
	if (source > STDERR_FILENO && fd_is_own(source))
		return EBADF;
	return dup2(source, fd) < 0 ? errno : 0;
}

int fd_action_apply(const struct fd_action *action)
{
	int fd = action->fd;

	switch (action->type) {
	case FD_OPEN:
		return place_opened(
		    open_for_now(action->path, action->flags), fd);
	case FD_OPEN_NOCLOBBER:
		return place_opened(
		    open_noclobber(action->path, action->flags), fd);
	case FD_DUP:
		return copy_descriptor(action->source, fd);
	case FD_PLACE:
		return dup2(action->source, fd) < 0 ? errno : 0;
	case FD_CLOSE:
		(void)close(fd); /* closing what is not open is fine */
		return 0;
	}
	return EINVAL;
}

/* Is FD one that cannot be, because of `ulimit -n`? */
static bool is_out_of_range(int fd)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_NOFILE, &limit) == 0 &&
	       (rlim_t)fd >= limit.rlim_cur;
}

const char *fd_action_culprit(
    const struct fd_action *action, int error, int *fd)
{
	*fd = action->fd;
	if (error == EBADF && is_out_of_range(action->fd))
		return NULL;
	if (error == EBUSY) /* one of the shell's own */
		return NULL;
	if (action->type == FD_DUP)
		*fd = action->source;
	return action->path;
}

bool fd_action_may_block(const struct fd_action *action)
{
	struct stat st;

	if (action->type != FD_OPEN && action->type != FD_OPEN_NOCLOBBER)
		return false;
	if (stat(action->path, &st) < 0)
		return false; /* created, or an error at once */
	return !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode) &&
	       strcmp(action->path, "/dev/null") != 0;
}
