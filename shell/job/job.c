/*
 * job.c - a job: the processes of one pipeline or of one asynchronous list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/job.h"

#include <stdlib.h>

#include "base/mem.h"

enum job_state job_state(const struct job *job)
{
	if (job->running)
		return JOB_RUNNING;
	return job->stopped ? JOB_STOPPED : JOB_DONE;
}

const struct process *job_telling_process(const struct job *job)
{
	const struct process *p, *telling = NULL;

	if (job_state(job) != JOB_STOPPED)
		return job->last;
	/* A continuation that waits stopped itself: what it waits for tells
	 * why. */
	for (p = job->first; p; p = p->next)
		if (p->state == PROCESS_STOPPED && (!telling || p->relay < 0))
			telling = p;
	return telling;
}

int job_status(const struct job *job, bool pipefail)
{
	const struct process *p;
	int status;

	if (!job->last)
		return 0;
	status = process_status(job_telling_process(job));
	if (!pipefail || job_state(job) == JOB_STOPPED || job->last->continues)
		return status;
	status = 0;
	for (p = job->first; p; p = p->next)
		if (process_status(p))
			status = process_status(p);
	return status;
}

void job_set_cwd(struct job *job, const char *cwd)
{
	free(job->cwd);
	job->cwd = cwd ? xstrdup(cwd) : NULL;
}

bool job_is_alive(const struct job *job)
{
	return !job->inherited && (job->running || job->stopped);
}

bool job_has_rest(const struct job *job)
{
	const struct process *p;

	for (p = job->first; p; p = p->next)
		if (p->relay >= 0)
			return true;
	return false;
}

bool job_died_of(const struct job *job, int signo)
{
	return job->last && job->last->state == PROCESS_SIGNALED &&
	       job->last->code == signo;
}

pid_t job_last_pid(const struct job *job)
{
	return job->last ? job->last->pid : 0;
}

pid_t job_leader(const struct job *job)
{
	return job->first ? job->first->pid : 0;
}
