/*
 * wait_for.c - the waiting of `wait`
 *
 * A trap or ^C may run while it waits, and may end or start jobs: so what is
 * waited for is looked up again after each step, by pid, or by number and
 * generation.
 *
 * POSIX.1-2024 XCU wait; 2.12 Signals and Error Handling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/wait_for.h"

#include <limits.h>
#include <signal.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/signames.h"
#include "builtins/jobarg.h"
#include "job/sig.h"
#include "job/sig_flags.h"
#include "job/wait.h"

enum { STATUS_TIMEOUT = 124, STATUS_UNKNOWN = 127 };

enum look {
	LOOK_PENDING,
	LOOK_OVER,    /* the status and the pid are noted */
	LOOK_UNKNOWN, /* there is no such thing, or not any more */
};

/* The signal with a trap that has come; 0 if none has. In jsh mode the end of
 * a child, which is what is waited for, runs its trap without ending the wait.
 */
static int trapped_signal(const struct shell *sh)
{
	for (int signo = 1; signo < signame_limit(); signo++) {
		if (signo == SIGCHLD && !sh->options[OPTION_POSIX])
			continue;
		if (trap_is_due(sh, signo))
			return signo;
	}
	return 0;
}

/* Does a signal or the deadline end the wait? Signals are asked for before what
 * is waited for is looked at: it may have ended at the same time, and its status
 * can be had by another wait. */
static bool is_interrupted(struct waiting *waiting)
{
	struct shell *sh = waiting->sh;
	int signo = sig_any_pending() ? trapped_signal(sh) : 0;

	if (sh->run_traps(sh))
		waiting->status = sh->last_status;
	else if (signo)
		waiting->status = 128 + signo;
	else
		return false;
	waiting->interrupted = true;
	return true;
}

/*
 * Wait once more, unless the deadline ends it. PROCESS is the only one waited
 * for, or NULL. False when it is of no use to wait on: too late, or there are no
 * children. A script that catches no signal waits for that process alone: with
 * thousands of children, each look at all of them takes the kernel longer.
 */
static bool step(struct waiting *waiting, struct process *process)
{
	struct shell *sh = waiting->sh;

	if (!clock_left(waiting->deadline)) {
		waiting->interrupted = true;
		waiting->status = STATUS_TIMEOUT;
		return false;
	}
	if (process && waiting->deadline < 0 && !sh->jobs.event_driven &&
	    !trap_has_any(sh) && !sh->watches_children && !sig_catches_end()) {
		jobs_wait_process(&sh->jobs, process);
		return true;
	}
	return jobs_wait_step(
	    &sh->jobs, waiting->hold.poll_fd, clock_left(waiting->deadline));
}

/* `wait` tells of JOB. In a script nobody else will. */
static void tell(struct waiting *waiting, struct job *job)
{
	struct shell *sh = waiting->sh;

	waiting->pid = job_last_pid(job);
	waiting->status = job_status(job, job->pipefail);
	job->waited = true;
	if (!sh->interactive && job_state(job) == JOB_DONE)
		job_table_remove(&sh->jobs.table, job);
}

/* Has a job or process in this state been waited for? With job control one
 * that stopped has: only the user can make it go on. */
static bool is_over(const struct waiting *waiting, bool gone, bool stopped)
{
	return gone ||
	       (stopped && waiting->sh->jobs.monitor && !waiting->until_ended);
}

static enum look look_at_pid(struct waiting *waiting, pid_t pid)
{
	struct job_table *table = &waiting->sh->jobs.table;
	struct process *process = job_table_process(table, pid);
	int status = STATUS_UNKNOWN;

	if (process) {
		if (!is_over(waiting, process_is_gone(process),
			process->state == PROCESS_STOPPED))
			return LOOK_PENDING;
		status = process_status(process);
		tell(waiting, process->job);
	}
	/* Once it was told, its status is forgotten. */
	if (!job_table_kept_status(table, pid, &status) && !process)
		return LOOK_UNKNOWN;
	waiting->pid = pid;
	waiting->status = status;
	return LOOK_OVER;
}

static enum look look_at_job(
    struct waiting *waiting, const struct wanted *wanted)
{
	struct job *job =
	    job_table_by_number(&waiting->sh->jobs.table, wanted->number);

	if (!job || job->generation != wanted->generation)
		return LOOK_UNKNOWN; /* a trap has forgotten it */
	if (!is_over(waiting, job_state(job) == JOB_DONE,
		job_state(job) == JOB_STOPPED))
		return job->inherited ? LOOK_UNKNOWN : LOOK_PENDING;
	tell(waiting, job);
	/* Once it was told, the status of $! is forgotten. */
	if (wanted->pid)
		(void)job_table_kept_status(
		    &waiting->sh->jobs.table, wanted->pid, &waiting->status);
	return LOOK_OVER;
}

static enum look look_at_foreign(
    struct waiting *waiting, const struct wanted *wanted)
{
	if (waiting->hold.items[wanted->held].fd >= 0)
		return LOOK_PENDING;
	waiting->pid = wanted->pid;
	waiting->status = 0;
	return LOOK_OVER;
}

