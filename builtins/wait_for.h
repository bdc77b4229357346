/*
 * wait_for.h - the waiting of `wait`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_BUILTINS_WAIT_FOR_H
#define JSH_BUILTINS_WAIT_FOR_H

#include <stdbool.h>
#include <stddef.h>

#include "job/hold.h"
#include "state/shell.h"

struct waiting {
	struct shell *sh;
	long long deadline; /* base/clock.h; -1: none */
	bool until_ended;   /* -f: a stop is not the end */
	bool foreign;       /* -x: also pids that are not children */
	struct hold hold;   /* those */

	int status;       /* of the last that ended; 127 before */
	pid_t pid;        /* its pid; 0: none */
	bool interrupted; /* by a signal or the deadline: STATUS is what
			     `wait` ends with at once */
};

enum wanted_kind {
	WANTED_NOTHING,
	WANTED_PID,
	WANTED_JOB,
	WANTED_FOREIGN,
};

struct wanted {
	enum wanted_kind kind;
	pid_t pid;                /* of a job: $! that stands for it; 0: none */
	unsigned number;          /* of a job, with ... */
	unsigned long generation; /* ... which of that number */
	size_t held;              /* foreign: its index in waiting->hold */
};

/* What OPERAND names; nothing after a message. */
struct wanted wait_want(struct waiting *waiting, const char *operand);

/* Wait until one of them is over, or nothing is left to wait for. */
void wait_for_any(
    struct waiting *waiting, const struct wanted *wanted, size_t count);

/* Wait for the next of all jobs, and for all of them: then the status is 0. */
void wait_for_next_job(struct waiting *waiting);
void wait_for_all_jobs(struct waiting *waiting);

#endif
