/*
 * hangup.c - what becomes of the jobs when an interactive shell leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exec/hangup.h"

#include <signal.h>

#include "job/wait.h"

void hangup_jobs(struct shell *sh)
{
	struct job_table *table = &sh->jobs.table;
	bool to_all = sh->hung_up || sh->options[OPTION_HUPONEXIT];
	struct job *job;

	(void)jobs_reap(&sh->jobs);
	for (job = job_table_next(table, 0); job;
	     job = job_table_next(table, job->number)) {
		enum job_state state = job_state(job);

		if (job->no_hangup || state == JOB_DONE)
			continue;
		/* job_signal() adds SIGCONT for a stopped one. */
		if (to_all || state == JOB_STOPPED)
			(void)job_signal(&sh->jobs, job, SIGHUP);
	}
}
