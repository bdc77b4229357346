/*
 * hold.h - processes held by descriptors (pidfd), not by their numbers
 *
 * A pid may be given to another process once its own has ended and been reaped.
 * A descriptor never means another process: so it is opened first, then it is
 * checked that the pid still is the process that was meant (its start time), and
 * then only the descriptor is used.
 *
 * pidfd_open(2).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_HOLD_H
#define JSH_JOB_HOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "job/tree.h"

struct held {
	pid_t pid;
	unsigned long long start_ticks;
	bool owns_group; /* as the snapshot had it */
	int fd;          /* -1: it has ended */
};

struct hold {
	struct held *items;
	size_t count, cap;
	size_t living;
	int poll_fd; /* can be read when one has ended; -1: nothing is held */
};

void hold_init(struct hold *hold);
void hold_fini(struct hold *hold);

/* Hold PROCESS as a snapshot has it. False with errno; ESRCH when it has ended
 * since, whoever has its number now. */
bool hold_add(struct hold *hold, const struct tree_process *process)
    __attribute__((warn_unused_result));

/* The one that has this number now. */
bool hold_add_pid(struct hold *hold, pid_t pid)
    __attribute__((warn_unused_result));

/* This very process, if it is among those held, ended or not; else NULL. */
const struct held *hold_find(
    const struct hold *hold, const struct tree_process *process);

/* Signal one. False with errno; ESRCH when it has ended. */
bool hold_signal(const struct held *held, int signo);

/* Look who has ended. Does not block. */
void hold_update(struct hold *hold);

/* Do not wait for HELD any longer. */
void hold_release(struct hold *hold, struct held *held);

#endif
