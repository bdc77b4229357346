/*
 * hold.c - processes held by descriptors (pidfd), not by their numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/hold.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/pidfd.h>
#include <unistd.h>

#include "base/fdio.h"
#include "base/mem.h"

void hold_init(struct hold *hold)
{
	*hold = (struct hold){ .poll_fd = -1 };
}

void hold_release(struct hold *hold, struct held *held)
{
	if (held->fd < 0)
		return;
	/* Closing alone does not do it: a child may have a copy. */
	(void)epoll_ctl(hold->poll_fd, EPOLL_CTL_DEL, held->fd, NULL);
	(void)close(held->fd);
	held->fd = -1;
	hold->living--;
}

void hold_fini(struct hold *hold)
{
	for (size_t i = 0; i < hold->count; i++)
		hold_release(hold, &hold->items[i]);
	free(hold->items);
	if (hold->poll_fd >= 0)
		(void)close(hold->poll_fd);
	hold_init(hold);
}

static bool is_same(pid_t pid, unsigned long long start_ticks)
{
	struct proc_stat stat;

	return proc_stat_read(pid, &stat) && stat.start_ticks == start_ticks;
}

/* FD shall be polled, under the number that its item will have. */
static bool watch(struct hold *hold, int fd)
{
	struct epoll_event event = { .events = EPOLLIN,
		.data.u64 = hold->count };

	if (hold->poll_fd < 0) {
		hold->poll_fd = epoll_create1(EPOLL_CLOEXEC);
		if (hold->poll_fd >= 0)
			hold->poll_fd = fd_move_high(hold->poll_fd);
	}
	return hold->poll_fd >= 0 &&
	       epoll_ctl(hold->poll_fd, EPOLL_CTL_ADD, fd, &event) == 0;
}

static void add(struct hold *hold, struct held held)
{
	if (hold->count == hold->cap) {
		hold->cap = 2 * hold->cap + 8;
		hold->items =
		    xreallocarray(hold->items, hold->cap, sizeof *hold->items);
	}
	hold->items[hold->count++] = held;
	hold->living++;
}

bool hold_add(struct hold *hold, const struct tree_process *process)
{
	struct held held = { process->pid, process->stat.start_ticks,
		process->owns_group, pidfd_open(process->pid, 0) };
	int error = ESRCH;

	if (held.fd >= 0)
		held.fd = fd_move_high(held.fd);
	if (held.fd < 0)
		return false;
	if (is_same(held.pid, held.start_ticks)) {
		if (watch(hold, held.fd)) {
			add(hold, held);
			return true;
		}
		error = errno;
	}
	(void)close(held.fd);
	errno = error;
	return false;
}

bool hold_add_pid(struct hold *hold, pid_t pid)
{
	struct tree_process process = { .pid = pid };

	return proc_stat_read(pid, &process.stat) && hold_add(hold, &process);
}

const struct held *hold_find(
    const struct hold *hold, const struct tree_process *process)
{
	for (size_t i = 0; i < hold->count; i++)
		if (hold->items[i].pid == process->pid &&
		    hold->items[i].start_ticks == process->stat.start_ticks)
			return &hold->items[i];
	return NULL;
}

bool hold_signal(const struct held *held, int signo)
{
	errno = ESRCH;
	return held->fd >= 0 &&
	       pidfd_send_signal(held->fd, signo, NULL, 0) == 0;
}

void hold_update(struct hold *hold)
{
	struct epoll_event event;

	while (
	    hold->poll_fd >= 0 && epoll_wait(hold->poll_fd, &event, 1, 0) == 1)
		hold_release(hold, &hold->items[event.data.u64]);
}
