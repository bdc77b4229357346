/*
 * tree.c - who descends from whom: the processes of the system at one moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static int compare_pids(const void *a, const void *b)
{
	const struct tree_process *first = a, *second = b;

	return (first->pid > second->pid) - (first->pid < second->pid);
}

bool tree_read(struct tree *tree)
{
	size_t count;
	pid_t *pids = proc_pids(&count);

	*tree = (struct tree){ NULL, 0 };
	if (!pids)
		return false;
	tree->all = xreallocarray(NULL, count, sizeof *tree->all);
	for (size_t i = 0; i < count; i++) {
		struct tree_process *next = &tree->all[tree->count];

		*next = (struct tree_process){ .pid = pids[i] };
		/* One that ends meanwhile is left out. */
		if (proc_stat_read(pids[i], &next->stat))
			tree->count++;
	}
	free(pids);
	qsort(tree->all, tree->count, sizeof *tree->all, compare_pids);
	return true;
}

void tree_fini(struct tree *tree)
{
	free(tree->all);
	*tree = (struct tree){ NULL, 0 };
}

struct tree_process *tree_find(const struct tree *tree, pid_t pid)
{
	const struct tree_process key = { .pid = pid };

	if (!tree->count)
		return NULL;
	return bsearch(
	    &key, tree->all, tree->count, sizeof *tree->all, compare_pids);
}

static void choose(struct tree_process *process, bool owns_group)
{
	process->chosen = true;
	process->owns_group = owns_group;
}

void tree_choose(struct tree *tree, pid_t pid, bool owns_group)
{
	struct tree_process *process = tree_find(tree, pid);

	if (process)
		choose(process, owns_group);
}

void tree_choose_group(struct tree *tree, pid_t pgid)
{
	for (size_t i = 0; i < tree->count; i++)
		if (tree->all[i].stat.pgrp == pgid)
			choose(&tree->all[i], true);
}

static bool is_chosen(const struct tree *tree, pid_t pid)
{
	const struct tree_process *process = tree_find(tree, pid);

	return process && process->chosen;
}

static bool leads_descendants(const struct tree *tree, pid_t pgrp)
{
	const struct tree_process *leader = tree_find(tree, pgrp);

	return leader && leader->chosen && leader->owns_group;
}

static bool descends(
    const struct tree *tree, const struct tree_process *process)
{
	const struct proc_stat *stat = &process->stat;

	return is_chosen(tree, stat->ppid) || is_chosen(tree, stat->session) ||
	       leads_descendants(tree, stat->pgrp);
}

void tree_choose_descendants(struct tree *tree)
{
	bool any = true;

	/* A child's number may be lower than its parent's, so again until no
	 * more are found; once or twice is the rule. */
	while (any) {
		any = false;
		for (size_t i = 0; i < tree->count; i++) {
			struct tree_process *process = &tree->all[i];

			if (process->chosen || !descends(tree, process))
				continue;
			choose(process, true);
			any = true;
		}
	}
}

bool tree_is_zombie(const struct tree_process *process)
{
	return strchr("ZX", process->stat.state);
}