static enum look look(struct waiting *waiting, const struct wanted *wanted)
{
	switch (wanted->kind) {
	case WANTED_PID:
		return look_at_pid(waiting, wanted->pid);
	case WANTED_JOB:
		return look_at_job(waiting, wanted);
	case WANTED_FOREIGN:
		return look_at_foreign(waiting, wanted);
	case WANTED_NOTHING:
		break;
	}
	return LOOK_UNKNOWN;
}

static struct process *unreaped_member(const struct job *job)
{
	struct process *process = job->first;

	while (process->next && process_is_gone(process))
		process = process->next;
	return process;
}

/* The process by which WANTED, which is pending, goes on. */
static struct process *awaited_process(
    const struct shell *sh, const struct wanted *wanted)
{
	if (wanted->kind == WANTED_PID)
		return job_table_process(&sh->jobs.table, wanted->pid);
	return wanted->kind == WANTED_JOB
		   ? unreaped_member(
			 job_table_by_number(&sh->jobs.table, wanted->number))
		   : NULL;
}

void wait_for_any(
    struct waiting *waiting, const struct wanted *wanted, size_t count)
{
	const struct wanted *pending;

	for (;;) {
		pending = NULL;
		if (is_interrupted(waiting))
			return;
		hold_update(&waiting->hold);
		for (size_t i = 0; i < count; i++) {
			enum look seen = look(waiting, &wanted[i]);

			if (seen == LOOK_OVER)
				return;
			if (seen == LOOK_PENDING)
				pending = &wanted[i];
		}
		if (!pending)
			return;
		if (!step(waiting, count == 1
				       ? awaited_process(waiting->sh, pending)
				       : NULL))
			return;
	}
}

static struct wanted want_job(const struct job *job, pid_t pid)
{
	return (struct wanted){ .kind = WANTED_JOB,
		.pid = pid,
		.number = job->number,
		.generation = job->generation };
}

void wait_for_all_jobs(struct waiting *waiting)
{
	struct job_table *table = &waiting->sh->jobs.table;
	struct job *job;
	unsigned n = 0;

	while ((job = job_table_next(table, n)) && !waiting->interrupted) {
		struct wanted wanted = want_job(job, 0);

		n = job->number;
		wait_for_any(waiting, &wanted, 1);
	}
	if (!waiting->interrupted)
		waiting->status = 0;
}

/* A job that has ended and that no `wait` was told of: the oldest. */
static enum look look_at_next_job(struct waiting *waiting)
{
	struct shell *sh = waiting->sh;
	struct job_table *table = &sh->jobs.table;
	enum look seen = LOOK_UNKNOWN;
	struct job *job;

	/* A prompt has told of those that are forgotten. */
	if (!sh->interactive &&
	    job_table_next_kept(table, &waiting->pid, &waiting->status))
		return LOOK_OVER;
	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number)) {
		if (job->inherited)
			continue;
		if (job_state(job) == JOB_DONE && !job->waited) {
			tell(waiting, job);
			return LOOK_OVER;
		}
		if (!is_over(waiting, job_state(job) == JOB_DONE,
			job_state(job) == JOB_STOPPED))
			seen = LOOK_PENDING;
	}
	return seen;
}

void wait_for_next_job(struct waiting *waiting)
{
	(void)jobs_reap(&waiting->sh->jobs);
	while (!is_interrupted(waiting) &&
	       look_at_next_job(waiting) == LOOK_PENDING)
		if (!step(waiting, NULL))
			return;
}

static struct wanted want_spec(struct waiting *waiting, const char *spec)
{
	const struct job *job = jobarg_find(waiting->sh, "wait", spec);

	return job ? want_job(job, 0)
		   : (struct wanted){ .kind = WANTED_NOTHING };
}

/* $! of a pipeline whose status any member decides on: under pipefail. */
static bool stands_for_job(const struct process *process)
{
	const struct job *job = process->job;

	return job->pipefail && job->number && process == job->last;
}

/* -x: PID is no child of ours. */
static struct wanted want_foreign(struct waiting *waiting, pid_t pid)
{
	struct wanted wanted = {
		.kind = WANTED_FOREIGN, .pid = pid, .held = waiting->hold.count
	};

	if (!hold_add_pid(&waiting->hold, pid)) {
		diag("wait: %ld: no such process", (long)pid);
		wanted.kind = WANTED_NOTHING;
	}
	return wanted;
}

struct wanted wait_want(struct waiting *waiting, const char *operand)
{
	struct job_table *table = &waiting->sh->jobs.table;
	struct wanted wanted = { .kind = WANTED_NOTHING };
	const struct process *process;
	char *end;
	long pid;

	if (*operand == '%')
		return want_spec(waiting, operand);
	pid = strtol(operand, &end, 10);
	if (*operand < '0' || *operand > '9' || *end || pid > INT_MAX) {
		diag("wait: %s: neither a pid nor a job (%%1)", operand);
		return wanted;
	}
	wanted.pid = (pid_t)pid;
	process = job_table_process(table, wanted.pid);
	if (process && stands_for_job(process))
		return want_job(process->job, wanted.pid);
	if (process || job_table_is_kept(table, wanted.pid))
		wanted.kind = WANTED_PID;
	else if (waiting->foreign)
		return want_foreign(waiting, wanted.pid);
	else
		diag("wait: %ld: is not a child of this shell", pid);
	return wanted;
}
