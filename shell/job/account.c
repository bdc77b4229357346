/*
 * account.c - what jobs have taken: time, CPU time, memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "job/account.h"

#include <time.h>

#include "base/clock.h"
#include "base/procfs.h"

static long long us_of_timeval(struct timeval tv)
{
	return tv.tv_sec * 1000000LL + tv.tv_usec;
}

struct usage account_spent(const struct job_control *jc)
{
	static const int whose[] = { RUSAGE_SELF, RUSAGE_CHILDREN };
	struct usage spent = jc->spent_before;

	for (size_t i = 0; i < 2; i++) {
		struct rusage rusage = { 0 };

		(void)getrusage(whose[i], &rusage); /* cannot fail */
		spent.user_us += us_of_timeval(rusage.ru_utime);
		spent.system_us += us_of_timeval(rusage.ru_stime);
	}
	return spent;
}

void account_start(struct job *job)
{
	job->started_us = clock_us();
	job->started_at = time(NULL);
}

void account_reaped(struct process *process, const struct rusage *rusage)
{
	struct job *job = process->job;

	if (!process_is_gone(process))
		return;
	process->usage = (struct usage){
		.user_us = us_of_timeval(rusage->ru_utime),
		.system_us = us_of_timeval(rusage->ru_stime),
		.peak_kib = rusage->ru_maxrss,
	};
	if (job->started_us && job_state(job) == JOB_DONE)
		job->ended_us = clock_us();
}

long long job_elapsed_us(const struct job *job, long long now_us)
{
	if (!job->started_us)
		return 0;
	return (job->ended_us ? job->ended_us : now_us) - job->started_us;
}

bool process_usage(const struct process *process, struct usage *usage)
{
	struct proc_usage now;

	*usage = process->usage;
	if (process_is_gone(process))
		return true;
	if (!proc_usage_read(process->pid, &now))
		return false;
	*usage = (struct usage){ now.user_us, now.system_us, now.peak_kib };
	return true;
}

struct usage job_usage(const struct job *job)
{
	struct usage sum = { 0 }, one;
	const struct process *p;

	for (p = job->first; p; p = p->next) {
		(void)process_usage(p, &one);
		usage_add(&sum, &one);
	}
	return sum;
}
