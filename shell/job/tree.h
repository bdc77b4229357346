/*
 * tree.h - who descends from whom: the processes of the system at one moment
 *
 * The kernel knows of each process its parent, group and session. Processes are
 * chosen by pid or by group, and then all that descend from them: also those
 * that have left the group or the session (setsid), and those whose own parent
 * has ended but whose group or session was made by one that is chosen. Only a
 * process that did neither and was handed to init cannot be told from others.
 *
 * The choice is pure: the unit tests invent processes.
 *
 * proc(5).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_TREE_H
#define JSH_JOB_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/procfs.h"

struct tree_process {
	pid_t pid;
	struct proc_stat stat;
	bool chosen;
	bool owns_group; /* the group it leads, if any, descends from it */
};

struct tree {
	struct tree_process *all; /* sorted by pid */
	size_t count;
};

/* The system as it is. False with errno when the kernel does not tell. */
bool tree_read(struct tree *tree) __attribute__((warn_unused_result));
void tree_fini(struct tree *tree);

/* NULL if there is no such process. */
struct tree_process *tree_find(const struct tree *tree, pid_t pid);

/*
 * Choose one process, if it is there; all of a group; all below the chosen. The
 * group of a single process may hold its siblings (`a | b`): then it does not
 * OWN its GROUP.
 */
void tree_choose(struct tree *tree, pid_t pid, bool owns_group);
void tree_choose_group(struct tree *tree, pid_t pgid);
void tree_choose_descendants(struct tree *tree);

/* Has it ended, though nobody has asked how? */
bool tree_is_zombie(const struct tree_process *process);

#endif
