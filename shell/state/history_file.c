/*
 * history_file.c - the file of the history: found, locked, appended to
 *
 * Static state: how the file was left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "state/history_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "state/history_record.h"

enum {
	LOCK_TRIES = 100, /* of 2 ms */
	LOCK_PAUSE_NS = 2 * 1000 * 1000,
	REPLACED_MAX = 10, /* so often it may be replaced under our hands */
	FOLDERS_MAX = 3,
	TAIL_SIZE = 64 * 1024, /* what others append in a moment */
	NULL_MAJOR = 1,
	NULL_MINOR = 3,
};

/* The file as this shell's last record left it: where it is still so, it ends with
 * a line. No inode: there is none. */
static struct stat left;

char *history_file_default(const char *state_home, const char *home)
{
	if (state_home && *state_home == '/')
		return xasprintf("%s/jsh/history", state_home);
	if (home && *home)
		return xasprintf("%s/.local/state/jsh/history", home);
	return NULL;
}

bool history_file_is_null(const char *path)
{
	struct stat facts;

	return stat(path, &facts) == 0 && S_ISCHR(facts.st_mode) &&
	       facts.st_rdev == makedev(NULL_MAJOR, NULL_MINOR);
}

/* Make the folder that PATH is in, and up to LEVELS - 1 above it. */
static bool make_folder_of(const char *path, int levels)
{
	const char *slash = strrchr(path, '/');
	char *folder;
	bool made;

	if (!slash || slash == path || !levels)
		return false;
	folder = xstrndup(path, (size_t)(slash - path));
	made = mkdir(folder, 0700) == 0 ||
	       (errno == ENOENT && make_folder_of(folder, levels - 1) &&
		   mkdir(folder, 0700) == 0) ||
	       errno == EEXIST; /* another shell was faster */
	free(folder);
	return made;
}

static int open_file(const char *path)
{
	/* It may be a FIFO, or a terminal. */
	const int flags =
	    O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
	int fd = open(path, flags, 0600);

	if (fd < 0 && errno == ENOENT && make_folder_of(path, FOLDERS_MAX))
		fd = open(path, flags, 0600);
	return fd;
}

static bool take_lock(int fd)
{
	const struct timespec pause = { .tv_nsec = LOCK_PAUSE_NS };

	for (int i = 0; i < LOCK_TRIES; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return true;
		if (errno != EWOULDBLOCK && errno != EINTR)
			return false; /* the file system has no locks */
		(void)nanosleep(&pause, NULL); /* a signal shortens it */
	}
	return false;
}

static bool are_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Is HERE the file that is at PATH now? */
static bool is_still_at(const char *path, const struct stat *here)
{
	struct stat there;

	return stat(path, &there) == 0 && are_same_file(&there, here);
}

/* HERE is what it was when it had been locked. */
static int lock_file(const char *path, bool *locked, struct stat *here)
{
	int error = ESTALE;

	for (int i = 0; error == ESTALE && i < REPLACED_MAX; i++) {
		int fd = open_file(path);

		if (fd < 0)
			return -1;
		*locked = take_lock(fd);
		if (fstat(fd, here) < 0)
			error = errno;
		else if (!S_ISREG(here->st_mode))
			error = EINVAL;
		else if (is_still_at(path, here))
			return fd;
		(void)close(fd);
	}
	errno = error;
	return -1;
}

int history_file_lock(const char *path, bool *locked)
{
	struct stat here;

	return lock_file(path, locked, &here);
}

/* Does the file end in the middle of a line, by a write that was cut off? */
static bool ends_inside_line(int fd, const struct stat *here)
{
	off_t size = here->st_size;
	char last;

	if (are_same_file(here, &left) && size == left.st_size)
		return false;
	return size > 0 && pread(fd, &last, 1, size - 1) == 1 && last != '\n';
}

/* To the file FD, which is HERE. */
static int write_lines(
    int fd, const struct stat *here, const char *data, size_t len)
{
	struct strbuf lines = STRBUF_INIT;
	ssize_t written;
	int error = 0;

	if (ends_inside_line(fd, here))
		strbuf_adds(&lines, HISTORY_CUT_OFF "\n");
	strbuf_add(&lines, data, len);
	do
		written = write(fd, lines.s, lines.len);
	while (written < 0 && errno == EINTR);
	if (written < 0)
		error = errno;
	else if ((size_t)written < lines.len)
		error = ENOSPC;
	left = *here;
	left.st_size += (off_t)lines.len;
	if (error)
		left.st_ino = 0;
	strbuf_fini(&lines);
	return error;
}

/*
 * FD was replaced when DATA had been written to it without the lock. Has it come
 * along into the file that is at PATH now? Who replaces a file holds the lock of
 * the old one until all of that is copied.
 */
static bool has_come_along(
    const char *path, int fd, const char *data, size_t len)
{
	size_t size = TAIL_SIZE + len;
	char *tail = xmalloc(size);
	ssize_t n = 0;
	bool found;
	int now;

	(void)take_lock(fd);
	now = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (now >= 0) {
		if (lseek(now, -(off_t)size, SEEK_END) < 0)
			(void)lseek(now, 0, SEEK_SET); /* it is shorter */
		n = read(now, tail, size);
		(void)close(now); /* it was only read */
	}
	found = n > 0 && memmem(tail, (size_t)n, data, len);
	free(tail);
	return found;
}

int history_file_append(const char *path, const char *data, size_t len)
{
	int error = ESTALE;

	for (int i = 0; i < REPLACED_MAX; i++) {
		bool locked, is_there;
		struct stat here;
		int fd = lock_file(path, &locked, &here);

		if (fd < 0)
			return errno;
		error = write_lines(fd, &here, data, len);
		/* Without the lock it may just have been replaced. */
		is_there = locked || is_still_at(path, &here) ||
			   has_come_along(path, fd, data, len);
		(void)close(fd);
		if (error || is_there)
			return error;
	}
	return error;
}
