/*
 * process.h - one child process and what was last heard of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef JSH_JOB_PROCESS_H
#define JSH_JOB_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/hash.h"

enum process_state {
	PROCESS_RUNNING,
	PROCESS_STOPPED,
	PROCESS_EXITED,
	PROCESS_SIGNALED,
};

/* What processes have used; of a process that is gone, its children that it has
 * waited for included. */
struct usage {
	long long user_us, system_us; /* CPU time */
	long peak_kib; /* resident memory at its highest, of the largest one */
};

/* Add times; the memory becomes that of the larger one. */
void usage_add(struct usage *sum, const struct usage *usage);

struct process {
	pid_t pid;
	enum process_state state;
	int code;           /* EXITED: status; STOPPED, SIGNALED: the signal */
	bool core_dumped;   /* only of SIGNALED */
	struct usage usage; /* only when it is gone (account.h) */
	/* The rest of a stopped list (continuation.h)? */
	bool continues;
	bool pipefail; /* its awaited processes are a pipeline under pipefail */
	int relay;     /* where it is told their status; -1: told, or none */
	struct job *job;      /* that it is a member of */
	struct process *next; /* in the job, in the order of launch */
	UT_hash_handle hh;    /* in the table, by pid */
};

/* Take over what wait(2) said. */
void process_update(struct process *process, int wait_status);

/* Has it been reaped? Then its pid may belong to somebody else. */
bool process_is_gone(const struct process *process);

/*
 * The exit status of the shell's language, 0 to 255: the exit status, or
 * 128 + n for a process that signal n ended or stopped. 0 while it runs.
 */
int process_status(const struct process *process);

#endif
