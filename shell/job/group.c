/*
 * group.c - the processes of a job that are not its members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/group.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/procfs.h"
#include "job/job.h"

/* Pids yet to be looked at. */
struct worklist {
	pid_t *pids;
	size_t count;
	size_t cap;
};

static void add(struct worklist *list, const pid_t *pids, size_t count)
{
	if (list->count + count > list->cap) {
		list->cap = 2 * (list->count + count);
		list->pids =
		    xreallocarray(list->pids, list->cap, sizeof *list->pids);
	}
	if (count)
		memcpy(list->pids + list->count, pids, count * sizeof *pids);
	list->count += count;
}

static void add_children(struct worklist *list, pid_t pid)
{
	size_t count;
	pid_t *children = proc_children(pid, &count);

	add(list, children, count);
	free(children);
}

static bool is_moving(pid_t pid, pid_t pgid)
{
	struct proc_stat stat;

	return proc_stat_read(pid, &stat) && stat.pgrp == pgid &&
	       !strchr("TtZX", stat.state);
}

bool group_is_moving(const struct job *job)
{
	struct worklist list = { NULL, 0, 0 };
	const struct process *p;
	bool moving = false;

	for (p = job->first; p; p = p->next)
		if (!process_is_gone(p))
			add_children(&list, p->pid);
	while (list.count && !moving) {
		pid_t pid = list.pids[--list.count];

		moving = is_moving(pid, job->pgid);
		if (!moving)
			add_children(&list, pid);
	}
	free(list.pids);
	return moving;
}
