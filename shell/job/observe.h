/*
 * observe.h - what the job core does and learns, told to whoever wants to know
 *
 * The trace for learners, an event log and the tests' oracle are observers.
 * With none installed an event costs one test of a pointer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_OBSERVE_H
#define JSH_JOB_OBSERVE_H

#include <sys/types.h>

struct job;

enum observed {
	OBSERVED_FORK,        /* pid: the child; pgid: its group */
	OBSERVED_SETPGID,     /* pid, pgid (done by both sides) */
	OBSERVED_TTY_GIVEN,   /* pgid: the terminal's new foreground group */
	OBSERVED_SIGNAL,      /* pgid: to this group, or pid: to this process;
				number: the signal */
	OBSERVED_WAIT,        /* pid; number: wait status as wait(2) gave it */
	OBSERVED_MODES_SAVED, /* job: its terminal modes */
	OBSERVED_MODES_RESTORED, /* job: got its modes back (fg) */
	OBSERVED_MODES_REPAIRED, /* the shell's modes were put back */
	OBSERVED_MODES_ADOPTED,  /* the terminal's modes became the shell's */
};

struct observation {
	enum observed what;
	pid_t pid;  /* 0 where it has no meaning */
	pid_t pgid; /* 0 where it has no meaning */
	int number;
	const struct job *job; /* may be NULL; borrowed during the call */
};

struct observer {
	void (*notice)(void *ctx, const struct observation *seen);
	void *ctx;
};

/* Tell OBSERVER; NULL is nobody. */
void observe(const struct observer *observer, struct observation seen);

#endif
