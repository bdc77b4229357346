/*
 * after.h - commands that wait for the end of a job (after %1 CMD)
 *
 * The job core knows no commands: a job is only marked as watched, and the
 * commands are kept here with its generation. Its end is noted while children
 * are reaped; exec/run_trap runs what is due at safe points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_STATE_AFTER_H
#define JSH_STATE_AFTER_H

#include <stdbool.h>

struct job;
struct shell;

struct after {
	unsigned long generation; /* of the job */
	char *command;            /* owned */
	int status;               /* the job's; only if due */
	bool due;
	struct after *next;
};

struct after_list {
	struct after *first; /* in the order in which they were given */
	bool any_due;
};

/* Run COMMAND when JOB has ended; if it has, at the next safe point. */
void after_add(struct shell *sh, struct job *job, const char *command);

/* JOB, which is watched, has ended. */
void after_job_ended(struct shell *sh, const struct job *job);

/* The next command that is due, with the job's status: heap text; NULL if there
 * is none. */
char *after_take(struct shell *sh, int *status);

/* Forget all: the start of a subshell, and the end. */
void after_forget(struct shell *sh);

#endif
