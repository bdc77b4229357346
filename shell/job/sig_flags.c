/*
 * sig_flags.c - which signals have come: flags, and a pipe that wakes who waits
 *
 * The flags are one lock-free word: a handler may be interrupted by another one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/sig_flags.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/fdio.h"

static _Atomic unsigned long long pending;
static _Atomic unsigned long long from_terminal; /* of the pending ones */
static _Atomic bool child_was_sent;
static _Atomic unsigned child_count;
static volatile sig_atomic_t wake_write_fd = -1;
static int wake_read_fd = -1;

static unsigned long long bit(int signo)
{
	return 1ULL << (signo - 1);
}

void sig_flags_open(void)
{
	int ends[2];

	if (wake_read_fd >= 0 || !fd_pipe_high(ends))
		return; /* tried again by the next caller */
	(void)fcntl(ends[0], F_SETFL, O_NONBLOCK);
	(void)fcntl(ends[1], F_SETFL, O_NONBLOCK);
	wake_read_fd = ends[0];
	wake_write_fd = ends[1];
}

void sig_flags_close(void)
{
	atomic_store(&pending, 0);
	atomic_store(&from_terminal, 0);
	if (wake_read_fd < 0)
		return;
	(void)close(wake_read_fd);
	(void)close(wake_write_fd);
	wake_read_fd = wake_write_fd = -1;
}

void sig_raise_flag(int signo)
{
	int saved_errno = errno;

	atomic_fetch_or(&pending, bit(signo));
	/* A full pipe wakes as well as one more byte. */
	if (wake_write_fd >= 0)
		(void)!write(wake_write_fd, "", 1);
	errno = saved_errno;
}

void sig_raise_flag_from(int signo, const siginfo_t *info)
{
	if (info->si_code == SI_KERNEL)
		atomic_fetch_or(&from_terminal, bit(signo));
	sig_raise_flag(signo);
}

void sig_raise_child_flag(const siginfo_t *info)
{
	atomic_fetch_add(&child_count, 1);
	if (info->si_code <= 0)
		atomic_store(&child_was_sent, true);
	sig_raise_flag(SIGCHLD);
}

bool sig_is_pending(int signo)
{
	return atomic_load(&pending) & bit(signo);
}

bool sig_take(int signo)
{
	if (!sig_is_pending(signo))
		return false;
	atomic_fetch_and(&pending, ~bit(signo));
	atomic_fetch_and(&from_terminal, ~bit(signo));
	return true;
}

bool sig_any_pending(void)
{
	return atomic_load(&pending) != 0;
}

bool sig_came_from_terminal(int signo)
{
	return atomic_load(&from_terminal) & bit(signo);
}

bool sig_take_sent_child(void)
{
	return atomic_exchange(&child_was_sent, false);
}

unsigned sig_child_count(void)
{
	return atomic_load(&child_count);
}

int sig_wake_fd(void)
{
	return wake_read_fd;
}

void sig_drain(void)
{
	char bytes[256];

	if (wake_read_fd < 0)
		return;
	while (read(wake_read_fd, bytes, sizeof bytes) == sizeof bytes)
		continue;
}
