/*
 * group.h - the processes of a job that are not its members
 *
 * A member's children and their children are in the job's group too, as a rule,
 * but not the shell's to wait for: less, when git starts it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_GROUP_H
#define JSH_JOB_GROUP_H

#include <stdbool.h>

struct job;

/* Does any process below JOB's living members, and in its group, neither stand
 * still nor have ended? False where the kernel does not tell. */
bool group_is_moving(const struct job *job);

#endif
