/*
 * wait.c - wait for background jobs
 *
 * A trap or ^C may run while it waits, and may end or start jobs: so what is
 * waited for is looked up again after each step, by pid, or by number and
 * generation.
 *
 * POSIX.1-2024 XCU wait; 2.12 Signals and Error Handling.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "builtins/builtins.h"

#include <limits.h>
#include <signal.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/signames.h"
#include "builtins/jobarg.h"
#include "builtins/opts.h"
#include "job/sig.h"
#include "job/wait.h"

enum { STATUS_UNKNOWN = 127 };

struct waiting {
	struct shell *sh;
	int status;       /* of the last operand */
	bool interrupted; /* STATUS is what `wait` ends with at once */
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

/* Does a signal end the wait? Asked before what is waited for is looked at: it
 * may have ended at the same time, and its status can be had by another wait. */
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
 * Wait once more; PROCESS is one of those waited for. False when there are no
 * children. A script that catches no signal waits for that process alone: with
 * thousands of children, each look at all of them takes the kernel longer.
 */
static bool step(struct shell *sh, struct process *process)
{
	if (sh->jobs.event_driven || trap_has_any(sh))
		return jobs_wait_step(&sh->jobs, -1);
	jobs_wait_process(&sh->jobs, process);
	return true;
}

/* JOB has ended, and `wait` is told. In a script nobody else will be. */
static void told(struct shell *sh, struct job *job)
{
	if (!sh->interactive && job_state(job) == JOB_DONE)
		job_table_remove(&sh->jobs.table, job);
}

/* Has a job or process in this state been waited for? With job control one
 * that stopped has: only the user can make it go on. */
static bool is_over(const struct shell *sh, bool gone, bool stopped)
{
	return gone || (stopped && sh->jobs.monitor);
}

static void wait_for_process(struct waiting *waiting, pid_t pid)
{
	struct shell *sh = waiting->sh;
	struct process *process;

	for (;;) {
		if (is_interrupted(waiting))
			return;
		process = job_table_process(&sh->jobs.table, pid);
		if (!process || is_over(sh, process_is_gone(process),
				    process->state == PROCESS_STOPPED))
			break;
		if (!step(sh, process))
			return;
	}
	if (process) {
		waiting->status = process_status(process);
		told(sh, process->job);
	}
	/* Once it was told, its status is forgotten. */
	if (!job_table_kept_status(&sh->jobs.table, pid, &waiting->status) &&
	    !process)
		diag("wait: %ld: is not a child of this shell", (long)pid);
}

static struct process *unreaped_member(const struct job *job)
{
	struct process *process = job->first;

	while (process->next && process_is_gone(process))
		process = process->next;
	return process;
}

static void wait_for_job(struct waiting *waiting, struct job *job)
{
	struct shell *sh = waiting->sh;
	unsigned number = job->number;
	unsigned long generation = job->generation;

	for (;;) {
		if (is_interrupted(waiting))
			return;
		job = job_table_by_number(&sh->jobs.table, number);
		if (!job || job->generation != generation)
			return; /* a trap has forgotten it */
		if (is_over(sh, job_state(job) == JOB_DONE,
			job_state(job) == JOB_STOPPED))
			break;
		if (job->inherited || !step(sh, unreaped_member(job)))
			return;
	}
	waiting->status = job_status(job, job->pipefail);
	told(sh, job);
}

/* $! stands for its whole pipeline when any member decides on the status. */
static void wait_for_pid(struct waiting *waiting, pid_t pid)
{
	struct job_table *table = &waiting->sh->jobs.table;
	struct process *process = job_table_process(table, pid);

	if (!process || !process->job->pipefail ||
	    process != process->job->last) {
		wait_for_process(waiting, pid);
		return;
	}
	wait_for_job(waiting, process->job);
	/* Once it was told, its status is forgotten. */
	(void)job_table_kept_status(table, pid, &waiting->status);
}

static int wait_for_all(struct waiting *waiting)
{
	struct job_table *table = &waiting->sh->jobs.table;
	struct job *job;
	unsigned n = 0;

	while ((job = job_table_next(table, n))) {
		n = job->number;
		wait_for_job(waiting, job);
		if (waiting->interrupted)
			return waiting->status;
	}
	return 0;
}

static void wait_for_operand(struct waiting *waiting, const char *operand)
{
	struct job *job;
	char *end;
	long pid;

	waiting->status = STATUS_UNKNOWN;
	if (*operand == '%') {
		job = jobarg_find(waiting->sh, "wait", operand);
		if (job)
			wait_for_job(waiting, job);
		return;
	}
	pid = strtol(operand, &end, 10);
	if (*operand < '0' || *operand > '9' || *end || pid > INT_MAX)
		diag("wait: %s: neither a pid nor a job (%%1)", operand);
	else
		wait_for_pid(waiting, (pid_t)pid);
}

static int run_wait(struct shell *sh, int argc, char **argv)
{
	struct waiting waiting = { .sh = sh };
	struct opts opts;

	opts_init(&opts, &builtin_wait, argc, argv);
	if (opts_next(&opts, "") != OPTS_END)
		return 2;
	out_flush(&sh->out);
	if (opts.index == argc)
		return wait_for_all(&waiting);
	for (char **operand = argv + opts.index; *operand; operand++) {
		wait_for_operand(&waiting, *operand);
		if (waiting.interrupted)
			break;
	}
	return waiting.status;
}

const struct builtin builtin_wait = {
	.name = "wait",
	.kind = BUILTIN_REGULAR,
	.run = run_wait,
	.usage = "wait [pid|job ...]",
	.summary = "wait for background jobs",
	.help =
	    "Wait until each process or job has ended; the status is that of "
	    "the\n"
	    "last operand: 127 if it is not known, 128 + n if signal n ended "
	    "it.\n"
	    "Without operands, wait for all jobs, with status 0. With job "
	    "control\n"
	    "a job that stops has been waited for: its status is 128 + n too.\n"
	    "\n"
	    "A signal that has a trap ends the wait with status 128 + n, then "
	    "the\n"
	    "trap runs; CHLD does so only with `set -o posix`.\n"
	    "\n"
	    "    make & wait $!      what make exited with\n"
	    "    wait %1 %2          both jobs; the status of the second\n",
};
